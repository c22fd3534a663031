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
            "faxNumber": page.fax,
            "email": page.email,
            "knowsLanguage": _codes(page.spoken),
            "contactPoint": [_contact(call.value) for call in around.context.get("calls") or [] if _can_be_asked(call)],
            "address": _address(page),
            "location": _place(page) if page.has_place else None,
            "mainEntityOfPage": {"@id": f"{around.frame.canonical}#page"},
        }
    )


def _can_be_asked(call):
    return bool(call.value.get("phone") or call.value.get("email"))


def _contact(call):
    """Where somebody answers, of a call that is not over: see `council.where_to_turn`."""
    return without_empty(
        {
            "@type": "ContactPoint",
            "contactType": str(call.kind_label),
            "description": call.get("text"),
            "telephone": call.get("phone"),
            "faxNumber": call.get("fax"),
            "email": call.get("email"),
            "availableLanguage": _codes(call.spoken),
        }
    )


def _codes(spoken):
    return [language["code"] for language in spoken]


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
