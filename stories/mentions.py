"""Which stories mention an organisation inside their text: as whose message it is, a member, or a speaker's own."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from council.organisations import OrganisationPage
from council.people import Person


def mentions(organisation):
    """The condition, on `StoryPage`, that a story's blocks refer to an organisation or to a person of it.

    Read from Wagtail's reference index, which is written when a story is saved, so no text is searched. It holds ids
    as text, of whichever language's object was chosen.
    """
    key = organisation.translation_key
    versions = OrganisationPage.objects.filter(translation_key=key)
    people = Person.objects.filter(organisation__translation_key=key, live=True)
    types = ContentType.objects.get_for_models(Page, OrganisationPage, Person)
    page_types = [types[Page], types[OrganisationPage]]
    refers = Q(to_content_type__in=page_types, to_object_id__in=as_text(versions)) | Q(
        to_content_type=types[Person], to_object_id__in=as_text(people)
    )
    return Exists(
        ReferenceIndex.objects.filter(
            refers, base_content_type=types[Page], object_id=Cast(OuterRef("pk"), CharField(max_length=255))
        )
    )


def as_text(queryset):
    return queryset.annotate(text_id=Cast("pk", CharField(max_length=255))).values("text_id")
