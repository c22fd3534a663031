"""Han characters and kana as words, whichever country writes them."""

from functools import cache

from opencc import OpenCC

from council.language.normalise import letters_and_digits
from council.language.pairs import words_of_stretch

_BLOCKS = [(0x3400, 0x4DC0), (0x4E00, 0xA000)]
# What OpenCC leaves to the sentence (著) or takes for another character (予 and 弁 of 予約 and 弁護).
_ALIKE = {"著": "着", "週": "周", "迴": "回", "裏": "里", "衞": "卫", "痺": "痹", "予": "预", "弁": "辩", "芸": "艺"}


def simplified(text):
    """A text with each Han character as mainland China writes it: 護 becomes 护, and so does the Japanese 険 险.

    Keeps the length. Goes by the character alone, without OpenCC's phrases: a question has only some of the characters
    that stand beside it in a page.
    """
    return text if text.isascii() else text.translate(_table())


@cache
def _table():
    signs = [chr(code) for first, end in _BLOCKS for code in range(first, end)]
    of_taiwan = _converted("t2s", signs)
    of_japan = _converted("t2s", _converted("jp2t", signs))
    table = {}
    for sign, taiwan, japan in zip(signs, of_taiwan, of_japan, strict=True):
        # 芸 and 浜 of Japan are other characters in China: only what is none there is taken for Japanese.
        simple = japan if taiwan == sign and not _is_of_mainland(sign) else taiwan
        if simple != sign:
            table[sign] = simple
    table.update(_ALIKE)
    return str.maketrans({sign: table.get(simple, simple) for sign, simple in table.items()})


def _converted(way, signs):
    return OpenCC(way).convert("\n".join(signs)).split("\n")


def _is_of_mainland(sign):
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def characters_of(run):
    """``(characters, starts, ends)`` of a run: its Han characters as one string, simplified, and where each of them stands."""
    characters = simplified(run.text)
    if characters.isalnum():
        return characters, range(run.start, run.end), range(run.start + 1, run.end + 1)
    starts = [place for place, sign in enumerate(characters, run.start) if sign.isalnum()]
    return letters_and_digits(characters), starts, [start + 1 for start in starts]


def han_words(_text, group):
    """The runs as pairs of characters."""
    rows = map(characters_of, group)
    return [word for row in rows if row[0] for word in words_of_stretch(row, 0, len(row[0]))]
