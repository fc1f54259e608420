"""What a service reports in the middle of its reply, on its way to an error that may be shown."""


class ServiceFailed(Exception):
    """`words` are the service's own, and may hold anything."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__("The service reported an error.")
        self.code = code
        self.words = words
