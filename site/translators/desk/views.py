"""What stands on the desk, and the page as it was when its text was sent."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from wagtail.models import Page
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.models import SourceDeletedError

from translators.desk.access import translation_for
from translators.desk.changes import changes_of
from translators.gaps import gaps_of
from translators.permissions import may_manage, may_publish
from translators.terms.panel import terms_of
from translators.waiting.take_in import is_newer


@require_GET
@never_cache
def desk(request, translation_id):
    """The desk's parts as a piece of HTML; which parts there are depends on the object and on the person."""
    translation, instance = translation_for(request.user, translation_id)
    source = translation.source
    publishes = may_publish(request.user, instance)
    context = {
        "translation": translation,
        "source_language": source.locale.language_code,
        "language": translation.target_locale.language_code,
        "is_newer": is_newer(source),
        "texts": None if isinstance(instance, Page) else _texts(source),
        "terms": terms_of(source, translation.target_locale),
        "changes": changes_of(translation),
        "publishes": publishes,
        "manages": may_manage(request.user, instance),
        "gaps": gaps_of(translation) if publishes else [],
    }
    return render(request, "translators/desk_parts.html", context)


def _texts(source):
    return source.stringsegment_set.select_related("string").order_by("order")


@require_GET
@never_cache
@xframe_options_sameorigin_override
def source_preview(request, translation_id):
    """The page rendered from the very text that is being translated, which may be older than what is live."""
    translation, instance = translation_for(request.user, translation_id)
    if not isinstance(instance, Page):
        raise Http404
    try:
        page = translation.source.as_instance()
    except SourceDeletedError as error:
        raise Http404 from error
    # Without the bar for editors, as in Wagtail's own preview beside its editor.
    attributes = {"in_preview_panel": True}
    return page.make_preview_request(request, page.default_preview_mode, extra_request_attrs=attributes)
