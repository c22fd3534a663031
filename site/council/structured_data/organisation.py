"""An organisation of the directory: what its page shows of who they are, where, and when open."""

from council.structured_data.location import DAYS, address_node, point_node
from council.structured_data.nodes import without_empty


def organisation_node(page, around):
    return without_empty(
        {
            "@type": "Organization",
            "@id": f"{around.frame.canonical}#organisation",
            "name": page.title,
            "alternateName": page.short_name,
            "description": page.summary,
            "url": page.website or around.frame.canonical,
            "telephone": page.phone,
            "email": page.email,
            "address": address_node(page),
            "location": _place(page) if page.has_place else None,
            "mainEntityOfPage": {"@id": f"{around.frame.canonical}#page"},
        }
    )


def _place(page):
    return without_empty(
        {
            "@type": "Place",
            "name": page.title,
            "address": address_node(page),
            "geo": point_node(page),
            "openingHoursSpecification": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": f"https://schema.org/{DAYS[time.weekday]}",
                    "opens": f"{time.opens:%H:%M}",
                    "closes": f"{time.closes:%H:%M}",
                }
                for time in page.times
            ],
        }
    )
