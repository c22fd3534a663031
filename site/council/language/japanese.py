"""Words of Japanese, by Sudachi's dictionary.

Nouns are taken apart to their shortest parts (東京 + 都, so that 京都 is not found in 東京都) and keep the whole word as
a further form of the first part; verbs and adjectives stay whole, and lose their ending. Particles, auxiliaries and words
that carry nothing (する, こと, この) are no words. Measured against other ways in docs/decisions/0008-japanese-search.md.
"""

import threading
from functools import cache, lru_cache
from typing import NamedTuple

from sudachipy import Dictionary, SplitMode

from council.language.japanese_figures import with_figures
from council.language.japanese_forms import form_of
from council.language.japanese_inside import words_inside
from council.language.japanese_places import first_from
from council.language.japanese_years import years_in
from council.language.kana import is_kana, katakana
from council.language.normalise import letters_and_digits, normalise
from council.language.token import Token
from council.language.variants import with_usual_kanji

# Sudachi takes 49,149 bytes at once; a Japanese sign has three in UTF-8, a rare one four.
LONGEST_INPUT = 10_000
_ENDS_OF_PARTS = "\n。 、"

_NO_WORDS = {"助詞", "助動詞", "補助記号", "空白", "連体詞"}
# Verbs and nouns that help others: 活動する, 作っている, 困ったこと.
_HELPERS = {
    "為る", "居る", "有る", "成る", "出来る", "御座る", "下さる", "事", "こと", "為", "様", "よう", "等", "など", "御", "其れ", "それ", "此れ", "これ",
    "又", "又は", "及び", "並びに", "若しくは", "何れ", "どれ", "此処", "ここ", "其処", "そこ", "何処", "どこ", "何", "如何", "どう", "因る", "於く", "就く", "つく", "よる", "おく", "くださる", "ある", "いる", "する", "なる", "できる",
}  # fmt: skip
# What helps after these: 手伝っていただく, 来てみる, どうすればいい.
_BEFORE_HELPERS = {"て", "で", "ば", "たら", "ても", "と"}
_HELPERS_AFTER_TE = {
    "良い",
    "いい",
    "頂く",
    "貰う",
    "呉れる",
    "来る",
    "行く",
    "見る",
    "置く",
    "仕舞う",
    "上げる",
    "欲しい",
}
# A kanji that is written for another by habit.
_ALSO_WRITTEN = {"才": "歳", "ケ": "ヶ"}
_HONORIFICS = {"お", "ご", "御"}
_DOT = "・"
# What is no word, and yet makes a difference to the word behind it; so does what ends a sentence.
_TELLING = _BEFORE_HELPERS | _HONORIFICS | {_DOT}
_SENTENCE_ENDS = frozenset("。!?\n")


def tokens(text):
    """The words of a Japanese text, as `Token`."""
    normal = normalise(with_usual_kanji(text))
    found = []
    for offset, part in _pieces(normal.text):
        found += _words_of(part, offset, normal)
    years = list(years_in(normal.text))
    return with_figures(_with_years(found, years, normal) if years else found, normal)


def _words_of(text, offset, normal):
    """The tokens of one piece of a text."""
    found, starts = [], normal.starts[offset:]
    # Where the word before ended; after_te: it was て or で; glue: nothing but お or ご stands between; ended: a sentence.
    before, after_te, glue, ended = -1, False, False, True
    end = 0
    for morpheme in tokenizer().tokenize(text):
        begin, end = end, morpheme.end()
        length, parts, helps, tells = _words.get(morpheme.word_id(), _NEW)
        if length != end - begin:
            length, parts, helps, tells = _word(morpheme)
        if not parts or (after_te and helps):
            after_te = glue = False
            if tells:
                surface = text[begin:end]
                after_te = surface in _BEFORE_HELPERS
                glue = before == begin and (surface in _HONORIFICS or _joins_borrowed_words(text, begin, surface))
                ended = ended or not _SENTENCE_ENDS.isdisjoint(surface)
            continue
        for start, stop, forms, reading, count in parts:
            joined = glue or begin + start == before
            before = begin + stop
            first, last = starts[begin + start], starts[before]
            if first == last:
                first, last = normal.span(offset + begin + start, offset + before)
            found.append(Token(first, last, forms, joined, reading, joined or not ended, count))
            glue = ended = False
        after_te = False
    return found


def _joins_borrowed_words(text, place, sign):
    """ファミリー・サポート is ファミリーサポート; 民生委員・児童委員 are two."""
    around = text[place - 1 : place], text[place + 1 : place + 2]
    return sign == _DOT and all(is_kana(each) and each == katakana(each) for each in around)


