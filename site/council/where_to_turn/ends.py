"""Until when a page may be kept: a call that is over must not stand in a copy of yesterday."""

from django.utils import timezone
from django.utils.cache import patch_cache_control
from wagtail.fields import StreamField

from council.where_to_turn.calls_shown import open_calls


def note_end(response):
    """Writes on a page's answer when the first of the calls on it ends: ``response.shown_until``, a moment or ``None``.

    A cache in front of the pages must not keep one for longer. Where the answer says already how long it may be kept, it
    says no more than that from here on.
    """
    context = getattr(response, "context_data", None) or {}
    response.shown_until = shown_until(context)
    limit_age(response, response.shown_until)


def shown_until(context):
    """When the first of the calls that a page shows ends, in the context of its template; ``None`` where none has an end."""
    page = context.get("page")
    streams = [
        getattr(page, field.name) for field in page._meta.get_fields() if isinstance(field, StreamField)
    ] if page else []  # fmt: skip
    values = [*open_calls(*streams), *(call.value for call in context.get("calls") or [])]
    return min((value.shown_until for value in values if value.shown_until), default=None)


def limit_age(response, moment):
    """Lowers ``max-age`` so that nobody keeps the answer beyond a moment."""
    if moment is None or "max-age" not in response.get("Cache-Control", ""):
        return
    # Django keeps the lower of both.
    patch_cache_control(response, max_age=max(0, int((moment - timezone.now()).total_seconds())))
