"""How a term may be written, and finding it in a text. Pure."""

import re
import unicodedata
from functools import lru_cache

from translators.memory.tags import plain

_BRACKETS = re.compile(r"[（(〔［\[]([^（()）〔〕［\[\]］]*)[）)〕］\]]")
_APOSTROPHES = re.compile("[’‘ʼ´`]")
_HYPHENS = re.compile("[\u2010\u2011]")
# What nobody sees: where a word may break or must not, which way it runs, which of a kanji's forms it has.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_SPACE = re.compile(r"\s+")
# Scripts that put spaces between words, so that a word can stand inside another: Latin, Greek, Cyrillic.
_LETTERS = "0-9A-Za-zÀ-ɏͰ-ϿЀ-ӿḀ-ỿ"
_SPACELESS = {"ja", "zh"}
# English words of a council's glossary whose plural no rule makes.
_IRREGULAR = {
    word: f"(?:{'|'.join(ways)})"
    for ways in (
        ("child", "children"),
        ("life", "lives"),
        ("man", "men"),
        ("person", "persons", "people"),
        ("woman", "women"),
    )
    for word in ways
}


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
    """A text in the form in which terms are looked for: no tags, one width, one kind of apostrophe, hyphen and space."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", plain(data)))
    text = _HYPHENS.sub("-", _APOSTROPHES.sub("'", text)).casefold()
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
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not re.fullmatch(r"[a-z][a-z'-]*[a-z]", word) or len(word) < 3:
        return re.escape(word)
    if re.search(r"[^aeiou]ies\Z", word):
        return re.escape(word[:-3]) + "(?:y|ies)"
    if re.search(r"[^aeiou]y\Z", word):
        return re.escape(word[:-1]) + "(?:y|ies)"
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return re.escape(word) + "(?:e?s)?"