# What is known of a word, the same wherever it stands: its length, its parts, whether it helps after て, and whether it tells
# something about the word behind it. Of each part where it begins and ends in the word, its forms, its reading, and of how many
# it is the first. No parts: no word. Plain tuples: to take apart named ones takes Python three times as long.
_words, _unlisted = {}, {}
_NEW = (-1, (), False, False)
_MOST_WORDS, _MOST_UNLISTED, _LONGEST_UNLISTED = 200_000, 10_000, 50


def _word(morpheme):
    """What is known of a word that is new, or not in the dictionary, or of another length than when it was new."""
    if morpheme.is_oov():
        if len(morpheme) > _LONGEST_UNLISTED:
            return _read(morpheme)
        # Figures may be read in several ways.
        key = morpheme.word_id(), morpheme.surface(), morpheme.normalized_form(), morpheme.reading_form()
        return _unlisted.get(key) or _remembered(_unlisted, _MOST_UNLISTED, key, _read(morpheme))
    key = morpheme.word_id()
    if key not in _words:
        return _remembered(_words, _MOST_WORDS, key, _read(morpheme))
    # すごーーい is read as すごーい: the same word, of another length.
    _length, parts, _helps, _tells = _words[key]
    return _read(morpheme) if parts else _no_word(morpheme.surface())


def _remembered(words, most, key, word):
    if len(words) >= most:
        words.clear()
    words[key] = word
    return word


def _no_word(surface):
    return len(surface), (), False, _tells(surface)


def _tells(surface):
    return surface in _TELLING or not _SENTENCE_ENDS.isdisjoint(surface)


def _read(morpheme):
    kind, *finer = morpheme.part_of_speech()[:2]
    surface, normal = morpheme.surface(), _normal(morpheme)
    if kind in ("補助記号", "空白") and letters_and_digits(surface):
        # Korean, Thai, Arabic: signs to this dictionary, and words to those who read them.
        kind = "名詞"
    if kind in _NO_WORDS or normal in _HELPERS or (kind == "接続詞" and is_kana(surface)):
        return _no_word(surface)
    pieces = [] if kind in ("動詞", "形容詞") else _pieces_of(morpheme)
    if len(pieces) > 1:
        forms = [(each.form,) for each in pieces]
        forms[0] += (form_of(normal),)
        parts = tuple(
            (each.start, each.end, forms[place], each.reading, 1 if place else len(pieces))
            for place, each in enumerate(pieces)
        )
        return len(surface), parts, False, _tells(surface)
    form = _form(morpheme)
    if not form:
        return _no_word(surface)
    helps = finer == ["非自立可能"] and normal in _HELPERS_AFTER_TE
    inside = ()
    if kind == "名詞" and finer != ["固有名詞"] and surface != katakana(surface):
        # Of native words alone: トラブル is no 虎.
        inside = words_inside(surface, morpheme.reading_form(), _one_word)
    forms = tuple(dict.fromkeys([form, *inside]))
    part = (0, len(surface), forms, morpheme.reading_form(), 1)
    return len(surface), (part,), helps, _tells(surface)


def _form(morpheme):
    kind = morpheme.part_of_speech()[0]
    normal = _normal(morpheme)
    # 眠い is no form of 眠る.
    return letters_and_digits(normal) if kind == "形容詞" else form_of(normal, is_verb=kind == "動詞")


def _normal(morpheme):
    """The form in which the dictionary has all ways to write a word; two kanji that it takes for one stay two."""
    normal, surface = morpheme.normalized_form(), morpheme.surface()
    if len(normal) == len(surface) == 1 and not is_kana(surface) and not normal.isdecimal():
        # 歳 is とし for it where it stands alone, and so 年; but 三 is 3.
        return _ALSO_WRITTEN.get(surface, surface)
    # お願い and お願いします: the dictionary has 御願い for the noun, 願う for the verb.
    if len(normal) > 2 and normal[0] == "御" and morpheme.part_of_speech()[1] != "固有名詞":
        return normal[1:]
    return normal


class _Piece(NamedTuple):
    start: int
    end: int
    form: str
    reading: str


