"""Names of persons in what somebody has typed, as far as Sudachi's dictionary knows them."""

from council.language.japanese import LONGEST_INPUT, tokenizer
from council.language.normalise import normalise

_TITLES = {"さん", "様", "氏", "君", "くん", "ちゃん", "先生"}


def names_a_person(text):
    """Whether a surname stands with a given name (山田太郎, 佐藤 花子), or one of them with a title (田中さん).

    A surname alone may be a place, and is not taken for a person.
    """
    before = ""
    for morpheme in tokenizer().tokenize(normalise(text).text[:LONGEST_INPUT]):
        if morpheme.part_of_speech()[0] == "空白":
            continue
        name = _kind_of_name(morpheme)
        if before and (name == "名" or morpheme.surface() in _TITLES):
            return True
        before = name
    return False


def _kind_of_name(morpheme):
    """``姓`` or ``名``; empty for any other word."""
    _word, _kind, of, which = morpheme.part_of_speech()[:4]
    return which if of == "人名" else ""
