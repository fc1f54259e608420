from app.providers.service_failed import ServiceFailed


def test_the_services_words_are_kept_out_of_the_text() -> None:
    error = ServiceFailed("server_error", "quokka")
    assert "quokka" not in f"{error} {error!r}"
    assert (error.code, error.words) == ("server_error", "quokka")
