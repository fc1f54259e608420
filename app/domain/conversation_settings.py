"""What a person has set for one conversation alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from app.domain.compaction import CompactionRule
from app.domain.context_policy import ContextPolicy
from app.domain.ids import AssistantId
from app.domain.parameters import Parameters

_WORDS = ("model", "assistant", "instructions")
_MOST_EARLIER = 20


@dataclass(frozen=True, slots=True)
class ConversationSettings:
    """What is None is as usual: as the assistant has it, or else the general settings.

    `earlier` are the instructions that were set before these, the latest first.
    """

    model: str | None = None
    assistant: AssistantId | None = None
    instructions: str | None = field(default=None, repr=False)
    parameters: Parameters | None = None
    policy: ContextPolicy | None = None
    compaction: CompactionRule | None = None
    earlier: tuple[str, ...] = field(default=(), repr=False)

    def instructed(self, instructions: str | None) -> Self:
        """Return the settings with other instructions; those of before can be had again."""
        if instructions == self.instructions:
            return self
        before = (self.instructions, *self.earlier) if self.instructions else self.earlier
        kept = tuple(each for each in dict.fromkeys(before) if each != instructions)[:_MOST_EARLIER]
        return replace(self, instructions=instructions, earlier=kept)

    def to_mapping(self) -> dict[str, Any]:
        """Return only what is set, as it is kept."""
        values: dict[str, Any] = {name: getattr(self, name) for name in _WORDS}
        values["parameters"] = self.parameters and self.parameters.to_mapping()
        values["policy"] = self.policy and self.policy.to_mapping()
        values["compaction"] = self.compaction and self.compaction.to_mapping()
        values["earlier"] = list(self.earlier) or None
        return {name: value for name, value in values.items() if value is not None}

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Return what `to_mapping` gave. Names that this version does not know are passed over."""
        parameters, policy = values.get("parameters"), values.get("policy")
        compaction = values.get("compaction")
        return cls(
            parameters=None if parameters is None else Parameters.from_mapping(parameters),
            policy=None if policy is None else ContextPolicy.from_mapping(policy),
            compaction=None if compaction is None else CompactionRule.from_mapping(compaction),
            earlier=tuple(values.get("earlier", ())),
            **{name: values.get(name) for name in _WORDS},
        )
