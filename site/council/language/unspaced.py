"""Words of scripts that have letters but no spaces, such as Thai: pairs of letters."""

from council.language.accents import fold
from council.language.pairs import words_of_stretch


def letter_pairs(text, group):
    """The runs as pairs of letters. A vowel sign counts as a letter; a tone mark does not, and belongs to the one before."""
    return [word for run in group if (letters := _letters(text, run)) for word in words_of_stretch(letters)]


def _letters(text, run):
    letters = []
    for place in range(run.start, run.end):
        letter = fold(text[place])
        if letter:
            letters.append((place, place + 1, letter))
        elif letters:
            letters[-1] = (letters[-1][0], place + 1, letters[-1][2])
    return letters
