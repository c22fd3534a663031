"""Words inside words: ごみ in ごみ袋, 遊び in 水遊び. The dictionary has such compounds of native words in one piece."""

SHORTEST = 3
# One kanji is a part of too much: 紙 of 手紙, 前 of 名前.
SHORTEST_PART = 2
_VOICED = str.maketrans("カキクケコサシスセソタチツテトハヒフヘホ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボ")


def words_inside(word, reading, one_word):
    """The forms of the two words that a noun is made of, as far as they are longer than one sign.

    It is made of them if they are read in it as they are by themselves, where the second may be voiced (フクロ in ゴミブクロ).
    So 家庭 has no 庭: it is read カテイ.

    Args:
        word: as it is written.
        reading: in katakana.
        one_word: from a text to its ``(form, reading)`` if it is one word, else to ``None``.
    """
    if len(word) < SHORTEST:
        return []
    for place in range(1, len(word)):
        first, second = one_word(word[:place]), one_word(word[place:])
        if first and second and reading in _readings(first[1], second[1]):
            sizes = place, len(word) - place
            return [
                part[0] for part, size in zip((first, second), sizes, strict=True) if size >= SHORTEST_PART and part[0]
            ]
    return []


def _readings(first, second):
    return {first + second, first + second[:1].translate(_VOICED) + second[1:]}
