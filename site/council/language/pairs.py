"""Words of scripts that do not show where a word ends: each character with the next one.

A stretch of n characters that belong together gives n - 1 joined words of two characters, so that a question for it asks
for all of them in a row; a single character gives a word of one. Everything else that somebody may ask for is kept as
further forms, which a page is found by but which no question asks for: the characters by themselves, and the pairs
where one stretch ends and the next begins.
"""

from council.language.word import Word


def words_of_stretch(characters):
    """The words of characters that belong together.

    Args:
        characters: a list of ``(start, end, character)``.
    """
    if len(characters) == 1:
        [(start, end, character)] = characters
        return [Word(start, end, (character,))]
    words = []
    for (start, _end, first), (_start, end, second) in zip(characters, characters[1:], strict=False):
        words.append(Word(start, end, (first + second, first), joined=bool(words)))
    words[-1] = with_further_forms(words[-1], [characters[-1][2]])
    return words


def with_further_forms(word, forms):
    """The word, found by these forms too."""
    return word._replace(forms=tuple(dict.fromkeys([*word.forms, *forms])))


def bridge(before, between, after):
    """The forms by which is found what reaches from one stretch into the next.

    Args:
        before: the characters of the stretch before, of which the last two count.
        between: the characters in no stretch.
        after: the characters of the stretch after, of which the first two count.
    """
    before, after = before[-2:], after[:2]
    row = before + between + after
    forms = list(between)
    for place in range(len(row) - 1):
        pair = row[place : place + 2]
        if place + 2 > len(before) and place < len(before) + len(between):
            forms.append(pair)
        if place + 3 <= len(row) and place + 3 > len(before) and place < len(before) + len(between):
            # How the index writes two words of two characters that are joined.
            forms.append(pair + row[place + 1 : place + 3])
    return forms