def _pieces_of(morpheme):
    """The shortest parts of a noun: those of the dictionary, and of long words in katakana those that are in it."""
    begin = morpheme.begin()
    pieces = [
        _Piece(each.begin() - begin, each.end() - begin, form, each.reading_form())
        for each in morpheme.split(SplitMode.A)
        if (form := _form(each)) and form not in _HELPERS
    ]
    if len(pieces) < 2 and len(morpheme.surface()) >= SHORTEST_BORROWED_COMPOUND:
        return _borrowed(morpheme.surface()) or pieces
    if pieces and pieces[0].form == "小中学":
        # 小中学生 are 小学生 and 中学生; every office writes so.
        first = pieces[0]
        return (
            [_Piece(0, 1, "小", "ショウ"), _Piece(1, 3, "中学", "チュウガク"), *pieces[1:]]
            if first.end == 3
            else pieces
        )
    return pieces


# コミュニティバス has eight signs; what is shorter is rather one word that happens to hold two.
SHORTEST_BORROWED_COMPOUND = 7


def _borrowed(word):
    """コミュニティバス as コミュニティ and バス: the dictionary has many such compounds as one word."""
    if not is_kana(word) or word != katakana(word):
        return []
    for place in range(len(word) - 2, 2, -1):
        if place < 5 and len(word) - place < 3:
            continue
        before, after = _known_nouns(word[:place]), _known_nouns(word[place:])
        if before and after:
            return [
                *before,
                *(each._replace(start=each.start + place, end=each.end + place) for each in after),
            ]
    return []


@lru_cache(maxsize=5000)
def _known_nouns(word):
    """One noun of the dictionary, or two; else nothing."""
    found = list(tokenizer().tokenize(word))
    if len(found) > 2 or any(each.is_oov() or each.part_of_speech()[:2] != ("名詞", "普通名詞") for each in found):
        return ()
    return tuple(_Piece(each.begin(), each.end(), _form(each), each.reading_form()) for each in found)


@lru_cache(maxsize=20_000)
def _one_word(text):
    """``(form, reading)`` of a text that is one noun, verb or adjective of the dictionary; else ``None``."""
    found = list(tokenizer().tokenize(text))
    if len(found) != 1 or found[0].is_oov() or found[0].part_of_speech()[0] not in ("名詞", "動詞", "形容詞"):
        return None
    return _form(found[0]), found[0].reading_form()


def _with_years(found, years, normal):
    """The same words with each year as one."""
    result, place = [], 0
    for start, end, forms in years:
        begin, stop = normal.span(start, end)
        first = first_from(begin, found, place)
        result += found[place:first]
        place = first_from(stop, found, first)
        joined, follows = False, bool(result)
        if first < len(found) and found[first].start == begin:
            joined, follows = found[first].joined, found[first].follows
        result.append(Token(begin, stop, forms, joined, "", follows))
    return result + found[place:]


class Part(NamedTuple):
    """A word of a text as it is written, its part of speech in three steps and its form in a dictionary, in Sudachi's terms."""

    word: str
    kind: str
    subkind: str
    finer: str
    listed: str


def parts_of_speech(text, longest_noun):
    """`Part` by `Part` of a short text such as a title; joined, the text. Nouns of more signs than that are taken apart."""
    found = []
    for morpheme in tokenizer().tokenize(text[:LONGEST_INPUT]):
        part = Part(morpheme.surface(), *morpheme.part_of_speech()[:3], morpheme.dictionary_form())
        if part.kind == "名詞" and len(part.word) > longest_noun:
            found += _taken_apart(morpheme, part)
        elif part.word:
            found.append(part)
    return found


def _taken_apart(morpheme, whole):
    pieces = morpheme.split(SplitMode.A)
    if len(pieces) > 1:
        return [Part(each.surface(), *each.part_of_speech()[:3], each.dictionary_form()) for each in pieces]
    return [
        whole._replace(word=whole.word[each.start : each.end], listed=each.form) for each in _borrowed(whole.word)
    ] or [whole]


def _pieces(text):
    """``(offset, part)``: a text cut where sentences end, into what Sudachi takes at once."""
    place = 0
    while place < len(text):
        end = place + LONGEST_INPUT
        if end < len(text):
            cut = max(text.rfind(sign, place + 1, end) for sign in _ENDS_OF_PARTS)
            end = cut + 1 if cut > place else end
        yield place, text[place:end]
        place = end


_of_thread = threading.local()


@cache
def _dictionary():
    # One for the process: 202 MB that its workers share, as they are read from the file when they are needed.
    return Dictionary(dict="core")


def tokenizer():
    """Sudachi's tokenizers cannot be shared by threads."""
    if not hasattr(_of_thread, "tokenizer"):
        _of_thread.tokenizer = _dictionary().tokenizer(mode=SplitMode.C)
    return _of_thread.tokenizer


def readings_listed(word):
    """The readings, in katakana, under which the dictionary has exactly this word."""
    return {each.reading_form() for each in _dictionary().lookup(word)}
