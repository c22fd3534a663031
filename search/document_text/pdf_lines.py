"""Lines as a PDF has them, made into paragraphs: a word that a line's end cuts in two would never be found."""

import re
import unicodedata

from search.document_text.clean import JAPANESE, clean

_LETTER = re.compile(f"[{JAPANESE}]")
_CELLS = re.compile(f"[{JAPANESE}] +[{JAPANESE}]")
_ITEM = re.compile(r"[・●○◎◯■□◆◇▲△▼▽★☆※→⇒①-⑳〈《【〔<]|[(（]?[0-9０-９]+[)）.．]|第[0-9０-９一-十]+[章節条]")
# What a digit counts. Between the two, and before the digit, pypdf takes the room that Word leaves for a space.
_COUNTED = "年月日時分秒人名回件円歳才章節条項号目次期版か箇ヵヶつ世割台組万億千百十週町丁番階団校世帯頁ペ％%"
_BEFORE_DIGITS = re.compile(f"(?<=[{JAPANESE}]) (?=[0-9]{{1,4}} ?[{_COUNTED}])")
_AFTER_DIGITS = re.compile(f"(?<=[0-9]) (?=[{_COUNTED}])")

# What a sentence goes on after: where a line ends with it, the margin has cut it.
_MIDWAY = tuple("、（「・はがをにのでとへもや")
_OPENING = "（「『"

# Widths in halves of a full-width sign.
_NARROWEST_COLUMN = 24

# A vertical line comes out with one sign, or one number, a line.
_VERTICAL_PIECE = 6
_VERTICAL_AT_LEAST = 4


def joined(lines):
    """The paragraphs that these lines were cut from, as far as it can be told; at worst two that follow each other."""
    lines = list(_upright(_tidy(lines)))
    margins = _margins(lines)
    paragraph, last = "", ""
    for line in lines:
        if paragraph and (_cuts_a_number(last, line) or (_width(last) in margins and _goes_on(last, line))):
            paragraph += line
        else:
            if paragraph:
                yield paragraph
            paragraph = line
        last = line
    if paragraph:
        yield paragraph


def _tidy(lines):
    for line in lines:
        line = _BEFORE_DIGITS.sub("", clean(line))
        line = _AFTER_DIGITS.sub("", line)
        if line:
            yield line


def _upright(lines):
    """Vertical lines, which come as a column of single signs, as one line."""
    column = []
    for line in lines:
        if len(line.replace(" ", "")) <= _VERTICAL_PIECE:
            column.append(line)
        else:
            yield from _upright_column(column)
            column = []
            yield line
    yield from _upright_column(column)


def _upright_column(column):
    single = sum(len(line) == 1 for line in column)
    if single < _VERTICAL_AT_LEAST or single < len(column) / 2:
        return column
    return ["".join(column).replace(" ", "")]


def _margins(lines):
    """How wide lines are that a margin cuts: the widest of the page, and those like lines that end midway.

    Items of a list end before it, and are no more cut than headings are.
    """
    widths = {_width(line) for line in lines}
    sure = {max(widths, default=0), *(_width(line) for line in lines if line.endswith(_MIDWAY))}
    near = {width + more for width in sure for more in range(-_ragged(width), _ragged(width) + 1)}
    return {width for width in near if width >= _NARROWEST_COLUMN}


def _goes_on(line, following):
    """Whether the second of two lines is the first one's rest: only asked of Japanese, which has no spaces to cut at."""
    return bool(
        _width(following) <= _width(line) + _ragged(_width(line))
        and (_LETTER.match(line[-1]) or line.endswith(_MIDWAY))
        and (_LETTER.match(following[0]) or following[0] in _OPENING)
        and not _CELLS.search(line)
        and not _ITEM.match(following)
    )


def _cuts_a_number(line, following):
    """A telephone number, cut behind a hyphen."""
    return line[-2:-1].isdigit() and line[-1] == "-" and following[0].isdigit()


def _ragged(width):
    """By how much lines of a column differ: signs that may not begin or end one, and narrow letters among wide ones."""
    return 4 + width // 16


def _width(line):
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line)
