"""How much of one conversation is sent, and when it is summed up."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.compaction import CompactionRule
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.ui.conversation.context_fields import ContextFields
from app.ui.theme.theme import Theme

POLICY = ContextPolicy(PolicyKind.NEWEST_TURNS, 4, low_mark=0.7)
RULE = CompactionRule(at_tokens=9_000, kept_items=3)


@pytest.fixture
def fields(qtbot: QtBot, theme: Theme) -> ContextFields:
    made = ContextFields(theme)
    qtbot.addWidget(made)
    return made


def test_until_something_is_chosen_all_is_as_for_all(fields: ContextFields) -> None:
    assert (fields.policy, fields.rule) == (None, None)
    assert fields.count_field.isHidden()
    assert fields.tokens_field.isHidden()


def test_what_was_set_is_shown_and_given_back_as_it_was(fields: ContextFields) -> None:
    fields.fill(POLICY, RULE)
    assert (fields.policy, fields.rule) == (POLICY, RULE)
    assert (fields.count.text(), fields.at_tokens.text()) == ("4", "9000")


def test_a_way_that_counts_asks_for_a_number(fields: ContextFields) -> None:
    fields.kind.chosen.emit(PolicyKind.NEWEST_ITEMS)
    assert not fields.count_field.isHidden()
    fields.count.setText("6")
    assert fields.policy == ContextPolicy(PolicyKind.NEWEST_ITEMS, 6)
    fields.kind.chosen.emit(None)
    assert fields.policy is None


def test_summaries_may_be_ruled_out_or_made_from_a_number_on(fields: ContextFields) -> None:
    fields.fill(None, RULE)
    fields.summaries.chosen.emit("never")
    assert fields.rule == CompactionRule(kept_items=3)
    fields.summaries.chosen.emit("from")
    fields.at_tokens.setText("20000")
    assert fields.rule == CompactionRule(at_tokens=20_000, kept_items=3)
    fields.summaries.chosen.emit("as for all")
    assert fields.rule is None
