"""Where a title may be broken: between phrases, and never so that a line begins or ends with a sign that must not."""

from council.language.japanese_phrases import japanese_phrases
from council.language.line_edges import NOT_FIRST, NOT_LAST


def phrases_of(text, language_code, names=()):
    """The text in pieces that stay together where there is room; joined, they are the text.

    Japanese by its phrases (文節), languages with spaces by their words, Chinese by its signs.

    Args:
        names: ``[(start, end)]`` of what is not cut in a Japanese text.
    """
    language = language_code.partition("-")[0]
    if language == "ja":
        return japanese_phrases(text, names)
    if language == "zh":
        return signs_of(text)
    return _words(text)


def signs_of(text):
    """The text in its smallest pieces between which a line may end; words of Latin letters stay whole."""
    pieces = []
    for sign in text:
        if pieces and _together(pieces[-1], sign):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _together(before, sign):
    last = before[-1]
    if last.isspace():
        return sign.isspace()
    return sign in NOT_FIRST or last in NOT_LAST or sign.isspace() or (_is_latin(last) and _is_latin(sign))


def _is_latin(sign):
    return (sign.isascii() and sign.isalnum()) or "\u00c0" <= sign <= "\u024f"


def _words(text):
    pieces, word = [], ""
    for sign in text:
        if word and word[-1].isspace() and not sign.isspace():
            pieces.append(word)
            word = ""
        word += sign
    return [*pieces, word] if word else pieces
