"""An organisation of the directory: what its page shows of who they are, where, and when open."""

from council.structured_data.nodes import without_empty

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
            "address": _address(page),
            "location": _place(page) if page.has_place else None,
            "mainEntityOfPage": {"@id": f"{around.frame.canonical}#page"},
        }
    )


def _address(page):
    if not page.has_place:
        return None
    return {"@type": "PostalAddress", "streetAddress": page.address, "addressCountry": "JP"}


def _place(page):
    return without_empty(
        {
            "@type": "Place",
            "name": page.title,
            "address": _address(page),
            "geo": _point(page),
            "openingHoursSpecification": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": f"https://schema.org/{_DAYS[time.weekday]}",
                    "opens": f"{time.opens:%H:%M}",
                    "closes": f"{time.closes:%H:%M}",
                }
                for time in page.times
            ],
        }
    )


def _point(page):
    if page.latitude is None or page.longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(page.latitude), "longitude": float(page.longitude)}
