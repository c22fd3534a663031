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
            "faxNumber": page.fax,
            "email": page.email,
            "knowsLanguage": _codes(page.spoken),
            "contactPoint": [_contact(call.value) for call in around.context.get("calls") or [] if _can_be_asked(call)],
            "address": address_node(page),
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
