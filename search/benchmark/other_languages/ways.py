"""The ways that are measured: each a function from a text to tokens."""

import re
from importlib.util import find_spec

from snowballstemmer.english_stemmer import EnglishStemmer

from council.language import analyse
from council.language.han import simplified
from council.language.korean_endings import length_of_stem
from council.language.normalise import normalise
from council.language.other import tokens as plain_tokens
from council.language.token import Token


def ways_of(language):
    """``{name: function}`` for a language's code; the last one is the site's own."""
    ways = dict(_WAYS[language])
    ways["ours"] = lambda text: analyse(text, language)
    return ways


def _words_between_spaces(text):
    return [Token(*match.span(), (match.group(),)) for match in re.finditer(r"\w+", normalise(text).text)]


def _snowball(text):
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
    """Words as a dictionary cuts them; ``joined``: as compounds, where nothing stands between them."""

    def tokens(text):
        found, is_word = [], False
        for word in cut(simplified(normalise(text).text)):
            was_word, is_word = is_word, word.isalnum()
            if is_word:
                found.append(Token(0, 0, (word,), joined=joined and was_word))
        return found

    return tokens


def _without_particles(text):
    return [
        token._replace(forms=(token.forms[0][: length_of_stem(token.forms[0])],))
        for token in _words_between_spaces(text)
    ]


# Kiwi's tags of nouns, verbs, roots, foreign words, numbers and Chinese characters.
_KIWI_WORDS = ("N", "V", "M", "XR", "SL", "SN", "SH")


def _kiwi(joined):
    """Kiwi's morphemes that carry something; ``joined``: as compounds, where nothing stands between them."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=1)

    def tokens(text):
        found, end_before = [], None
        for each in kiwi.tokenize(text):
            if each.tag.startswith(_KIWI_WORDS) and each.form.isalnum():
                is_joined = joined and each.start == end_before
                end_before = each.start + each.len
                found.append(Token(each.start, end_before, (each.form.lower(),), joined=is_joined))
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
