"""Kanji that are one to whoever types them: 髙橋 and 高橋, 渡邊 and 渡辺, 會館 and 会館.

Sign for sign, so that no place in a text moves. For the search only: on its page a name stays as its bearer writes it.
"""

import re
from functools import cache

from council.language.radicals import RADICALS

# Beyond the old forms of the kanji for general use (OpenCC's table of them): variants in names, each with the usual form.
_PAIRS = (
    "髙高﨑崎嵜崎𠮷吉冨富嶋島嶌島濵浜濱浜邊辺邉辺齋斎德徳瀨瀬淸清凜凛槇槙桒桑栁柳舘館曻昇隆隆𠮟叱𣘺橋槗橋髙高晧皓祐祐羽羽鷗鴎"
    "俱倶剝剥塡填頰頬嚙噛繫繋蟬蝉醬醤蠟蝋摑掴瘦痩禱祷簞箪"
)
# Of general use themselves, or another word: the table would take them for something else.
_KEPT = frozenset("峯曾瀧燈禦禰穎聯鋪龍鎌")


@cache
def variants():
    """From the code of a variant to the usual kanji: for ``str.translate``."""
    from opencc import OpenCC

    converter = OpenCC("t2jp")
    old = [chr(code) for code in range(0x4E00, 0xA000)]
    table = {
        ord(sign): new
        for sign, new in zip(old, map(converter.convert, old), strict=True)
        if new != sign and len(new) == 1 and sign not in _KEPT
    }
    table |= {ord(sign): usual for sign, usual in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if sign != usual}
    return table | RADICALS


def with_usual_kanji(text):
    """A text with the usual kanji for each variant in it."""
    # Most texts have none, and this is found ten times as fast as a text is translated.
    return text.translate(variants()) if _variant().search(text) else text


@cache
def _variant():
    return re.compile(f"[{''.join(map(chr, variants()))}]")
