from app.ui.settings.place import Place


def test_every_page_is_called_by_words_of_its_own() -> None:
    assert len({place.words for place in Place}) == len(Place)
    assert Place.SERVICES.words == "Model services"
