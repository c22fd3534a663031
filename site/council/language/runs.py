"""Where the words of a normalised text stand, and in which kind of script.

A language's page has words of others in it: Japanese names in English, English in Korean. Each kind of script is taken
apart in its own way, whichever language the page is in.
"""

import re
import unicodedata
from typing import NamedTuple

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7a3\ud7b0-\ud7ff"
# Thai, Lao, Myanmar and Khmer, which have no spaces between words; with their vowel signs, without their figures.
_UNSPACED = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u108f\u1780-\u17d3\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f"
# Signs that stand at a letter, and that Python counts as no part of a word.
_MARKS = "".join(sign for sign in map(chr, range(0x300, 0x12000)) if unicodedata.category(sign)[0] == "M")

_RUN = re.compile(
    rf"(?P<han>[{_HAN}{_KANA}]+)"
    rf"|(?P<hangul>[{_HANGUL}]+)"
    rf"|(?P<unspaced>[{_UNSPACED}]+)"
    # 12,000; then a.m. and n.p.o.; then any word, with what an apostrophe joins. The letters of English are asked for first, as
    # that is quickly answered.
    r"|(?P<word>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
    r"|(?<![a-z])(?:[a-z]\.){2,}(?:[a-z](?![a-z]))?"
    rf"|(?:(?:[a-z0-9]++|[^\W_{_HAN}{_KANA}{_HANGUL}{_UNSPACED}])[{_MARKS}]*)+(?:['’ʼ][a-z]+)*)"
)
_SENTENCE_END = re.compile(r"[!?！？。\n\r]|\.\s")


class Run(NamedTuple):
    """One piece of a normalised text; ``kind`` is ``han`` (with kana), ``hangul``, ``unspaced`` or ``word``."""

    kind: str
    start: int
    end: int
    text: str


def runs(text):
    """The pieces of a normalised text that are words or have words in them, in their order."""
    return [Run(match.lastgroup, match.start(), match.end(), match.group()) for match in _RUN.finditer(text)]


def ends_sentence(between):
    """Whether a sentence ends in what stands between two words of a text as written."""
    return between not in ("", " ") and _SENTENCE_END.search(between) is not None
