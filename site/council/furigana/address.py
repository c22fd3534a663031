"""The address of each rendition: ``?furigana=1`` where a language shows none by itself, ``?furigana=0`` where it does."""

from dataclasses import dataclass
from urllib.parse import urlsplit

PARAMETER = "furigana"
# Whose readers expect it.
ON_FROM_THE_START = {"ja-simple"}
_VALUES = {"1": True, "0": False}


@dataclass(frozen=True)
class Rendition:
    """Whether a page shows furigana, and the addresses of both renditions.

    Attributes:
        shown: whether this one shows it.
        language: BCP 47 code of the language whose pages it is kept on.
        other_url: the same page in the other rendition.
    """

    shown: bool
    language: str
    other_url: str

    @property
    def is_usual(self):
        """Whether the language shows its pages so by itself: then addresses say nothing of it."""
        return self.shown == (self.language in ON_FROM_THE_START)

    @property
    def value(self):
        return "1" if self.shown else "0"

    def keep(self, href):
        """An address of a link on this page, leading on in this rendition; as it is where it leads elsewhere."""
        path = href.partition("?")[0].partition("#")[0]
        is_here = href.startswith("?") or (path.startswith(f"/{self.language}/") and "/feed/" not in path)
        return with_rendition(href, self.value) if is_here and not self.is_usual else href


def rendition_of(language, path, query):
    """The `Rendition` of an address, and its query without what it says of it.

    Args:
        query: as it stands in the address, encoded.
    """
    parts = query.split("&") if query else []
    own = [part for part in parts if part.partition("=")[0] == PARAMETER]
    rest = "&".join(part for part in parts if part.partition("=")[0] != PARAMETER)
    usual = language in ON_FROM_THE_START
    shown = _VALUES.get(own[-1].partition("=")[2], usual) if own else usual
    plain = path + (f"?{rest}" if rest else "")
    other = plain if shown != usual else with_rendition(plain, "0" if usual else "1")
    return Rendition(shown, language, other), rest


def with_rendition(href, value):
    """An address with the parameter, before its fragment."""
    parts = urlsplit(href)
    query = "&".join(part for part in (parts.query, f"{PARAMETER}={value}") if part)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{href.partition('#')[0].partition('?')[0]}?{query}{fragment}"
