"""もしかして: what somebody may have meant whose question finds nothing."""

from collections import defaultdict

from django.db.models import CharField, Q
from django.db.models.functions import Length
from rapidfuzz.distance import DamerauLevenshtein

from council.language.kana import sound
from search.expansion import wordings
from search.find import matches
from search.indexing.queue import index_before_search
from search.question import question_of
from search.vocabulary import VocabularyWord

CharField.register_lookup(Length)

# How many proposals are searched for before one is made.
MOST_TRIED = 5
# In how many of the things that are asked for a slip is looked for, and of how many letters or sounds.
MOST_CONCEPTS = 2
MOST_SLIPS = 2
# A word of three signs with one wrong is another word; from four on it may be a slip.
SHORTEST_WITH_A_SLIP = 4
# Of how many words something may consist that sounds like another word.
LONGEST_PART = 3


def correction(text, language):
    """A question that finds something and is close to this one; ``""`` where there is none.

    Words of this site that sound the same come first (保護士 → 保護司), then those that differ in a letter or in a sound.
    What is proposed has been found on pages that the reader may open: so nobody learns a word from others.
    """
    index_before_search()
    question = question_of(text, language)
    if question is None:
        return ""
    tried = 0
    for concept in question.concepts[:MOST_CONCEPTS]:
        if len(question.concepts) > 1 and _finds(concept.text, language):
            continue
        for word in proposals(question.vocabulary, concept):
            proposal = text.replace(concept.text, word, 1) if concept.text in text else word
            tried += 1
            if tried > MOST_TRIED:
                return ""
            if _finds(proposal, language):
                return proposal
    return ""


def _finds(text, language):
    """Whether a question finds a page that has all of it."""
    return bool(matches(wordings(text, language), language))


def proposals(vocabulary, concept):
    """Words of the site that may have been meant, the closest first."""
    written = concept.text.strip().lower()
    how = sound("".join(token.reading for token in concept.tokens))
    words = VocabularyWord.objects.filter(vocabulary=vocabulary)
    close = dict.fromkeys(_of_the_same_sound(words, concept, how), 0.5)
    for surface, sounding in words.filter(_alike(written, how)).values_list("surface", "sound"):
        if surface not in close and surface.lower() != written:
            distance = _distance(written, surface.lower(), how, sounding)
            if distance:
                close[surface] = distance
    order = sorted(close, key=lambda surface: (close[surface], DamerauLevenshtein.distance(written, surface), surface))
    # More are never tried, whatever comes of them.
    return order[:MOST_TRIED]


def _alike(written, how):
    """The condition that a word has about as many signs or sounds, and begins or ends alike: the rest is not looked at."""
    condition = Q(pk=None)
    for name, text in (("surface", written), ("sound", how)):
        if text:
            ends = Q(**{f"{name}__istartswith": text[0]}) | Q(**{f"{name}__iendswith": text[-1]})
            lengths = {f"{name}__length__gte": len(text) - MOST_SLIPS, f"{name}__length__lte": len(text) + MOST_SLIPS}
            condition |= ends & Q(**lengths)
    return condition


def _of_the_same_sound(words, concept, how):
    """Words that sound the same, and compounds with a part that does: 子ども食道 → 子ども食堂. Longer parts come first."""
    start, tokens = concept.tokens[0].start, concept.tokens
    parts = [
        (
            tokens[first].start - start,
            tokens[last].end - start,
            sound("".join(each.reading for each in tokens[first : last + 1])),
        )
        for first in range(len(tokens))
        for last in range(first, min(first + LONGEST_PART, len(tokens)))
    ]
    # Of one sound there are too many words.
    parts = sorted(filter(lambda part: len(part[2]) > 1, parts), key=lambda part: part[0] - part[1])
    found = defaultdict(list)
    for surface, sounding in words.filter(sound__in={how, *(each for *_, each in parts)} - {""}).values_list(
        "surface", "sound"
    ):
        found[sounding].append(surface)
    others = list(found[how])
    for begin, end, each in parts:
        others += [concept.text[:begin] + surface + concept.text[end:] for surface in found[each]]
    return [each for each in dict.fromkeys(others) if each.lower() != concept.text.strip().lower()]


def _distance(written, surface, how, sounding):
    """How many slips make one word of the other; 0 where they are too many."""
    distances = [_slips(written, surface)]
    if how and sounding:
        distances.append(_slips(how, sounding))
    return min(filter(None, distances), default=0)


def _slips(one, other):
    longest = max(len(one), len(other))
    if longest < SHORTEST_WITH_A_SLIP or abs(len(one) - len(other)) > MOST_SLIPS:
        return 0
    allowed = 1 if longest < 8 else MOST_SLIPS
    distance = DamerauLevenshtein.distance(one, other, score_cutoff=allowed)
    return distance if 0 < distance <= allowed else 0
