"""Words of scripts that do not show where a word ends: each character with the next one.

A stretch of n characters that belong together gives n - 1 joined words of two characters, so that a question for it asks
for all of them in a row; a single character gives a word of one. Everything else that somebody may ask for is kept as
further forms, which a page is found by but no question asks for: the characters by themselves, and the pairs where one
stretch ends and the next begins.
"""

from itertools import pairwise

from council.language.word import Word


def words_of_stretch(characters):
    """The words of characters that belong together.

    Args:
        characters: a list of ``(start, end, character)``, not empty.
    """
    if len(characters) == 1:
        [(start, end, character)] = characters
        return [Word(start, end, (character,))]
    words = [
        Word(start, end, (first + second, first), joined=place > 0)
        for place, ((start, _, first), (_, end, second)) in enumerate(pairwise(characters))
    ]
    words[-1] = with_further_forms(words[-1], [characters[-1][2]])
    return words


def with_further_forms(word, forms):
    """The word, found by these forms too."""
    return word._replace(forms=tuple(dict.fromkeys([*word.forms, *forms])))


def bridge(before, between, after):
    """The forms by which is found what reaches from one stretch into the next, or into what is in none.

    Args:
        before: the characters of the stretch before, of which the last two count.
        between: the characters in no stretch.
        after: the characters of the stretch after, of which the first two count.
    """
    before, after = before[-2:], after[:2]
    row = before + between + after
    forms = list(between)
    for length in (2, 3):
        # Those that lie neither in the stretch before nor in the one after.
        for place in range(max(0, len(before) + 1 - length), min(len(before + between), len(row) + 1 - length)):
            forms.append(_lexeme(row[place : place + length]))
    return forms


def _lexeme(characters):
    """How the index writes two characters, and three, which are two joined words (see `search.lexemes.together`)."""
    return characters if len(characters) == 2 else characters[:2] + characters[1:]
