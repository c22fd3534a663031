"""How a term may be written, and finding it in a text. Pure."""

import re
import unicodedata
from functools import lru_cache

from translators.memory.tags import plain

_BRACKETS = re.compile(r"[（(〔［\[]([^（()）〔〕［\[\]］]*)[）)〕］\]]")
_APOSTROPHES = re.compile("[’‘ʼ´`]")
_SPACE = re.compile(r"\s+")
# Scripts that put spaces between words, so that a word can stand inside another: Latin, Greek, Cyrillic.
_LETTERS = "0-9A-Za-zÀ-ɏͰ-ϿЀ-ӿḀ-ỿ"
_SPACELESS = {"ja", "zh"}


def forms(word):
    """A term's ways of being written, as they are.

    「社会福祉協議会（社協）」 may stand in full, without its brackets, or as what they hold. Brackets in the middle of
    a word hold a part of it, not another name; a single sign is no name either.
    """
    word = word.strip()
    found = [word]
    without = _SPACE.sub(" ", _BRACKETS.sub("", word)).strip()
    if without and without != word:
        found.append(without)
        inner = _BRACKETS.search(word)
        if inner.end() == len(word) and len(inner[1].strip()) > 1:
            found.append(inner[1].strip())
    return list(dict.fromkeys(form for form in found if form))


def comparable(data, language_code):
    """A text in the form in which terms are looked for: no tags, one width, one kind of apostrophe and space."""
    text = unicodedata.normalize("NFKC", plain(data))
    text = _APOSTROPHES.sub("'", text).casefold()
    if language_code.partition("-")[0] in _SPACELESS:
        # Plain Japanese puts spaces between words; between Latin words in it they stay.
        return re.sub(rf"(?<![{_LETTERS}])\s+|\s+(?![{_LETTERS}])", "", text)
    return _SPACE.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def pattern(form, language_code):
    """A compiled pattern that finds a form in a comparable text, as a word of its own where the script has words."""
    text = comparable(form, language_code)
    if not text:
        return re.compile(r"(?!)")
    english = language_code.partition("-")[0] == "en"
    parts = [_word(word) if english else re.escape(word) for word in text.split(" ")]
    written = r"[ \-]".join(parts) if english else " ".join(parts)
    before = rf"(?<![{_LETTERS}])" if re.match(rf"[{_LETTERS}]", text) else ""
    after = rf"(?![{_LETTERS}])" if re.search(rf"[{_LETTERS}]\Z", text) else ""
    return re.compile(f"{before}{written}{after}")


def _word(word):
    """An English word in the singular or the plural."""
    if not re.fullmatch(r"[a-z][a-z'-]*[a-z]", word) or len(word) < 3:
        return re.escape(word)
    if re.search(r"[^aeiou]ies\Z", word):
        return re.escape(word[:-3]) + "(?:y|ies)"
    if re.search(r"[^aeiou]y\Z", word):
        return re.escape(word[:-1]) + "(?:y|ies)"
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return re.escape(word) + "(?:e?s)?"
