"""The parts that every page's data have in common. Nothing is said here that the page itself does not show."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.utils import timezone

from council.share_picture.draw import HEIGHT, WIDTH
from council.share_picture.subject import subject_of
from council.translation.links import reader_url
from council.translation.locales import language_of


@dataclass(frozen=True)
class Around:
    """What a page's data need of what stands around it.

    Attributes:
        frame: See `council.frame`.
        context: The context of the page's template, with what it shows.
    """

    frame: object
    context: dict

    def absolute(self, url):
        return urljoin(self.frame.canonical, url)

    @property
    def council_id(self):
        return self.absolute(self.frame.home_url) + "#council"

    @property
    def site_id(self):
        return self.absolute(self.frame.home_url) + "#site"


def without_empty(node):
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def council_node(around):
    """The council, which publishes the site."""
    council = around.frame.council
    contact = council.settings
    return without_empty(
        {
            "@type": "Organization",
            "@id": around.council_id,
            "name": council.name,
            "alternateName": council.short_name,
            "url": around.absolute(around.frame.home_url),
            "address": council.address,
            "telephone": contact.phone,
            "faxNumber": contact.fax,
            "email": contact.email,
            "knowsLanguage": [language["code"] for language in contact.spoken],
        }
    )


def site_node(around):
    """The site, and how it is searched: on the front page."""
    search = around.absolute(around.frame.search_url)
    return {
        "@type": "WebSite",
        "@id": around.site_id,
        "name": around.frame.council.name,
        "url": around.absolute(around.frame.home_url),
        "inLanguage": [each.code for each in around.frame.alternates],
        "publisher": {"@id": around.council_id},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search + "?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        },
    }


def page_node(page, around, kind="WebPage"):
    """What every page says of itself; an article has a headline where others have a name."""
    frame, shown = around.frame, getattr(page, "shown", page)
    picture = subject_of(shown, frame.council)
    return without_empty(
        {
            "@type": kind,
            "@id": f"{frame.canonical}#page",
            "url": frame.canonical,
            "headline" if kind == "Article" else "name": _title(page),
            "description": _description(page),
            "inLanguage": frame.content_language,
            "datePublished": _moment(page.first_published_at),
            "dateModified": _moment(page.last_published_at),
            "image": {
                "@type": "ImageObject",
                "url": around.absolute(picture.url),
                "width": WIDTH,
                "height": HEIGHT,
                "caption": picture.alt,
            },
            "publisher": {"@id": around.council_id},
            "isPartOf": {"@id": around.site_id},
            # Only a WebPage has one; that of an article stands beside it.
            "breadcrumb": {"@id": f"{frame.canonical}#breadcrumb"} if frame.breadcrumb and kind != "Article" else None,
            **_versions(frame),
        }
    )


def breadcrumb_node(page, around):
    """The way to a page from the front page; ``None`` on the front page itself."""
    frame = around.frame
    if not frame.breadcrumb:
        return None
    steps = [(link.title, around.absolute(link.url)) for link in frame.breadcrumb]
    steps.append((_title(page), frame.canonical))
    return {
        "@type": "BreadcrumbList",
        "@id": f"{frame.canonical}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": address}
            for number, (name, address) in enumerate(steps, 1)
        ],
    }


def _title(page):
    """Of what the page shows: of itself, a theme, or something else inside it."""
    shown = getattr(page, "shown", page)
    return shown.name if shown is not page else page.shown_title or page.title


def _description(page):
    shown = getattr(page, "shown", page)
    return shown.description if shown is not page else page.shown_summary or page.search_description or page.summary


def named_page(page, kind, around):
    """Another page of the site that this one names, as the reader gets it."""
    named = {"@type": kind, "name": page.title, "url": around.absolute(reader_url(page))}
    # An organisation is no work and is in no language.
    return named if kind == "Organization" else {**named, "inLanguage": language_of(page)}


def _versions(frame):
    """A page's other languages: the oldest is the one that the others were made from."""
    others = [each for each in frame.alternates if each.code != frame.content_language]
    if not others:
        return {}
    works = [{"@id": f"{each.url}#page", "url": each.url, "inLanguage": each.code} for each in others]
    if frame.alternates[0].code == frame.content_language:
        return {"workTranslation": [{"@type": "CreativeWork", **work} for work in works]}
    return {"translationOfWork": {"@type": "CreativeWork", **works[0]}}


def _moment(value):
    return timezone.localtime(value).isoformat(timespec="seconds") if value else None
