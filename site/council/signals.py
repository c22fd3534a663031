"""What has to happen when something is saved."""

from django.core.signals import request_started
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site, TranslatableMixin, get_translatable_models
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, published

from council.explained_words.glossary import note_glossary_changed
from council.furigana.dictionary import note_readings_changed
from council.furigana.on_save import compute_when_published, forget_without_consent
from council.middleware.current_site import forget_sites
from council.models import OrganisationPage, PageReading, Person, PlacePage, Reading, Term
from council.pages import CouncilPage
from council.pictures.upload import take_out_metadata
from council.share_picture.forget import forget_deleted, forget_pages_with, forget_private
from council.short_address.models import give_number
from council.translation.collisions import note_new_addresses
from council.translation.freshness import forget_text, note_publication
from council.translation.links import inside_text_in
from council.translation.locales import forget_locales

for signal in (post_save, post_delete):
    signal.connect(forget_locales, sender=Locale, dispatch_uid="council.forget_locales")
    signal.connect(forget_sites, sender=Site, dispatch_uid="council.forget_sites")
    signal.connect(note_new_addresses, sender=PageViewRestriction, dispatch_uid="council.note_new_addresses")

for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
    signal.connect(forget_sites, dispatch_uid="council.forget_sites")
    signal.connect(note_new_addresses, dispatch_uid="council.note_new_addresses")


def note_text(sender, instance, **kwargs):
    """An alias has no text of its own: it follows its original."""
    if isinstance(instance, TranslatableMixin) and not getattr(instance, "alias_of_id", None):
        note_publication(instance)


def forget_deleted_text(sender, instance, **kwargs):
    forget_text(instance)


def begin_in_readers_language(**kwargs):
    """What the last page of this thread was written in is nothing to the next."""
    inside_text_in(None)


request_started.connect(begin_in_readers_language, dispatch_uid="council.begin_in_readers_language")
page_published.connect(note_text, dispatch_uid="council.note_text")
published.connect(note_text, dispatch_uid="council.note_text")
# After the note above: a reading that is published with a page holds for it.
post_delete.connect(forget_deleted, dispatch_uid="council.forget_share_picture")
page_unpublished.connect(forget_deleted, dispatch_uid="council.forget_share_picture")
pre_delete.connect(forget_pages_with, sender=get_image_model(), dispatch_uid="council.forget_share_picture")
pre_save.connect(take_out_metadata, sender=get_image_model(), dispatch_uid="council.take_out_metadata")
post_save.connect(forget_private, sender=PageViewRestriction, dispatch_uid="council.forget_share_picture")
for model in (Person, Reading, Term, OrganisationPage, PlacePage, PageReading):
    for signal in (post_save, post_delete):
        signal.connect(note_readings_changed, sender=model, dispatch_uid="council.note_readings_changed")
post_save.connect(forget_without_consent, sender=Person, dispatch_uid="council.forget_without_consent")
post_delete.connect(forget_without_consent, sender=Person, dispatch_uid="council.forget_without_consent")
for signal in (post_save, post_delete):
    signal.connect(note_glossary_changed, sender=Term, dispatch_uid="council.note_glossary_changed")
page_published.connect(compute_when_published, dispatch_uid="council.compute_readings")
published.connect(compute_when_published, dispatch_uid="council.compute_readings")
for model in get_translatable_models(include_subclasses=True):
    post_delete.connect(forget_deleted_text, sender=model, dispatch_uid="council.forget_text")
    if issubclass(model, CouncilPage):
        post_save.connect(give_number, sender=model, dispatch_uid="council.give_number")
    if issubclass(model, Page):
        for signal in (post_save, post_delete):
            signal.connect(note_new_addresses, sender=model, dispatch_uid="council.note_new_addresses")
