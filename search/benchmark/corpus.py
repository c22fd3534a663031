"""The pages to search and the queries to ask, read from TOML. The pages and the ward in them are invented."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
CORPUS = FOLDER / "corpus"
QUERIES = FOLDER / "queries.toml"


@dataclass(frozen=True)
class Page:
    """One page of the corpus; each line of ``body`` is a paragraph."""

    title: str
    summary: str
    body: str

    @property
    def text(self):
        """Everything beside the title."""
        return f"{self.summary}\n{self.body}"


@dataclass(frozen=True)
class Query:
    """What somebody types, and by which strings to tell that a page answers it.

    Attributes:
        words: as they are typed.
        groups: of each, a page has to have one string.
        unless: strings inside which an occurrence does not count.
    """

    words: str
    groups: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...] = ()


def read_pages(folder=CORPUS):
    """Every `Page` of the files in a folder, in the order of their names."""
    found = []
    for path in sorted(Path(folder).glob("*.toml")):
        for page in tomllib.loads(path.read_text(encoding="utf-8"))["page"]:
            found.append(Page(page["title"], page["summary"], page["body"].strip("\n")))
    return found


def read_queries(path=QUERIES):
    """Every `Query` of a file."""
    return [
        Query(query["q"], tuple(map(tuple, query["terms"])), tuple(query.get("unless", ())))
        for query in tomllib.loads(Path(path).read_text(encoding="utf-8"))["query"]
    ]


def sentences_of(pages):
    """The sentences of Japanese pages that are neither a single word nor a whole table."""
    parts = (part.strip() for page in pages for part in re.split(r"(?<=。)|\n", page.text))
    return [part for part in parts if 10 <= len(part) <= 200]
