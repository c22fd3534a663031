"""The sitemap: every page that any reader may open, in every language it is published in."""

from collections import defaultdict

from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from council.translation.locales import language_of
from council.translation.versions import readable


class ReadersSitemap(Sitemap):
    """Wagtail's own lists the Japanese tree alone, pages past their last hour, and no translations."""

    def items(self):
        fronts = self.get_wagtail_site().root_page.get_translations(inclusive=True).values_list("path", flat=True)
        below = Q(pk__in=[])
        for path in fronts:
            below |= Q(path__startswith=path)
        return readable(Page.objects.filter(below)).order_by("path")

    def _urls(self, page, protocol, domain):
        """Each address with those of its versions in the languages it is published in, its own among them."""
        versions = defaultdict(list)
        for each in self.items():
            versions[each.translation_key].append(
                {"lang_code": language_of(each), "location": each.get_full_url(self.request)}
            )
        alternates = {alternate["location"]: group for group in versions.values() for alternate in group}
        urls = super()._urls(page, protocol, domain)
        for url in urls:
            group = alternates.get(url["location"], [])
            url["alternates"] = group if len(group) > 1 else []
        return urls
