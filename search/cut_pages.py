"""Tells editors that a page they have published is longer than the search reads."""

from django.conf import settings
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin import messages

from search.backends.analysed import language_for
from search.entries import PageText
from search.indexing.page_texts import MOST_CHARACTERS, content_of
from search.indexing.pages import texts_attached_to


@hooks.register("after_publish_page")
def warn_of_cut_page(request, page):
    if page.live and is_cut(page):
        messages.warning(
            request,
            gettext(
                "The page “%(title)s” is very long: the search reads its beginning (some %(number)s characters). "
                "What stands further down is not found. Two pages would be found whole."
            )
            % {"title": page.title, "number": f"{MOST_CHARACTERS:,}"},
        )


def is_cut(page):
    """Whether the end of a page is not in the search, or will not be when it is written in the background."""
    if not settings.INDEX_IN_BACKGROUND:
        return PageText.objects.filter(page=page, is_cut=True).exists()
    return content_of(page.specific_class.objects.get(pk=page.pk), language_for(page), texts_attached_to(page)).is_cut
