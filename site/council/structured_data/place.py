"""A place as its page shows it: what it is, where, and when it is open."""

from council.places.opening import HOLIDAY
from council.structured_data.location import DAYS, address_node, point_node
from council.structured_data.nodes import named_page, without_empty

_HOLIDAYS = "PublicHolidays"


def place_nodes(page, around):
    """The place, and whose it is: schema.org has a word for that only on the organisation's side."""
    organisation = around.context.get("organisation")
    place = _place_node(page, around)
    if organisation is None:
        return [place]
    return [place, {**named_page(organisation, "Organization", around), "location": {"@id": place["@id"]}}]


def _place_node(page, around):
    """Hours of some weeks of a month or of a season are left out: schema.org has no words for them (and the page does)."""
    return without_empty(
        {
            "@type": "Place",
            "@id": f"{around.frame.canonical}#place",
            "name": page.title,
            "description": page.summary,
            "url": around.frame.canonical,
            "sameAs": page.website,
            "telephone": page.phone,
            "address": address_node(page),
            "geo": point_node(page),
            "publicAccess": True,
            "amenityFeature": [
                {"@type": "LocationFeatureSpecification", "name": str(words), "value": True} for words in page.ease
            ],
            "openingHoursSpecification": _hours(page),
            "mainEntityOfPage": {"@id": f"{around.frame.canonical}#page"},
        }
    )


def _hours(page):
    rows = [row for row in page.schedule.hours if not row.weeks and not row.months]
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{_HOLIDAYS if row.weekday == HOLIDAY else DAYS[row.weekday]}",
            "opens": f"{row.opens:%H:%M}",
            "closes": f"{row.closes:%H:%M}",
        }
        for row in rows
    ]
