"""A page's texts as their reader gets them: all they refer to read at once, each in the reader's language.

Wagtail reads what blocks refer to by block type and field, a story of twelve block types taking some thirty queries,
and gives the object that was chosen, in the language it was chosen in. Here the raw values are walked first, each
model is asked once, and choosers are filled with the version that the reader gets: see
`council.translation.versions`. A reference without such a version (a draft, a page behind a login) becomes ``None``.
"""

from collections import defaultdict

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, TranslatableMixin
from wagtail.rich_text import RichText

from council.blocks.rich_text_links import linked_pages, resolve_page_links
from council.page_types import specific_of, with_types
from council.people import Person
from council.pictures.reading import shown_renditions
from council.translation.versions import versions_for_reader

# As in council/includes/organisations.html.
CARDS_AT_MOST = 4


def bind_page(page, references=None):
    """Fills a page's streams, rich texts and picture with what their reader gets. Nothing is saved.

    Args:
        page: a `council.pages.CouncilPage`.
        references: `References` that already hold what the page refers to outside its texts.

    Returns:
        `References`: all it refers to, read with one query for each model.
    """
    fields = page._meta.get_fields()
    streams = {field.name: getattr(page, field.name) for field in fields if isinstance(field, StreamField)}
    texts = {field.name: getattr(page, field.name) for field in fields if isinstance(field, RichTextField)}
    # Not `raw_data`: that of a preview is still what was stored, not what was put into its blocks since.
    raws = {name: value.get_prep_value() for name, value in streams.items()}

    references = references or References()
    for name, value in streams.items():
        _collect(value.stream_block, raws[name], references)
    for text in texts.values():
        references.add(Page, linked_pages(text))
    references.add_pictures([page])
    references.read()

    for name, value in streams.items():
        setattr(page, name, _bind(value.stream_block, raws[name], references))
    for name, text in texts.items():
        setattr(page, name, resolve_page_links(text, references.of(Page)))
    return references


def bind_streams(streams):
    """Streams of pages that are not shown themselves, as their reader gets them: one query for each model they refer to."""
    raws = [stream.get_prep_value() for stream in streams]
    references = References()
    for stream, raw in zip(streams, raws, strict=True):
        _collect(stream.stream_block, raw, references)
    references.read()
    return [_bind(stream.stream_block, raw, references) for stream, raw in zip(streams, raws, strict=True)]


class References:
    """What texts refer to, by model: collected first, then read with one query for each model."""

    def __init__(self):
        self._wanted = defaultdict(set)
        self._found = {}
        self._pictured = []
        self._cards = set()
        self._page_types = set()

    def add(self, model, ids):
        self._wanted[_table_of(model)].update(pk for pk in ids if pk is not None)

    def add_pages(self, ids, *models):
        """Pages of which the fields of these types are needed; of others, what every page has."""
        self.add(Page, ids)
        self._page_types.update(models)

    def add_cards(self, ids, model):
        """Pages of a type that are shown as cards with their pictures; more than a few are shown as names."""
        self.add_pages(ids, model)
        if len(ids) <= CARDS_AT_MOST:
            self._cards.update(ids)

    def add_pictures(self, objects):
        """Objects that were read already and whose ``picture`` is still missing."""
        self._pictured += [each for each in objects if getattr(each, "picture_id", None)]

    def of(self, model):
        """``{id: object}``, each in the reader's version. Empty before `read`."""
        return self._found.get(_table_of(model), {})

    def in_order(self, model, ids):
        """The reader's versions of these ids, each once, those without one left out."""
        found = self.of(model)
        return list(dict.fromkeys(found[pk] for pk in ids if pk in found))

    def read(self):
        """Reads everything. What brings further references along (people, pages) comes before what it brings."""
        self._found[Person] = self._read(Person)
        people = self.of(Person).values()
        self.add(Page, {person.organisation_id for person in people})

        self._found[Page] = self._read(Page)
        self.add_pictures(self.in_order(Page, self._cards))

        image_model = get_image_model()
        self.add(image_model, {person.portrait_id for person in people})
        self.add(image_model, {each.picture_id for each in self._pictured})
        for model in self._wanted:
            if model not in self._found:
                self._found[model] = self._read(model)

        for person in people:
            person.portrait = self.of(image_model).get(person.portrait_id)
            person.shown_organisation = self.of(Page).get(person.organisation_id)
        for each in self._pictured:
            each.picture = self.of(image_model).get(each.picture_id)

    def _read(self, model):
        ids = self._wanted.get(model)
        if not ids:
            return {}
        if model is Page:
            versions = versions_for_reader(with_types(Page.objects.all(), self._page_types), ids)
            return {pk: specific_of(version, self._page_types) for pk, version in versions.items()}
        return _read(model, ids)


