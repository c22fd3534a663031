"""Which stories belong to one: those about the same initiative or goal, with the same organisation, on the same themes."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Length, Substr
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from council.organisations import OrganisationPage
from council.themes import Theme
from council.translation.locales import active_locale
from plans.initiatives import InitiativePage

# What counts how much. A theme is broad: it takes four of them to weigh as much as one initiative.
_WEIGHTS = {"same_initiative": 4, "same_goal": 3, "same_organisation": 3, "same_theme": 1}
# The closest that two stories have in common is said to the reader.
_REASONS = {
    "same_initiative": _("About the same initiative"),
    "same_goal": _("About the same goal"),
    "same_organisation": _("With the same organisation"),
    "same_theme": _("On the same theme"),
}


def with_closeness(stories, story, links):
    """Stories with ``closeness`` to one of them, and how much they share: ``same_initiative``, ``same_goal`` and so on.

    Links are compared by what they lead to in any language: a translation's lead to the objects of its source.

    Args:
        stories: a queryset of `StoryPage`.
        story: the `StoryPage`; it is not among the result in any language.
        links: ``{"about": ids, "themes": ids, "organisations": ids}``: what it is linked to.
    """
    return (
        stories.exclude(translation_key=story.translation_key)
        .annotate(
            same_initiative=_count(_shared_subjects(stories.model, links["about"])),
            same_goal=_count(_shared_goals(stories.model, links["about"])),
            same_organisation=_count(_shared(stories.model.organisations, OrganisationPage, links["organisations"])),
            same_theme=_count(_shared(stories.model.themes, Theme, links["themes"])),
        )
        .annotate(closeness=sum((F(name) * weight for name, weight in _WEIGHTS.items()), Value(0)))
    )


def own_language_first():
    """What to sort by, so that those come first that are in the reader's language."""
    return Case(When(locale=active_locale(), then=0), default=1)


def reason_for(story):
    """Why a story of `with_closeness` is shown, in words; empty where it has nothing in common."""
    return next((reason for name, reason in _REASONS.items() if getattr(story, name)), "")


def _keys_of(model, ids):
    return model.objects.filter(pk__in=ids).values("translation_key")


def _shared(relation, model, ids):
    links, target = relation.through.objects, relation.field.m2m_reverse_field_name()
    return links.filter(
        **{relation.field.m2m_field_name(): OuterRef("pk"), f"{target}__translation_key__in": _keys_of(model, ids)}
    ).values(counted=F(f"{target}__translation_key"))


def _subjects(model):
    return model.about.rel.related_model.objects.filter(story=OuterRef("pk"))


def _shared_subjects(model, ids):
    initiatives = Page.objects.filter(content_type=_initiative(), pk__in=ids).values("translation_key")
    return (
        _subjects(model).filter(subject__translation_key__in=initiatives).values(counted=F("subject__translation_key"))
    )


def _shared_goals(model, ids):
    """Of an initiative the goal it stands under counts."""
    own = Page.objects.filter(path__in=_goal_paths(Page.objects.filter(pk__in=ids))).values("translation_key")
    theirs = Page.objects.filter(path=OuterRef("goal_path"), translation_key__in=own).values("translation_key")
    return (
        _subjects(model)
        .annotate(goal_path=_goal_path("subject__"))
        .annotate(goal=Subquery(theirs[:1]))
        .filter(goal__isnull=False)
        .values(counted=F("goal"))
    )


def _goal_paths(pages):
    return pages.annotate(goal_path=_goal_path()).values("goal_path")


def _goal_path(prefix=""):
    path = f"{prefix}path"
    above = Substr(path, 1, Length(path) - Page.steplen)
    return Case(When(Q(**{f"{prefix}content_type": _initiative()}), then=above), default=F(path))


def _initiative():
    return ContentType.objects.get_for_model(InitiativePage)


def _count(rows):
    """How many different ones, as a part of the outer query; several versions of one count once."""
    counted = rows.order_by().annotate(all=Value(1)).values("all").annotate(number=Count("counted", distinct=True))
    return Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)
