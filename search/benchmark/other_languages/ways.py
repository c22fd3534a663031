"""The ways that are measured: each a function from a text to tokens."""

import re
from importlib.util import find_spec

from council.language import analyse
from council.language.han import simplified
from council.language.normalise import normalise
from council.language.token import Token
from council.language.other import tokens as plain_tokens


def ways_of(language):
    """``{name: function}`` for a language's code; the last one is the site's own."""
    ways = dict(_WAYS[language])
    ways["ours"] = lambda text: analyse(text, language)
    return ways


def _words_between_spaces(text):
    return [Token(*match.span(), (match.group(),)) for match in re.finditer(r"\w+", normalise(text).text)]


def _snowball(text):
    from snowballstemmer.english_stemmer import EnglishStemmer

    stemmer = EnglishStemmer()
    return [token._replace(forms=(stemmer.stemWord(token.forms[0]),)) for token in plain_tokens(text)]


def _single_characters(text):
    """Each character one word, joined to the next: what is found has all pairs of the question, in any order."""
    text = simplified(normalise(text).text)
    return [
        Token(place, place + 1, (sign,), joined=place > 0 and text[place - 1].isalnum())
        for place, sign in enumerate(text)
        if sign.isalnum()
    ]


def _cut_by(cut, joined):
    def tokens(text):
        found = []
        for word in cut(simplified(normalise(text).text)):
            is_word = word.isalnum()
            found.append(Token(0, 0, (word,), joined=joined and bool(found) and found[-1] is not None) if is_word else None)
        return [token for token in found if token is not None]

    return tokens


def _without_particles(text):
    from council.language.korean_endings import length_of_stem

    return [
        token._replace(forms=(token.forms[0][: length_of_stem(token.forms[0])],)) for token in _words_between_spaces(text)
    ]


def _kiwi(joined):
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=1)

    def tokens(text):
        found, end = [], -1
        for each in kiwi.tokenize(text):
            if each.tag[0] in "NVMSX" and each.tag[:2] not in ("SF", "SP", "SS", "SE", "SO", "SW", "XS") and each.form.isalnum():
                is_joined = joined and each.start == end
                found.append(Token(each.start, each.start + each.len, (each.form.lower(),), joined=is_joined))
                end = each.start + each.len
        return found

    return tokens


def _chinese():
    ways = {"pairs, any order": _single_characters, "pairs in a row": plain_tokens}
    if find_spec("jieba"):
        import jieba

        jieba.setLogLevel(60)
        ways["jieba, in a row"] = _cut_by(jieba.lcut, joined=True)
    if find_spec("rjieba"):
        import rjieba

        ways["rjieba, in a row"] = _cut_by(rjieba.cut, joined=True)
        ways["rjieba, anywhere"] = _cut_by(rjieba.cut, joined=False)
        ways["rjieba for search"] = _cut_by(rjieba.cut_for_search, joined=False)
    return ways


def _korean():
    ways = {
        "between spaces": _words_between_spaces,
        "without particles": _without_particles,
        "pairs, any order": _single_characters,
    }
    if find_spec("kiwipiepy"):
        ways["Kiwi, in a row"] = _kiwi(joined=True)
        ways["Kiwi, anywhere"] = _kiwi(joined=False)
    return ways


_WAYS = {
    "en": {"between spaces": _words_between_spaces, "Snowball alone": _snowball},
    "zh-hans": _chinese(),
    "ko": _korean(),
}
