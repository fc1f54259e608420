"""The one style sheet: what Qt's own widgets need beyond the palette. Everything else paints itself."""

from app.ui.theme.scale import scaled
from app.ui.theme.tokens import RADIUS_ROW, RADIUS_SMALL, Colours


def stylesheet(colours: Colours) -> str:
    """Return the style sheet for these colours, in the size of the moment."""
    return f"""
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; border: 0; }}
QScrollBar::handle:vertical {{
  background: {colours.line}; border-radius: 3px; min-height: 32px; margin: 2px;
}}
QScrollBar::handle:vertical:hover {{ background: {colours.quiet}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; border: 0; }}
QScrollBar::handle:horizontal {{
  background: {colours.line}; border-radius: 3px; min-width: 32px; margin: 2px;
}}
QScrollBar::handle:horizontal:hover {{ background: {colours.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {colours.line}; }}
{_fields(colours)}QProgressBar {{
  background: {colours.line}; border: 0; border-radius: 2px; min-height: 4px; max-height: 4px;
}}
QProgressBar::chunk {{ background: {colours.accent}; border-radius: 2px; }}
QListWidget {{
  background: {colours.ground}; color: {colours.ink}; border: 1px solid {colours.line};
  border-radius: {RADIUS_ROW}px; padding: 4px; outline: 0;
}}
QListWidget:focus {{ border: 2px solid {colours.accent}; padding: 3px; }}
QListWidget::item {{
  min-height: {scaled(32)}px; max-height: {scaled(32)}px; padding: 0 8px; border-radius: {RADIUS_SMALL}px;
}}
QListWidget::item:hover {{ background: {colours.hover}; }}
QListWidget::item:selected {{ background: {colours.chosen}; color: {colours.ink}; }}
QListWidget#places {{ background: transparent; border: 0; }}
QListWidget#places:focus {{ border: 0; padding: 4px; }}
QListWidget#places::item:selected:focus {{ border: 2px solid {colours.accent}; padding: 0 6px; }}
QDialog {{ background: {colours.surface}; }}
QMenu {{
  background: {colours.surface}; color: {colours.ink}; border: 1px solid {colours.line};
  border-radius: {RADIUS_ROW}px; padding: 4px;
}}
QMenu::item {{ padding: 6px 24px 6px 12px; min-height: {scaled(20)}px; border-radius: {RADIUS_SMALL}px; }}
QMenu::separator {{ height: 1px; margin: 4px 0; background: {colours.line}; }}
QMenu::item:selected {{ background: {colours.hover}; }}
QMenu::item:disabled {{ color: {colours.quiet}; }}
QToolTip {{
  background: {colours.surface}; color: {colours.ink}; border: 1px solid {colours.line}; padding: 4px 8px;
}}
"""


def _fields(colours: Colours) -> str:
    """Return what everything has that is filled in."""
    return f"""
QLineEdit {{
  background: {colours.ground}; color: {colours.ink}; border: 1px solid {colours.line};
  border-radius: {RADIUS_ROW}px; padding: 0 11px; min-height: {scaled(36) - 2}px;
  selection-background-color: {colours.selection}; selection-color: {colours.ink};
}}
QLineEdit:focus {{
  border: 2px solid {colours.accent}; padding: 0 10px; min-height: {scaled(36) - 4}px;
}}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{
  background: transparent; border: 0; border-radius: 0; padding: 0; min-height: 0;
}}
QLineEdit:disabled {{ color: {colours.quiet}; background: {colours.surface}; }}
QPlainTextEdit#text-field {{
  background: {colours.ground}; color: {colours.ink}; border: 1px solid {colours.line};
  border-radius: {RADIUS_ROW}px; padding: 3px 7px;
  selection-background-color: {colours.selection}; selection-color: {colours.ink};
}}
QPlainTextEdit#text-field:focus {{ border: 2px solid {colours.accent}; padding: 2px 6px; }}
QSpinBox {{
  background: {colours.surface}; color: {colours.ink}; border: 1px solid {colours.line};
  border-radius: {RADIUS_SMALL}px; padding: 0 7px; min-height: {scaled(28) - 2}px;
  selection-background-color: {colours.selection}; selection-color: {colours.ink};
}}
QSpinBox:focus {{
  border: 2px solid {colours.accent}; padding: 0 6px; min-height: {scaled(28) - 4}px;
}}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: 0; }}
"""
