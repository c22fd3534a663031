"""Serving a page in place where its translation is missing.

``/en/plan/goal-1/`` has to answer although only ``/ja/plan/goal-1/`` exists: the Japanese page, in the English
frame, marked as Japanese. Wagtail's alias pages would do the same by copying every page into every language, say
``lang="en"`` over Japanese text, and stay behind when the original moves.
"""

from django.http import Http404
from django.utils import timezone

from council.translation.locales import active_locale
from council.translation.versions import place_for_reader


class LocaleFallbackMixin:
    """For pages: ``route()`` tries the reader's own tree, then Japanese, then the languages a page was born in."""

    def route(self, request, path_components):
        # Between the hour of expiry and the next run of publish_scheduled the page is still live.
        if self.expire_at and self.expire_at <= timezone.now():
            raise Http404
        try:
            return super().route(request, path_components)
        except Http404:
            # Only the reader's own tree looks further, or two trees would send each other on for ever.
            if self.locale_id != active_locale().pk:
                raise
            for twin in self._twins_in_order():
                try:
                    return twin.route(request, path_components)
                except Http404:
                    continue
            raise

    def _twins_in_order(self):
        twins = self.get_translations().filter(alias_of__isnull=True).specific()
        return sorted(twins, key=place_for_reader)
