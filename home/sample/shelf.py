"""What the sample has already, and how it makes what is missing. Nothing that is there is written again."""

from collections import Counter
from itertools import chain

from django.core.files.base import File
from django.core.files.images import ImageFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from council.models import Person, Term, Theme
from council.translation.locales import source_locale
from home.sample.content_files import DOCUMENTS, PICTURES
from home.sample.keys import sample_key

COLLECTION = "見本"
SNIPPETS = {"person": Person, "term": Term, "theme": Theme}


class Shelf:
    """Finds the sample's objects by name, makes those that are missing, and counts them by type."""

    def __init__(self):
        self.locale = source_locale()
        self.made = Counter()
        self._pages = {}

    def count(self, model, made):
        if made:
            self.made[model._meta.verbose_name_plural] += 1

    def snippet(self, model, kind, name, fields):
        """A snippet of the sample, published."""
        key = sample_key(kind, name)
        found = model.objects.filter(translation_key=key, locale=self.locale).first()
        if found:
            return found
        snippet = model(translation_key=key, locale=self.locale, **fields)
        snippet.full_clean()
        snippet.save()
        snippet.save_revision().publish()
        self.count(model, True)
        return snippet

    @staticmethod
    def key(kind, name):
        """The translation key of what it makes under this name."""
        return sample_key(kind, name)

    def page(self, kind, name, build, parent):
        """A page of the sample, published: found by its key, or what ``build()`` returns put below ``parent``."""
        key = sample_key(kind, name)
        page = Page.objects.filter(translation_key=key, locale=self.locale).first()
        if page is None:
            page = build()
            page.translation_key, page.locale = key, self.locale
            # Publishing makes it live; a page added live would be published twice.
            page.live = False
            parent.add_child(instance=page)
            page.save_revision(clean=True).publish()
            page.refresh_from_db()
            self.count(type(page), True)
        page = page.specific
        self._pages[name] = page
        return page

    def remember(self, name, page):
        """Lets an existing page stand for one of the sample's, so that links to it are found."""
        self._pages[name] = page

    def find_page(self, name):
        """A page of the sample by the name its texts know it by, or ``None``."""
        return self._pages.get(name)

    def picture(self, name):
        """A picture of the sample by its file's name, or ``None`` for no name."""
        if not name:
            return None
        image_model = get_image_model()
        found = image_model.objects.filter(collection=self.collection(), title=name).first()
        if found:
            return found
        with (PICTURES / f"{name}.png").open("rb") as file:
            image = image_model(title=name, collection=self.collection(), file=ImageFile(file, f"{name}.png"))
            image.save()
        self.count(image_model, True)
        return image

    def document(self, name):
        """A document of the sample by its file's name."""
        model = get_document_model()
        found = model.objects.filter(collection=self.collection(), title=name).first()
        if found:
            return found
        with (DOCUMENTS / f"{name}.pdf").open("rb") as file:
            document = model(title=name, collection=self.collection(), file=File(file, f"{name}.pdf"))
            document.save()
        # A page shows the size, and would else write it down on its first reader's time.
        document.get_file_size()
        self.count(model, True)
        return document

    def collection(self):
        """The collection that holds the sample's files and nothing else."""
        found = Collection.objects.filter(name=COLLECTION).first()
        return found or Collection.get_first_root_node().add_child(name=COLLECTION)

    def originals(self):
        """``{translation key: object}`` of all that is translated one by one, as it was first written."""
        pages = Page.objects.filter(locale=self.locale, depth__gt=1).specific()
        snippets = (model.objects.filter(locale=self.locale) for model in SNIPPETS.values())
        return {each.translation_key: each for each in chain(pages, *snippets)}

    def look_up(self, reference):
        """The id of what a reference names: ``"person:person-01"``, ``"organisation:ito-no-ma"``, ``"picture:…"``.

        Raises:
            LookupError: there is no such thing in the sample.
        """
        kind, _, name = reference.partition(":")
        if kind == "picture":
            return self.picture(name).pk
        if kind == "document":
            return self.document(name).pk
        if kind in SNIPPETS:
            found = SNIPPETS[kind].objects.filter(translation_key=sample_key(kind, name), locale=self.locale).first()
        else:
            found = self.find_page(name)
        if found is None:
            raise LookupError(reference)
        return found.pk
