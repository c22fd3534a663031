"""How long a text takes to read. Pure."""

import math

# Means of readers of 18 to 35 years who read aloud: Trauzettel-Klosinski, Dietz and the IReST Study Group, "Standardized
# Assessment of Reading Performance", Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461. Who reads in
# silence is faster, who is old, a child or new to the language slower: aloud is about right for all of them.
_SIGNS_A_MINUTE = {"ja": 357, "zh": 255}
_WORDS_A_MINUTE = {"en": 228}
# The mean of the seventeen languages of that study, for those that are not among them, such as Korean.
_WORDS_ELSEWHERE = 184


def minutes_to_read(text, language):
    """How many minutes a text takes, whole ones, at least one.

    Args:
        text: plain, without tags.
        language: BCP 47 code; Japanese and Chinese are counted in signs, others in words.
    """
    family = language.lower().partition("-")[0]
    if family in _SIGNS_A_MINUTE:
        amount = len("".join(text.split())) / _SIGNS_A_MINUTE[family]
    else:
        amount = len(text.split()) / _WORDS_A_MINUTE.get(family, _WORDS_ELSEWHERE)
    return max(1, math.ceil(amount))
