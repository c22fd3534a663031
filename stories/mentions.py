"""Which stories mention an organisation inside their text: as whose message it is, a member, or a speaker's own."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from council.consent import consent_holds
from council.organisations import OrganisationPage
from council.people import Person


def mentions(organisation):
    """The condition, on `StoryPage`, that a story's blocks refer to an organisation or to a person of it.

    Read from Wagtail's reference index, which is written when a story is saved, so no text is searched. It holds ids
    as text, of whichever language's object was chosen.
    """
    key = organisation.translation_key
    versions = OrganisationPage.objects.filter(translation_key=key)
    people = Person.objects.filter(consent_holds(), organisation__translation_key=key, live=True)
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


def mentioned_in(story_pks):
    """The other way round: two querysets with the ``story_pk`` and ``organisation_key`` of each mention in these stories.

    One for organisations that blocks refer to, one for those of the people; without an organisation the key is ``None``.
    """
    types = ContentType.objects.get_for_models(Page, OrganisationPage, Person)
    inside = ReferenceIndex.objects.filter(
        base_content_type=types[Page], object_id__in=[str(pk) for pk in story_pks]
    ).annotate(story_pk=Cast("object_id", IntegerField()))
    # Only of the rows that are left in the end: elsewhere an id can be something else than a number.
    referred = Cast(OuterRef("to_object_id"), IntegerField())
    organisations = OrganisationPage.objects.filter(pk=referred).values("translation_key")
    people = Person.objects.filter(consent_holds(), pk=referred, live=True).values("organisation__translation_key")
    return [
        inside.filter(to_content_type__in=[types[Page], types[OrganisationPage]]).annotate(
            organisation_key=Subquery(organisations[:1])
        ),
        inside.filter(to_content_type=types[Person]).annotate(organisation_key=Subquery(people[:1])),
    ]


def as_text(queryset):
    return queryset.annotate(text_id=Cast("pk", CharField(max_length=255))).values("text_id")
