"""Phrases (文節) of a Japanese title: where it is broken as somebody who sets type would break it."""

import re
from itertools import accumulate, pairwise

from council.language.japanese import parts_of_speech
from council.language.kana import is_kana
from council.language.line_edges import NOT_FIRST, NOT_LAST

# A piece of more signs is taken apart where it is not held fast: at a loose joint, else inside of a compound.
_LONGEST_LOOSE, _LONGEST_COMPOUND = 8, 9
# How a word is joined to the one before it: not at all; as a phrase that stays with its neighbour where both are short
# (においが + する); as a part of a compound (活動 + 計画); or so that nothing is broken off.
_NOT, _LOOSE, _COMPOUND, _FAST = range(4)

# What leans on the word before it.
_LEANS = {"助詞", "助動詞", "接尾辞", "補助記号", "空白"}
_NOMINAL = {"名詞", "形状詞"}
# What says little by itself: できる + こと, 読む + ように.
_FORMAL = {
    "こと", "もの", "ため", "とき", "ところ", "ほう", "うち", "まま", "よう", "わけ", "はず", "つもり", "たび", "とおり", "あと", "まえ", "ころ",
}  # fmt: skip
# Verbs that are one word with the noun before them: 参加する, お願いいたします, お話しください.
_WITH_NOUNS = {"する", "為る", "できる", "出来る", "いたす", "致す", "なさる", "くださる", "下さる", "いただく"}
# A particle and a verb that are as good as one particle: について, という, における.
_AS_A_PARTICLE = {
    "に": {"する", "つく", "よる", "おく", "おける", "とる", "つれる"},
    "と": {"いう", "する"},
    "を": {"もつ"},
}
# Of a name that whoever asks has given.
_OWN = "own"
_AFTER_HELPED = {"て", "で", "ちゃ", "じゃ"}
_CLOSING = "、。，．！？!?」』）)]］】〉》…"
_NAME_IN_KANJI = re.compile("[々一-鿿]")
_SPACED_PHRASE = re.compile("[^ 　、。！？]+[、。！？」』）]*")
_TAKES_NO_ROOM = frozenset(f"{_CLOSING}「『（([［【〈《 　")
_JAPANESE_SPACE = re.compile(
    "(?<=[\u3040-\u30ff\u4e00-\u9fff、。！？」』）])[ \u3000](?=[\u3040-\u30ff\u4e00-\u9fff「『（])"
)


def japanese_phrases(text, names=()):
    """The text in pieces; joined, they are the text.

    Args:
        names: ``[(start, end)]`` of what is not cut.
    """
    whole = [*names, *_spaced_phrases(text)]
    pieces, parts, place = [], _parts(text, names), 0
    for number, part in enumerate(parts):
        joint = _joint(parts[max(0, number - 2) : number], part) if number else _NOT
        if any(start < place < end for start, end in whole):
            joint = _FAST
        if joint == _NOT:
            pieces.append([])
        pieces[-1].append((joint, part.word))
        place += len(part.word)
    return [each for piece in pieces for each in _cut(piece)]


def _parts(text, names):
    """The words of a text; a name that is several is one noun, 居場所 behind a て too."""
    parts, place = [], 0
    ends = dict(names)
    for part in _words(text, names):
        start, place = place, place + len(part.word)
        parts.append((start, part))
        for first in range(len(parts) - 2, -1, -1):
            begin = parts[first][0]
            if ends.get(begin) == place:
                parts[first:] = [(begin, part._replace(word=text[begin:place], kind="名詞", finer=_OWN))]
                break
    return [_as_leaning(part) for _start, part in parts]


def _words(text, names):
    """A name in kanji is a word even where the dictionary has another: 糸川区 + 民生委員, not 糸川 + 区民 + 生 + 委員."""
    words = parts_of_speech(text, _LONGEST_COMPOUND)
    edges = {0, *accumulate(len(part.word) for part in words)}
    cut = {edge for name in names if name[1] - name[0] > 2 and _NAME_IN_KANJI.search(text, *name) for edge in name}
    if cut <= edges:
        return words
    places = sorted({0, *cut, len(text)})
    return [part for start, end in pairwise(places) for part in parts_of_speech(text[start:end], _LONGEST_COMPOUND)]


