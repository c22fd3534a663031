"""What a page is called in the lists of the editors' side before its translation is published."""

from wagtail.models import Page
from wagtail_localize.strings import StringValue


def name_in_lists(object_id, locale_id, title):
    """Notes a translated title that fits. An object that is no page has no such name."""
    Page.objects.filter(translation_key=object_id, locale=locale_id).update(
        draft_title=StringValue(title).render_text()
    )
