"""The text of a page as its readers see it."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone, translation
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search.index import RelatedFields, SearchField

from council.blocks.binding import bind_page
from council.people import Person
from council.terms import Term
from search.indexing.rich_text import text_of

# A page of 200,000 characters takes two seconds to analyse; the longest printed plan has 150,000 in all.
MOST_CHARACTERS = 200_000
# These stand in the page's title and summary already, or are not shown.
_ELSEWHERE = {"title", "summary", "search_description", "owner", "path"}


@dataclass
class PageContent:
    """What readers see of a page.

    Attributes:
        paragraphs: everything beside title and summary, in order.
        people: translation keys of those who are named, with their consent.
        until: when the first of these consents ends, or something that the page shows is no longer published; or ``None``.
        is_cut: whether the page is longer than the search keeps.
    """

    title: str
    summary: str
    paragraphs: list[str] = field(default_factory=list)
    people: set = field(default_factory=set)
    until: datetime | None = None
    is_cut: bool = False


def content_of(page, language, attached=()):
    """The `PageContent` of a specific page.

    Args:
        page: as its own type, as it is published.
        language: BCP 47 code of the readers it is for.
        attached: texts of documents attached to it.
    """
    content = PageContent(_one_line(page.title), _one_line(getattr(page, "summary", "")))
    with translation.override(language):
        if hasattr(page, "content_language"):
            bind_page(page)
        for search_field in page.get_search_fields():
            if isinstance(search_field, SearchField) and search_field.field_name not in _ELSEWHERE:
                _add_field(content, page, search_field)
            elif isinstance(search_field, RelatedFields):
                for child in getattr(page, search_field.field_name).all():
                    for each in search_field.fields:
                        _add_field(content, child, each)
    for text in attached:
        content.paragraphs += filter(None, map(_one_line, text.splitlines()))
    _cut(content)
    return content


def _add_field(content, obj, search_field):
    """A field that its page type gives a boost counts as the summary does; everything else is the body."""
    name = search_field.field_name
    value = getattr(obj, name)
    value = value() if callable(value) else value
    try:
        kind = obj._meta.get_field(name)
    except FieldDoesNotExist:
        kind = None
    if isinstance(kind, StreamField):
        _add_block(content, kind.stream_block, value)
    elif (search_field.boost or 1) > 1:
        text = text_of(value or "") if isinstance(kind, RichTextField) else value
        content.summary = "\n".join(filter(None, [content.summary, _one_line(text)]))
    elif isinstance(kind, RichTextField):
        for line in text_of(value or "").splitlines():
            _add(content, line)
    else:
        for line in str(value or "").splitlines():
            _add(content, line)


def _add_block(content, block, value):
    if value is None:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            _add_block(content, child.block, child.value)
    elif isinstance(block, blocks.BaseStructBlock):
        if not getattr(value, "may_be_shown", True):
            return
        _ends(content, getattr(value, "shown_until", None))
        for name, child in block.child_blocks.items():
            _add_block(content, child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            _add_block(content, block.child_block, child)
    elif isinstance(block, blocks.ChoiceBlock | blocks.MultipleChoiceBlock):
        # How a block is shown, and no text of its page.
        return
    elif isinstance(block, blocks.ChooserBlock):
        _add_chosen(content, value)
    elif isinstance(block, blocks.RichTextBlock):
        if block.search_index:
            _add(content, text_of(str(value.source)))
    else:
        for text in block.get_searchable_content(value):
            _add(content, text)


def _add_chosen(content, chosen):
    """What a page shows of something that was chosen for it, as long as that is published and agreed to."""
    if isinstance(chosen, Person):
        if not (chosen.live and chosen.has_consent):
            return
        content.people.add(chosen.translation_key)
        _ends(content, _end_of(chosen))
        _add(content, " ".join(filter(None, [chosen.role, chosen.name])))
        _add(content, chosen.organisation_name)
    elif isinstance(chosen, Term):
        _add(content, chosen.word)
        _add(content, chosen.explanation)
    elif isinstance(chosen, Page):
        _add(content, chosen.title)
    _ends(content, getattr(chosen, "expire_at", None))


def _ends(content, moment):
    """The text is what readers see until the first of all such moments."""
    content.until = min(filter(None, [content.until, moment]), default=None)


def _end_of(person):
    """When a person's consent ends: at the end of its last day, or on the day they take it back."""
    days = [
        person.consent_until + timedelta(days=1) if person.consent_until else None,
        person.consent_withdrawn_on,
    ]
    first = min(filter(None, days), default=None)
    return timezone.make_aware(datetime.combine(first, time())) if first else None


def _add(content, text):
    text = _one_line(text)
    if text:
        content.paragraphs.append(text)


def _one_line(text):
    return " ".join(str(text or "").split())


def _cut(content):
    left, kept = MOST_CHARACTERS, []
    for paragraph in content.paragraphs:
        kept.append(paragraph[:left])
        left -= len(paragraph)
        if left <= 0:
            content.is_cut = left < 0 or len(kept) < len(content.paragraphs)
            break
    content.paragraphs = kept
