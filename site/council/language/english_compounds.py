"""Words that are written together, with a hyphen or apart: childcare, child-care, child care."""

# Beginnings that make one word with what a hyphen joins to them: e-mail is email, pre-school preschool.
_PREFIXES = "anti bi co de e ex inter intra mid mini multi non post pre re semi sub super trans tri un"

_COMPOUNDS = """
    after-care after-school air-conditioner air-conditioning baby-sitter baby-sitting bed-ridden birth-place bus-stop care-giver
    care-giving care-home child-birth child-care child-minder child-rearing class-room co-operative cross-walk data-base day-care
    day-time desk-top drop-out elder-care eye-sight fire-fighter fire-fighting fire-works flash-light food-bank foot-bath
    foot-path fund-raiser fund-raising grass-roots guide-book guide-line hand-book hand-made hand-rail head-quarters health-care
    heat-stroke help-line home-care home-page home-stay home-work hot-line house-keeper house-keeping house-work
    land-slide life-long life-style life-time lunch-box mid-wife news-letter news-paper night-time note-book on-line out-patient
    over-time part-time pass-word play-group play-ground play-room rain-fall school-child school-children school-work short-stay
    side-walk sign-board smart-phone story-telling tax-payer team-work text-book time-table tooth-brush walk-way water-proof
    web-page web-site week-day week-end well-being wheel-chair work-force work-place work-shop
"""
# How many letters of a compound its first word has.
_FIRST_WORDS = {
    written.replace("-", "") + ending: written.index("-") for written in _COMPOUNDS.split() for ending in ("", "s")
}
PREFIXES = frozenset(_PREFIXES.split())


def is_compound(first, second):
    """Whether two words that stand beside each other are one."""
    return _FIRST_WORDS.get(first + second) == len(first)


def parts_of(word):
    """The two words of a compound that is written together; none of any other word."""
    length = _FIRST_WORDS.get(word)
    return (word[:length], word[length:]) if length else ()
