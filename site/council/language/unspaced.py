"""Words of scripts that have letters but no spaces, such as Thai: pairs of letters."""

from council.language.accents import fold
from council.language.pairs import words_of_stretch


def letter_pairs(_text, group):
    """The runs as pairs of letters. A vowel sign counts as a letter; a tone mark does not, and belongs to the one before."""
    rows = map(_letters, group)
    return [word for row in rows if row[0] for word in words_of_stretch(row, 0, len(row[0]))]


def _letters(run):
    """``(letters, starts, ends)`` of a run."""
    letters, starts, ends = [], [], []
    for place, sign in enumerate(run.text, run.start):
        letter = fold(sign)
        if letter:
            letters.append(letter)
            starts.append(place)
            ends.append(place + 1)
        elif letters:
            ends[-1] = place + 1
    return letters, starts, ends
