"""From words to pages, plainly: every word has to stand in the title or the summary."""

from django.apps import apps
from django.db.models import Case, Q, Value, When
from wagtail.models import Page

from council.pages import CouncilPage
from council.translation.versions import for_reader

MAX_WORDS = 8


def search_pages(query, locale=None):
    """The pages that hold every word of a query, those with the whole query in the title first.

    The comparison is by substring: Wagtail's own search takes a Japanese sentence for one word and finds almost
    nothing.

    Returns:
        A queryset of ``Page``, each once, in the reader's language where there is one.
    """
    words = query.split()[:MAX_WORDS]
    if not words:
        return Page.objects.none()
    found = Page.objects.filter(depth__gt=1)
    for word in words:
        found = found.filter(Q(title__icontains=word) | _stands_in_summary(word))
    return (
        for_reader(found, locale)
        .annotate(place_in_title=Case(When(title__icontains=query, then=Value(0)), default=Value(1)))
        .order_by("place_in_title", "-last_published_at", "pk")
    )


def _stands_in_summary(word):
    """The condition on ``Page`` that its type's own table has the word in the summary."""
    condition = Q(search_description__icontains=word)
    for model in apps.get_models():
        if issubclass(model, CouncilPage):
            condition |= Q(pk__in=model.objects.filter(summary__icontains=word).values("pk"))
    return condition
