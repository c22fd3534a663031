"""One form for all ways to write a Japanese word, beyond what the dictionary knows."""

from council.language.kana import hiragana, is_kana
from council.language.normalise import letters_and_digits

# The last kana of a verb (取り組む) and of the noun made from it (取り組み): without it both are 取り組.
_LAST_OF_VERB = frozenset("うくぐすつぬぶむる")
_LAST_OF_NOUN = frozenset("いきぎしちにびみり")
# Behind a word of which no more than a kanji is left: 語る is another word than the 語 of 日本語.
STEM = "〻"
_VOICED_V = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ"}


def form_of(word, is_verb=False):
    """The form that a word of the dictionary is found by.

    Args:
        word: its normalised form in Sudachi's dictionary, which already joins 子供 and こども, サーバ and サーバー.
        is_verb: whether it stands in the form in which verbs stand in dictionaries.

    Returns:
        Letters and digits; empty where it has none.
    """
    word = letters_and_digits(word)
    if is_kana(word):
        return _kana_form(word)
    if len(word) > 1 and not is_kana(word[0]):
        last = word[-1]
        if last in _LAST_OF_VERB if is_verb else last in _LAST_OF_NOUN:
            return word[:-1] + STEM if len(word) == 2 else word[:-1]
    return word


def _kana_form(word):
    for sounds, plain in _VOICED_V.items():
        word = word.replace(sounds, plain)
    # A long vowel at the end of a borrowed word is often left out: ファシリテータ.
    if len(word) > 3 and word[-1] == "ー":
        word = word[:-1]
    return hiragana(word)
