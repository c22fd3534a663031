"""Hangul as words: each syllable with the next one.

What is put behind a word is not asked for: 복지관에서 asks for 복지관. But a page is found by every syllable it has, because
an ending can only be guessed (제도 ends as 봉사도 does). Spaces are as loose as they are in Korean: 노인복지관 is found where
노인 복지관 is written, and the other way round.
"""

from council.language.korean_endings import carries_nothing, is_ending, length_of_stem, set_apart
from council.language.pairs import bridge, words_of_stretch


def hangul_words(text, group):
    """The runs as pairs of syllables, without what is put behind a word."""
    words = []
    written = [set_apart(run.text) for run in group]
    for place, run in enumerate(group):
        is_behind_another_script = run.start > 0 and text[run.start - 1].isalnum()
        if is_ending(run.text) if is_behind_another_script else carries_nothing(run.text):
            continue
        stem = length_of_stem(run.text)
        syllables = written[place]
        is_followed = place + 1 < len(group) and group[place + 1].start == run.end + 1
        further = bridge(syllables[:stem], syllables[stem:], written[place + 1] if is_followed else "")
        row = syllables, range(run.start, run.end), range(run.start + 1, run.end + 1)
        words += words_of_stretch(row, 0, stem, further)
    return words
