"""What an import did: plain data for the report."""

from dataclasses import dataclass, field

# What became of a part.
MADE = "made"
UNCHANGED = "unchanged"
RENEWED = "renewed"
DIFFERS = "differs"  # the document says something else now, and --update was not asked for
EDITED = "edited"  # it does, and an editor has worked on the object since
DELETED = "deleted"  # an editor removed the object
NOT_MADE = "not_made"  # new in the document, and --update was not asked for, or what it stands below is missing
USED = "used"  # an object of this name was there before


@dataclass
class Entry:
    """One part of the document and its object."""

    draft: object
    state: str
    obj: object = None
    record: object = None
    published: bool = False
    reasons: list = field(default_factory=list)  # why it was left a draft: (code, detail)

    @property
    def is_ours(self):
        return self.record is not None and self.obj is not None


@dataclass
class Outcome:
    """Everything the report tells."""

    source: object
    document: object
    target: object = None
    entries: list = field(default_factory=list)
    vanished: list = field(default_factory=list)  # records whose part the document no longer has
    publishes: bool = False
    dry_run: bool = False
    known: bool = False  # the document was imported before
    elsewhere: str = ""  # where its goals hang since then, if that is not where they were asked for
