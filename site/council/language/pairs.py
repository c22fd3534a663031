"""Words of scripts that do not show where a word ends: each character with the next one.

A stretch of n characters that belong together gives n - 1 joined words of two characters, so that a question for it asks
for all of them in a row; a single character gives a word of one. Everything else that somebody may ask for is kept as
further forms, which a page is found by but no question asks for: the characters by themselves, and the pairs where one
stretch ends and the next begins.
"""

from operator import add


def words_of_stretch(row, begin, end, further=()):
    """The words of characters that belong together, as `council.language.word` has them.

    Args:
        row: ``(characters, starts, ends)``: a string, or a list of strings, and where each of them stands.
        begin, end: where in the row the stretch is; it is not empty.
        further: forms that the last of the words is found by too.
    """
    characters, starts, ends = row
    last = end - 1
    if begin == last:
        return [(starts[begin], ends[begin], _each_once(characters[begin], *further), False)]
    words = []
    for place in range(begin, last):
        first, second = characters[place], characters[place + 1]
        forms = (first + second, first) if place + 1 < last else _each_once(first + second, first, second, *further)
        words.append((starts[place], ends[place + 1], forms, place > begin))
    return words


def _each_once(*forms):
    # Mostly they are different, and a set is quickly made.
    return forms if len(set(forms)) == len(forms) else tuple(dict.fromkeys(forms))


def bridge(before, between, after):
    """The forms by which is found what reaches from one stretch into the next, or into what is in none.

    Three characters are two joined words, and the index writes them so (see `search.lexemes.together`).

    Args:
        before: the characters of the stretch before, of which the last two count; not empty.
        between: the characters in no stretch.
        after: the characters of the stretch after, of which the first two count.
    """
    before, after = before[-2:], after[:2]
    if not between:
        return _meeting(before, after) if after else []
    row = before + between + after
    twos = list(map(add, row, row[1:]))
    threes = list(map(add, twos, twos[1:]))
    # What lies in the stretch before or in the one after is no bridge.
    end = len(before) + len(between)
    return [*between, *twos[len(before) - 1 : end], *threes[:end]]


def _meeting(before, after):
    """The bridge between two stretches of one or two characters that stand side by side."""
    two = before[-1] + after[0]
    forms = [two]
    if len(before) == 2:
        forms.append(before + two)
    if len(after) == 2:
        forms.append(two + after)
    return forms
