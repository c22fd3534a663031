"""Where something is, and on which days, as schema.org has it."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def address_node(located):
    """The postal address of what has an `council.places.location.LocatedMixin.address`, else ``None``."""
    if not located.address:
        return None
    return {"@type": "PostalAddress", "streetAddress": located.address, "addressCountry": "JP"}


def point_node(located):
    """The point on the map, else ``None``."""
    if not located.has_point:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(located.latitude), "longitude": float(located.longitude)}
