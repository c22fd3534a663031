"""From what somebody typed to what is asked of the index."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from council.language import Token, analyse, vocabulary_of
from council.language.kana import is_kana
from council.language.normalise import normalise
from search import lexemes
from search.expressions import Lexeme, any_of, every

# Longer questions are cut: eight words find what twenty do.
MOST_CHARACTERS = 200
MOST_CONCEPTS = 8
MOST_TOKENS = 60
# From what part on it is taken for what was meant.
UNDERSTOOD_FROM = 0.75
_CHUNK = re.compile(r"[^\s　]+")
_QUOTES = re.compile(r'["“”„‟«»「」『』＂]')


@dataclass(frozen=True)
class Concept:
    """One thing that is asked for: a word, a compound (子ども食堂), or a phrase in quotation marks.

    Attributes:
        text: as it was typed.
        tokens: its words.
        is_phrase: whether its words have to stand side by side as they do here.
        is_sound: whether it was typed in kana: perhaps the site writes it in kanji.
    """

    text: str
    tokens: tuple[Token, ...]
    is_phrase: bool = False
    is_sound: bool = False

    @property
    def is_one_word(self):
        """Whether what was typed in kana is a word of the dictionary, all of it."""
        return len(self.tokens) == 1 and self.tokens[0].end - self.tokens[0].start == len(self.text)

    @property
    def is_mostly_particles(self):
        """Whether the words that are understood in something typed in kana are a small part of it."""
        understood = sum(token.end - token.start for token in self.tokens)
        return self.is_sound and understood < len(self.text) * UNDERSTOOD_FROM

    def forms(self):
        return [form for token in self.tokens for form in token.forms[:1]]


@dataclass(frozen=True)
class Question:
    """What is asked of the pages of one vocabulary.

    Attributes:
        vocabulary: how their texts are taken apart.
        concepts: all of which a page has to have.
    """

    vocabulary: str
    concepts: tuple[Concept, ...]


# One search asks for the same question several times: for its results, for what staff puts first, for another spelling.
@lru_cache(maxsize=16)
def question_of(text, language):
    """A `Question` to the pages in a language, or ``None`` where the text has no word in it.

    What stands in quotation marks is a phrase; so is what is written in one piece. Everything else are words that
    have to occur somewhere on the page.
    """
    concepts = []
    for part, is_phrase in _quoted(text[:MOST_CHARACTERS]):
        tokens = analyse(part, language)[:MOST_TOKENS]
        if is_phrase and tokens:
            concepts.append(_concept(part, tokens, is_phrase=True))
        else:
            concepts += _concepts(part, tokens, language)
    seen = {tuple(concept.forms()): concept for concept in reversed(concepts)}
    kept = [concept for concept in concepts if seen[tuple(concept.forms())] is concept]
    return Question(vocabulary_of(language), tuple(kept[:MOST_CONCEPTS])) if kept else None


def _quoted(text):
    """``(part, is a phrase)``; a mark without a partner is none."""
    pieces = _QUOTES.split(text)
    if len(pieces) % 2 == 0:
        pieces[-2:] = [f"{pieces[-2]} {pieces[-1]}"]
    return [(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece.strip()]


def _concept(text, tokens, **kind):
    return Concept(text[tokens[0].start : tokens[-1].end], tuple(tokens), **kind)


def _concepts(text, tokens, language):
    concepts, sounds = [], _in_kana(text) if vocabulary_of(language) == "japanese" else []
    for start, end in sounds:
        inside = [token for token in tokens if start <= token.start < end]
        if inside:
            concepts.append((start, Concept(text[start:end], tuple(inside), is_sound=True)))
            tokens = [token for token in tokens if token not in inside]
    concepts += [(group[0].start, _concept(text, group)) for group in compounds(tokens)]
    return [concept for _start, concept in sorted(concepts, key=lambda each: each[0])]


def _in_kana(text):
    """Where something stands between spaces that is written in kana alone."""
    return [chunk.span() for chunk in _CHUNK.finditer(text) if is_kana(normalise(chunk[0]).text)]


def compounds(tokens):
    """Tokens in lists, each of those that are joined."""
    groups = []
    for token in tokens:
        if token.joined and groups:
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def as_typed(text):
    """A question in the form in which two that mean the same are the same: for what is kept of it."""
    return " ".join(normalise(text[:MOST_CHARACTERS]).text.split())


class Asked:
    """The conditions that a concept puts on a page's lexemes.

    Args:
        vocabulary: of the pages.
        concept: what is asked for.
        others: further conditions of which one is enough: synonyms, words that sound so, terms of the glossary.
    """

    def __init__(self, vocabulary, concept, others=()):
        self.sign = lexemes.VOCABULARIES[vocabulary]
        self.concept = concept
        if concept.is_phrase:
            self.own = self._phrase()
        else:
            self.own = every(self._compound(group) for group in compounds(concept.tokens))
        self.others = tuple(others)
        # いとかわ is 糸川 here, and not the 糸 that is left of it where かわ is taken for particles.
        self.anywhere = any_of(others if others and concept.is_mostly_particles else [self.own, *others])

    def _word(self, form):
        return Lexeme(self.sign + lexemes.word(form))

    def _compound(self, tokens):
        """The tokens one behind the other, with nothing between them."""
        if len(tokens) == 1:
            return self._word(tokens[0].forms[0])
        by_threes = len(tokens) > 2 and tokens[1].start >= tokens[0].end
        if by_threes and not any(_has_other_spellings(tokens, place) for place in range(len(tokens))):
            threes = zip(tokens, tokens[1:], tokens[2:], strict=False)
            return every(Lexeme(self.sign + lexemes.together(*three)) for three in threes)
        links = [Lexeme(self.sign + lexemes.together(*two)) for two in pairwise(tokens)]
        return every(self._with_whole_words(tokens, links))

    def _with_whole_words(self, tokens, links):
        """A word of several parts (独り暮らし) may also stand there in another spelling (一人暮らし)."""
        conditions, place = [], 0
        while place < len(links):
            whole, length = _whole(tokens, place)
            if whole:
                inner = every(links[place : place + length - 1])
                conditions.append(any_of([inner, self._word(whole)]))
                place += length - 1
            else:
                conditions.append(links[place])
                place += 1
        return conditions

    def _phrase(self):
        tokens = self.concept.tokens
        if len(tokens) == 1:
            return self._word(tokens[0].forms[0])
        return every(
            any_of(
                [Lexeme(self.sign + lexemes.together(first, second)), Lexeme(self.sign + lexemes.beside(first, second))]
            )
            for first, second in pairwise(tokens)
        )

    def words(self):
        """A condition for each word by itself, for when nothing has them together."""
        return [self._word(token.forms[0]) for token in self.concept.tokens]


def _whole(tokens, place):
    """The whole word that begins with a token, and how many parts it has; ``("", 1)`` where it is none."""
    token = tokens[place]
    if len(token.forms) < 2 or token.parts < 2 or place + token.parts > len(tokens):
        return "", 1
    return token.forms[1], token.parts


def _has_other_spellings(tokens, place):
    """Whether a word begins there whose dictionary form is not that of its parts: 独り暮らし for 一人 and 暮らし."""
    whole, length = _whole(tokens, place)
    return bool(whole) and whole != lexemes.together(*tokens[place : place + length])


def next_to_each_other(vocabulary, first, second):
    """The condition that two concepts follow each other."""
    sign = lexemes.VOCABULARIES[vocabulary]
    before, after = first.tokens[-1], second.tokens[0]
    return any_of([Lexeme(sign + lexemes.together(before, after)), Lexeme(sign + lexemes.beside(before, after))])
