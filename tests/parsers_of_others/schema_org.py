"""What of schema.org this site says: its types, their properties, and what a property may hold.

Written by hand from the pages of the types and properties, https://schema.org/<name>, release 29. Whoever lets a page say more
adds it here, from there.
"""

# Each type with the one it is more of.
PARENTS = {
    "Thing": None,
    "Action": "Thing",
    "Article": "CreativeWork",
    "BreadcrumbList": "ItemList",
    "CollectionPage": "WebPage",
    "ContactPoint": "StructuredValue",
    "CreativeWork": "Thing",
    "DayOfWeek": "Enumeration",
    "EntryPoint": "Intangible",
    "Enumeration": "Intangible",
    "GeoCoordinates": "StructuredValue",
    "ImageObject": "MediaObject",
    "Intangible": "Thing",
    "ItemList": "Intangible",
    "ListItem": "Intangible",
    "LocationFeatureSpecification": "PropertyValue",
    "MediaObject": "CreativeWork",
    "OpeningHoursSpecification": "StructuredValue",
    "Organization": "Thing",
    "Person": "Thing",
    "Place": "Thing",
    "PostalAddress": "ContactPoint",
    "PropertyValue": "StructuredValue",
    "SearchAction": "Action",
    "StructuredValue": "Intangible",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
}

# The properties that a type brings: those of the types above it are its own too. What each may hold is a type, or one of
# Text, URL, Number, Boolean, Date, Time, Duration, Language (of a BCP 47 code, which schema.org counts as text).
PROPERTIES = {
    "Thing": {
        "alternateName": {"Text"},
        "description": {"Text"},
        "image": {"ImageObject", "URL"},
        "mainEntityOfPage": {"CreativeWork", "URL"},
        "name": {"Text"},
        "potentialAction": {"Action"},
        "sameAs": {"URL"},
        "subjectOf": {"CreativeWork"},
        "url": {"URL"},
    },
    "Action": {"target": {"EntryPoint", "URL"}},
    "SearchAction": {
        # An input of an action: https://schema.org/docs/actions.html, "-input".
        "query-input": {"Text"},
    },
    "EntryPoint": {"urlTemplate": {"Text"}},
    "CreativeWork": {
        "about": {"Thing"},
        "alternativeHeadline": {"Text"},
        "author": {"Organization", "Person"},
        "contributor": {"Organization", "Person"},
        "creditText": {"Text"},
        "dateModified": {"Date"},
        "datePublished": {"Date"},
        "headline": {"Text"},
        "inLanguage": {"Language"},
        "isPartOf": {"CreativeWork", "URL"},
        "keywords": {"Text"},
        "mainEntity": {"Thing"},
        "mentions": {"Thing"},
        "publisher": {"Organization", "Person"},
        "timeRequired": {"Duration"},
        "translationOfWork": {"CreativeWork"},
        "workTranslation": {"CreativeWork"},
    },
    "WebPage": {"breadcrumb": {"BreadcrumbList", "Text"}},
    "MediaObject": {
        # Distance or QuantitativeValue; a number alone is in pixels, as in the examples of https://schema.org/ImageObject.
        "height": {"Number"},
        "width": {"Number"},
    },
    "ImageObject": {"caption": {"MediaObject", "Text"}},
    "ItemList": {"itemListElement": {"ListItem", "Text", "Thing"}},
    "ListItem": {"item": {"Thing", "URL"}, "position": {"Number", "Text"}},
    "Organization": {
        "address": {"PostalAddress", "Text"},
        "contactPoint": {"ContactPoint"},
        "email": {"Text"},
        "faxNumber": {"Text"},
        "knowsLanguage": {"Language"},
        "location": {"Place", "PostalAddress", "Text"},
        "telephone": {"Text"},
    },
    "Person": {"affiliation": {"Organization"}, "jobTitle": {"Text"}},
    "ContactPoint": {
        "availableLanguage": {"Language"},
        "contactType": {"Text"},
        "email": {"Text"},
        "faxNumber": {"Text"},
        "telephone": {"Text"},
    },
    "PostalAddress": {"addressCountry": {"Text"}, "streetAddress": {"Text"}},
    "Place": {
        "address": {"PostalAddress", "Text"},
        "amenityFeature": {"LocationFeatureSpecification"},
        "geo": {"GeoCoordinates"},
        "openingHoursSpecification": {"OpeningHoursSpecification"},
        "publicAccess": {"Boolean"},
        "telephone": {"Text"},
    },
    "GeoCoordinates": {"latitude": {"Number", "Text"}, "longitude": {"Number", "Text"}},
    "OpeningHoursSpecification": {"closes": {"Time"}, "dayOfWeek": {"DayOfWeek"}, "opens": {"Time"}},
    "PropertyValue": {"value": {"Boolean", "Number", "StructuredValue", "Text"}},
}

DAYS_OF_WEEK = {
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "PublicHolidays",
}

# The part of https://schema.org/docs/jsonldcontext.json that these words need: names, and whose values are addresses.
CONTEXT = {
    "@vocab": "https://schema.org/",
    **{
        name: {"@type": "@id"}
        for name in ("dayOfWeek", "image", "item", "itemListElement", "mainEntityOfPage", "sameAs", "url")
    },
}


def kinds_of(name):
    """A type and all above it."""
    while name:
        yield name
        name = PARENTS[name]


def may_hold(type_name, property_name):
    """What a property of a type may hold; ``None`` where the type has no such property."""
    for kind in kinds_of(type_name):
        if property_name in PROPERTIES.get(kind, {}):
            return PROPERTIES[kind][property_name]
    return None
