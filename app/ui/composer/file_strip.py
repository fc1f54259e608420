"""The files at what is being written, side by side above the field: each can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.domain.attachment import PICTURE_TYPE, PreparedFile
from app.ui.composer.file_taking import Stage, TakenFile
from app.ui.measures import size as size_words
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, ICON, MEDIUM, RADIUS_ROW, RADIUS_SMALL, SMALL, Tone
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_TOOL, Button
from app.ui.widgets.display_text import single_line
from app.ui.widgets.words_line import draw_words
from app.ui.wording import words_for

_WIDTH, _HEIGHT, _GAP = 224, 48, 8
_LEAST_WIDTH, _MOST_ROWS = 176, 3
_INSET, _SQUARE, _THICK = 8, 32, 2
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PDF, _WORD = "application/pdf", "wordprocessingml"


class FileChip(QWidget):
    """One file: its picture or an icon, its name, and in small print what it is or how far it has come.

    Signals:
        removed: it is to be taken back.
    """

    removed = Signal()

    def __init__(self, theme: Theme, file: TakenFile, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.file = file
        name = single_line(file.name)
        self.remove_button = Button(
            theme, tr("Remove {name}").format(name=name), SMALL_TOOL, icon="x", icon_only=True, parent=self
        )
        self.remove_button.clicked.connect(self.removed)
        self.remove_button.installEventFilter(self)
        self.look()

    def look(self) -> None:
        """Show the file as it is by now."""
        self.setAccessibleName(f"{single_line(self.file.name)}, {self.words}")
        self.setToolTip(words_for(self.file.fault).sentence if self.file.fault else "")
        self.remove_button.setAccessibleDescription(self.toolTip() or self.words)
        self.update()

    @property
    def words(self) -> str:
        """What there is to say of it, in a few words."""
        if self.file.fault:
            return words_for(self.file.fault).title
        if self.file.prepared:
            prepared = self.file.prepared
            return f"{_kind(prepared)} · {size_words(prepared.seal.size)}"
        share = self.file.share
        return tr("Reading") if share is None else tr("Reading, {share} %").format(share=round(100 * share))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that delete take the file back as well."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _REMOVING:
            self.removed.emit()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = self.remove_button.sizeHint()
        top = (event.size().height() - side.height()) // 2
        place = QRect(event.size().width() - side.width() - GRID, top, side.width(), side.height())
        self.remove_button.setGeometry(self._mirrored(place))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("ground"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
        inset, square = scaled(_INSET), scaled(_SQUARE)
        self._paint_sign(painter, self._mirrored(QRect(inset, inset, square, square)))
        left = 2 * inset + square
        room = self.width() - left - self.remove_button.width() - 2 * GRID
        self._paint_words(painter, self._mirrored(QRect(left, 0, room, self.height())))
        if self.file.stage is Stage.READING:
            self._paint_progress(painter)
        painter.end()

    def _paint_sign(self, painter: QPainter, square: QRect) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(square), RADIUS_SMALL, RADIUS_SMALL)
        if self.file.picture:
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(square, self.file.picture)
            painter.restore()
            return
        painter.fillPath(shape, self._theme.colour("code"))
        tone: Tone = "bad" if self.file.fault else "quiet"
        name = "circle-alert" if self.file.fault else "file-text"
        size = scaled(ICON)
        icon = self._theme.icons.pixmap(name, self._theme.colours.of(tone), size, self.devicePixelRatioF())
        painter.drawPixmap(square.center().x() + 1 - size // 2, square.center().y() + 1 - size // 2, icon)

    def _paint_words(self, painter: QPainter, line: QRect) -> None:
        top = (self.height() - 2 * SMALL.line) // 2
        first = QRect(line.left(), top, line.width(), SMALL.line)
        side = self.layoutDirection()
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(font(SMALL, MEDIUM))
        name = single_line(self.file.name)  # cut in its middle: its end says what it is
        draw_words(painter, first, name, side, Qt.TextElideMode.ElideMiddle)
        painter.setPen(self._theme.colour("bad" if self.file.fault else "quiet"))
        painter.setFont(font(SMALL))
        draw_words(painter, first.translated(0, SMALL.line), self.words, side)

    def _paint_progress(self, painter: QPainter) -> None:
        """Draw how much has been read. Before that is known, there is only the groove."""
        groove = QRect(_INSET, self.height() - _THICK - 4, self.width() - 2 * _INSET, _THICK)
        painter.fillRect(groove, self._theme.colour("line"))
        share = self.file.share or 0.0
        done = QRect(groove.left(), groove.top(), round(groove.width() * share), _THICK)
        painter.fillRect(self._mirrored(done), self._theme.colour("accent"))

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width() - 1 - place.left())
        return place


class FileStrip(QScrollArea):
    """Hidden while there are no files. It grows by rows, and scrolls where that would be too many.

    Signals:
        removed: the number of a file that is to be taken back.
    """

    removed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips: list[FileChip] = []
        self._inside = QWidget()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self.viewport(), self._inside):
            ground.setAutoFillBackground(False)
        self.setAccessibleName(tr("Attached files"))
        self.hide()

    def show_files(self, files: Sequence[TakenFile]) -> None:
        """Show these. A chip stays the same for as long as its file is there, and so does the focus."""
        kept = {chip.file.number: chip for chip in self.chips}
        focused = next((place for place, chip in enumerate(self.chips) if chip.remove_button.hasFocus()), -1)
        self.chips = [kept.pop(file.number) if file.number in kept else self._made(file) for file in files]
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        for chip in self.chips:
            chip.look()
        self.setVisible(bool(files))
        self._place()
        if focused >= 0 and self.chips:
            following = self.chips[min(focused, len(self.chips) - 1)]
            following.remove_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _made(self, file: TakenFile) -> FileChip:
        chip = FileChip(self._theme, file, self._inside)
        chip.removed.connect(lambda: self.removed.emit(file.number))
        chip.show()
        return chip

    def _place(self) -> None:
        """Put as many chips side by side as there is room for."""
        room, least, most = self.viewport().width(), scaled(_LEAST_WIDTH), scaled(_WIDTH)
        height = scaled(_HEIGHT)
        columns = max(1, (room + _GAP) // (least + _GAP))
        width = min(most, (room + _GAP) // columns - _GAP)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for number, chip in enumerate(self.chips):
            left = (number % columns) * (width + _GAP)
            left = room - left - width if is_mirrored else left
            chip.setGeometry(left, (number // columns) * (height + _GAP), width, height)
        rows = -(-len(self.chips) // columns)
        self._inside.setMinimumHeight(rows * (height + _GAP))
        self.setFixedHeight(max(1, min(rows, _MOST_ROWS) * (height + _GAP)))


def _kind(file: PreparedFile) -> str:
    if file.media_type.startswith(PICTURE_TYPE):
        return tr("Picture")
    if file.media_type == _PDF:
        return "PDF"
    return tr("Document") if _WORD in file.media_type else tr("Text")
