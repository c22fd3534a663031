"""The sitemap: every page that any reader may open, in every language it is published in."""

from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from council.translation.versions import readable


class ReadersSitemap(Sitemap):
    """Wagtail's own lists the Japanese tree alone, and pages past their last hour."""

    def items(self):
        fronts = self.get_wagtail_site().root_page.get_translations(inclusive=True).values_list("path", flat=True)
        below = Q(pk__in=[])
        for path in fronts:
            below |= Q(path__startswith=path)
        return readable(Page.objects.filter(below)).order_by("path")
