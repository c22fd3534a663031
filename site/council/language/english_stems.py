"""The stem of an English word, which its other forms share."""

from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

from council.language.english_spelling import one_spelling

# No word is longer; an address or a key may be.
_LONGEST_WORD = 40

# What Snowball leaves apart, under the word whose stem they all have.
_SAME = {
    "analyse": "analysis", "bring": "brought", "bus": "buses", "buy": "bought", "child": "children", "choose": "chose chosen",
    "early": "earlier earliest", "eat": "ate eaten", "elder": "eldest", "fall": "fell fallen", "foot": "feet",
    "give": "gave given", "grandchild": "grandchildren", "grow": "grew grown", "hear": "heard", "hold": "held",
    "keep": "kept", "know": "knew known", "lose": "lost", "make": "made", "man": "men", "meet": "met",
    "old": "older oldest", "pay": "paid", "person": "people", "send": "sent", "speak": "spoke spoken", "spend": "spent",
    "take": "took taken", "teach": "taught", "tell": "told", "think": "thought", "tooth": "teeth",
    "understand": "understood", "wife": "wives", "woman": "women", "write": "wrote written", "young": "younger youngest",
    # One matter: who applies makes an application; a carer of Britain is a caregiver of America.
    "application": "applied applies apply applying", "carer": "caregiver caregivers", "evacuate": "evacuee evacuees",
    "loneliness": "lonely", "pregnant": "pregnancies pregnancy", "register": "registration registrations",
}  # fmt: skip
# What Snowball takes for one with another word: department with depart, authority with author. Plurals go with them.
_APART = """
    allowance animation apartment authority business customer department digital experiment goods important informal
    nationality objective publication severe severity training
"""


def _plural(word):
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}es" if word.endswith("s") else f"{word}s"


_STEM_OF = {other: word for word, others in _SAME.items() for other in others.split()}
_APART_WORDS = {**{word: word for word in _APART.split()}, **{_plural(word): word for word in _APART.split()}}


@lru_cache(maxsize=50_000)
def stem(word):
    """What a word in lower case, of letters and digits, is found by.

    Never empty, and no longer than the word or the word whose stem it has.
    """
    if len(word) > _LONGEST_WORD or not word.isalpha():
        return word
    word = one_spelling(word)
    word = _STEM_OF.get(word, word)
    if word in _APART_WORDS:
        return _APART_WORDS[word]
    # A stemmer keeps the word it works on, so no two threads may share one; making one costs next to nothing.
    return EnglishStemmer().stemWord(word) or word