def _as_leaning(part):
    """What the dictionary takes for a word of one kana (く for nine, in 息つく) is rather the end of the one before it."""
    if len(part.word) == 1 and is_kana(part.word) and part.kind in ("名詞", "感動詞", "代名詞", "副詞"):
        return part._replace(kind="助詞", subkind="")
    return part


def _spaced_phrases(text):
    """Where plain Japanese is written with spaces, the writer has said what the phrases are: みんなで ごはんを たべる."""
    if not _JAPANESE_SPACE.search(text):
        return []
    return [each.span() for each in _SPACED_PHRASE.finditer(text) if len(each[0]) <= _LONGEST_LOOSE]


def _joint(before, part):
    """How a word is joined to the one or two words before it."""
    last = before[-1]
    sign = part.word[0]
    if last.word[-1] in NOT_LAST or sign in NOT_FIRST:
        return _FAST
    if sign in NOT_LAST or last.kind == "空白":
        return _NOT
    if part.kind in _LEANS or last.kind == "接頭辞":
        return _FAST
    if last.word[-1] in _CLOSING:
        return _NOT
    if last.kind == "連体詞":
        return _FAST if len(last.word) < 3 else _LOOSE
    if part.kind in _NOMINAL and (last.kind in _NOMINAL or last.subkind == "名詞的"):
        return _between_nouns(before, part)
    if last.kind == "動詞" and part.kind in _NOMINAL and last.word != last.listed:
        # 話し会, but not 話す会.
        return _COMPOUND
    if part.kind in ("動詞", "形容詞") and (joint := _before_verb(last, part)):
        return joint
    if last.kind == "副詞" and len(last.word) < 3:
        # もう一度, また上がった.
        return _LOOSE
    if part.word in _FORMAL and last.kind in ("動詞", "形容詞", "助動詞", "助詞"):
        return _LOOSE
    return _NOT


def _between_nouns(before, part):
    last = before[-1]
    if last.subkind == "数詞":
        return _FAST
    if part.subkind == "数詞" and last.kind == "接尾辞" and before[0].subkind != "数詞":
        # 梅原さん 88歳, but 2分10秒.
        return _NOT
    # 第3期 + 地域福祉活動計画, 糸川区 + 社会福祉協議会.
    is_complete = last.finer == _OWN or (
        len(before) > 1 and (before[0].subkind == "数詞" or _is_place(before[0], last))
    )
    return _LOOSE if is_complete else _COMPOUND


def _is_place(name, end):
    return name.subkind == "固有名詞" and end.kind == "接尾辞"


def _before_verb(last, part):
    """食べている, 参加する, について: one phrase; カレーの においがする: rather one."""
    if last.kind in ("名詞", "形状詞", "副詞") and part.listed in _WITH_NOUNS:
        return _FAST
    if part.listed in _AS_A_PARTICLE.get(last.word, ()):
        return _FAST
    if part.word[0] == "な" and part.listed == "ない" and last.kind in ("形容詞", "助動詞"):
        return _FAST
    if last.kind == "動詞" or last.subkind == "数詞" or (part.subkind == "非自立可能" and last.word in _AFTER_HELPED):
        return _COMPOUND
    if part.subkind == "非自立可能":
        return _LOOSE if last.kind in ("助詞", "助動詞", "形容詞", "接尾辞") else _NOT
    return _NOT


def _cut(piece):
    """A piece, or its parts where it is too long: ``[(joint, word)]``."""
    text = "".join(word for _joint, word in piece)
    size = sum(each not in _TAKES_NO_ROOM for each in text)
    for joint, most in ((_LOOSE, _LONGEST_LOOSE), (_COMPOUND, _LONGEST_COMPOUND)):
        if size <= most:
            break
        # From the left: how many signs stand before each joint at which it may be cut; none is left alone.
        before = accumulate(len(word) for _joint, word in piece)
        ways = [(abs(len(text) - 2 * left), place) for place, left in enumerate(before, 1)
                if place < len(piece) and piece[place][0] == joint and 1 < left < len(text) - 1]  # fmt: skip
        if ways:
            place = min(ways)[1]
            return [*_cut(piece[:place]), *_cut(piece[place:])]
    return [text]
