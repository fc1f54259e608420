from app.ui.sidebar.wishes import Wish, Wishes


def test_a_wish_is_heard_with_the_rows_that_it_is_for() -> None:
    wishes, heard = Wishes(), []
    wishes.many.connect(lambda wish, rows: heard.append((wish, rows)))
    wishes.many.emit(Wish.PIN, (1, 2))
    wishes.move.connect(lambda rows, folder: heard.append((rows, folder)))
    wishes.move.emit((1,), None)
    assert heard == [(Wish.PIN, (1, 2)), ((1,), None)]
