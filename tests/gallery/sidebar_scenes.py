"""The sidebar in its states: marks, folders, places, many chosen, nothing there, hostile and long titles."""

from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.conversation import Sharing
from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder
from app.domain.listing import Place, PlaceKind
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.main_window import MainWindow
from app.ui.sidebar.dragging import chip
from app.ui.sidebar.wishes import Wish
from tests.fakes.scripted_controller import PROVIDER, ScriptedController
from tests.gallery.scenes import ARABIC, DAY, HEBREW, HOUR

KILN = FolderId("kiln")


def core(now: int, *, folders: int = 2) -> ScriptedController:
    """A core with every mark that a row can bear."""
    controller = ScriptedController(now, provider=PROVIDER)
    bear = controller.listing.bear
    names = ["Kiln work", "Letters", *(f"Folder number {n}, which is one of very many" for n in range(40))]
    controller.listing.kept_folders = [
        Folder(KILN if name == "Kiln work" else FolderId(name), name) for name in names[:folders]
    ]
    bear(controller.keep("Thesis: chapter three outline", age=9 * DAY), is_pinned=True, branches=4)
    shown = controller.keep("Celadon glaze and firing curve", ("Blue?", "Iron."), age=1)
    bear(shown, branches=2)
    controller._streaming[controller.keep("Rename a git branch safely", age=HOUR)] = None  # type: ignore[assignment]
    unread = controller.keep("Lettre de motivation, version courte pour un poste de potier", age=2 * HOUR)
    bear(unread, is_unread=True)
    for title, age in (
        ("Why does my loop never yield to anybody else?", DAY),
        ("Trip to Kraków in three days", DAY),
        ("Sourdough at 68 % hydration", DAY + HOUR),
        ("Explain hysteresis like a thermostat", 4 * DAY),
        ("Tax form, line 12b", 5 * DAY),
        ("Names for a quiet boat", 40 * DAY),
        ("An old talk about nothing", 500 * DAY),
        ("An older one", 900 * DAY),
    ):
        controller.keep(title, age=age)
    for title in ("Reduction schedule", "Cone 10 or cone 6?"):
        bear(controller.keep(title, ("a", "b"), age=3 * DAY), folder=KILN, tags=("clay", "work"))
    return controller


def marks(window: MainWindow, now: int) -> None:
    window.attach(core(now))


def many_folders(window: MainWindow, now: int) -> None:
    window.attach(core(now, folders=40))


def folder(window: MainWindow, now: int) -> None:
    window.attach(core(now))
    window.scene = lambda: window.sidebar.wishes.place.emit(Place(PlaceKind.FOLDER, KILN))


def tag(window: MainWindow, now: int) -> None:
    window.attach(core(now))
    window.scene = lambda: window.sidebar.wishes.place.emit(Place(PlaceKind.TAG, "clay"))


def archived(window: MainWindow, now: int) -> None:
    controller = core(now)
    for title in ("Old shopping list", "A title in the archive that is too long to stand on one line"):
        controller.listing.bear(controller.keep(title, ("a", "b"), age=20 * DAY), is_archived=True)
    window.attach(controller)
    window.scene = window.sidebar.archived_button.click


def nothing_archived(window: MainWindow, now: int) -> None:
    window.attach(core(now))
    window.scene = window.sidebar.archived_button.click


def empty_trash(window: MainWindow, now: int) -> None:
    window.attach(core(now))
    window.scene = window.sidebar.trash_button.click


def empty(window: MainWindow, now: int) -> None:
    window.attach(ScriptedController(now))


def _choose(window: MainWindow, count: int) -> None:
    rows, model = window.sidebar.list, window.sidebar.model
    for row in range(model.rowCount()):
        if isinstance(model.row_at(row), int) and count:
            count -= 1
            rows.selectionModel().select(model.index(row), QItemSelectionModel.SelectionFlag.Select)
    rows.setFocus(Qt.FocusReason.TabFocusReason)


def many(window: MainWindow, now: int) -> None:
    window.attach(core(now))
    window.scene = lambda: _choose(window, 5)


def many_menu(window: MainWindow, now: int) -> None:
    window.attach(core(now))

    def open_menu() -> None:
        _choose(window, 5)
        _open_menu(window)
        entries = {each.text(): each for each in window.sidebar.list.menu.actions()}
        window.sidebar.list.menu.setActiveAction(entries["Move to folder"])

    window.scene = open_menu


def one_menu(window: MainWindow, now: int) -> None:
    window.attach(core(now))

    def open_menu() -> None:
        _open_menu(window)
        entries = {each.text(): each for each in window.sidebar.list.menu.actions()}
        window.sidebar.list.menu.setActiveAction(entries["Tags"])

    window.scene = open_menu


def _open_menu(window: MainWindow) -> None:
    rows = window.sidebar.list
    titles = [rows.model().index(row).data() for row in range(rows.model().rowCount())]
    place = rows.visualRect(rows.model().index(titles.index("Rename a git branch safely"))).center()
    pressed = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows.viewport(), pressed)


def dragging(window: MainWindow, now: int) -> None:
    """As it is seen: the folder that would take the rows is lit, and what is carried lies over it."""
    window.attach(core(now))

    def carry() -> None:
        rows, model = window.sidebar.list, window.sidebar.model
        at = next(n for n in range(model.rowCount()) if isinstance(model.row_at(n), Folder))
        rows._point_at(QPersistentModelIndex(model.index(at)))
        label = QLabel(window)
        label.setPixmap(chip(window._theme, "5 conversations", window.devicePixelRatioF()))
        label.adjustSize()
        label.move(rows.mapTo(window, rows.visualRect(model.index(at)).center()) + QPoint(12, 4))
        label.show()

    window.scene = carry


def deleted_many(window: MainWindow, now: int) -> None:
    window.attach(core(now))

    def delete() -> None:
        _choose(window, 4)
        window.sidebar.list.wish_for_chosen(Wish.TRASH)

    window.scene = delete


def deleted_shared(window: MainWindow, now: int) -> None:
    controller = core(now)
    controller.removing.shared = [Sharing(ConversationId("x"), "Celadon glaze and firing curve", 12)]
    window.attach(controller)
    window.scene = lambda: window.sidebar.list.wish_for_chosen(Wish.TRASH)


def new_folder(window: MainWindow, now: int) -> None:
    controller = core(now)
    window.attach(controller)

    def ask() -> None:
        window.sidebar.wishes.new_folder.emit(window.sidebar.list.numbers)
        dialog = window.window().findChild(NameDialog)
        dialog.field.setText("Letters")
        dialog.deed_button.click()

    window.scene = ask


def hostile(window: MainWindow, now: int) -> None:
    controller = ScriptedController(now, provider=PROVIDER)
    for title in (
        "<b>bold</b> & <img src='file:///etc/passwd'>",
        "\u202eevil\u202c bidi",
        ARABIC,
        HEBREW,
        "日本語のタイトルがここにあります、とても長いタイトルです",
        "😀 emoji 한국어",
        "x" * 500,
        " ",
        "A\nB\tC",
    ):
        controller.listing.bear(controller.keep(title, ("a", "b"), age=HOUR), branches=12)
    window.attach(controller)


def mirrored(window: MainWindow, now: int) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.attach(core(now))
