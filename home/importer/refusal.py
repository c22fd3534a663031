"""What the importer says no to."""


class ImportRefused(Exception):
    """The document can't be read at all. `code` names the sentence in `wording`, `details` fill it."""

    def __init__(self, code, **details):
        super().__init__(code)
        self.code = code
        self.details = details