def _table_of(model):
    """Pages of every type are read together."""
    return Page if issubclass(model, Page) else model


def _read(model, ids):
    if issubclass(model, get_image_model()):
        return _read_images(model, ids)
    if issubclass(model, TranslatableMixin):
        return versions_for_reader(model.objects.all(), ids)
    return model.objects.in_bulk(ids)


def _read_images(model, ids):
    """Pictures and their renditions in one query; a second one for pictures that have no rendition yet."""
    images = {}
    for rendition in shown_renditions().filter(image_id__in=ids).select_related("image__tone"):
        image = images.setdefault(rendition.image_id, rendition.image)
        rendition.image = image
        image.__dict__.setdefault("prefetched_renditions", []).append(rendition)
    missing = ids - set(images)
    if missing:
        for pk, image in model.objects.select_related("tone").in_bulk(missing).items():
            image.prefetched_renditions = []
            images[pk] = image
    return images


def _collect(block, raw, references):
    """Adds what a raw value refers to."""
    if raw is None:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for child in raw:
            if child["type"] in block.child_blocks:
                _collect(block.child_blocks[child["type"]], child["value"], references)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            _collect(child, raw.get(name), references)
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            _collect(block.child_block, _list_value(block, item), references)
    elif isinstance(block, blocks.ChooserBlock):
        references.add(block.model_class, [raw])
    elif isinstance(block, blocks.RichTextBlock):
        references.add(Page, linked_pages(raw))


def _list_value(block, item):
    """A list's item in either form Wagtail stores it in: with an id, or bare."""
    return item["value"] if block._item_is_in_block_format(item) else item


def _bind(block, raw, references):
    if isinstance(block, blocks.BaseStreamBlock):
        children = [
            (
                child["type"],
                _bind(block.child_blocks[child["type"]], child["value"], references),
                child.get("id"),
            )
            for child in raw or []
            if child["type"] in block.child_blocks
        ]
        return blocks.StreamValue(block, children)
    if isinstance(block, blocks.BaseStructBlock):
        return _bind_struct(block, raw or {}, references)
    if isinstance(block, blocks.ListBlock):
        items = [_bind(block.child_block, _list_value(block, item), references) for item in raw or []]
        return blocks.list_block.ListValue(block, values=items)
    if isinstance(block, blocks.ChooserBlock):
        return references.of(block.model_class).get(raw)
    if isinstance(block, blocks.RichTextBlock):
        return RichText(resolve_page_links(raw, references.of(Page)))
    return block.to_python(raw)


def _bind_struct(block, raw, references):
    value = block._to_struct_value(
        [
            (name, _bind(child, raw[name], references) if name in raw else child.get_default())
            for name, child in block.child_blocks.items()
        ]
    )
    # A block may have to know that something was chosen that its reader does not get: see stories.blocks.voices.
    value.withheld = {
        name
        for name, child in block.child_blocks.items()
        if isinstance(child, blocks.ChooserBlock) and raw.get(name) is not None and value[name] is None
    }
    return value
