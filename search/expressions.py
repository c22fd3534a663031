"""Conditions on a page's lexemes, and how each database is asked for them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lexeme:
    """The page has this lexeme, or with ``prefix`` one that begins so."""

    text: str
    prefix: bool = False

    def marked(self, mark):
        return Lexeme(self.text + mark)

    def fts5(self):
        return f'"{self.text}"' + ("*" if self.prefix else "")

    def tsquery(self):
        return f"'{self.text}'" + (":*" if self.prefix else "")

    def opensearch(self, field):
        return {"prefix" if self.prefix else "term": {field: self.text}}


@dataclass(frozen=True)
class Every:
    """All of them hold; none of an empty one is asked."""

    parts: tuple

    def marked(self, mark):
        return Every(tuple(part.marked(mark) for part in self.parts))

    def fts5(self):
        return "(" + " AND ".join(part.fts5() for part in self.parts) + ")"

    def tsquery(self):
        return "(" + " & ".join(part.tsquery() for part in self.parts) + ")"

    def opensearch(self, field):
        return {"bool": {"filter": [part.opensearch(field) for part in self.parts]}}


@dataclass(frozen=True)
class AnyOf:
    """One of them holds at least."""

    parts: tuple

    def marked(self, mark):
        return AnyOf(tuple(part.marked(mark) for part in self.parts))

    def fts5(self):
        return "(" + " OR ".join(part.fts5() for part in self.parts) + ")"

    def tsquery(self):
        return "(" + " | ".join(part.tsquery() for part in self.parts) + ")"

    def opensearch(self, field):
        return {"bool": {"should": [part.opensearch(field) for part in self.parts], "minimum_should_match": 1}}


def every(parts):
    """Of one part that part itself; ``None`` of none."""
    parts = tuple(dict.fromkeys(part for part in parts if part is not None))
    return (parts[0] if len(parts) == 1 else Every(parts)) if parts else None


def any_of(parts):
    """Of one part that part itself; ``None`` of none."""
    parts = tuple(dict.fromkeys(part for part in parts if part is not None))
    return (parts[0] if len(parts) == 1 else AnyOf(parts)) if parts else None
