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
        versions, paths, pages = defaultdict(list), {}, list(self.items())
        # Of a page with nothing below it in any language there is nothing else to show.
        with_pages_below = {each.translation_key for each in pages if not each.is_leaf()}
        for each in pages:
            location = each.get_full_url(self.request)
            versions[each.translation_key].append({"lang_code": language_of(each), "location": location})
            if each.translation_key in with_pages_below:
                paths[location] = getattr(each.specific_class, "shown_paths", ())
        alternates = {alternate["location"]: group for group in versions.values() for alternate in group}
        urls = []
        for url in super()._urls(page, protocol, domain):
            group = alternates.get(url["location"], [])
            url["alternates"] = group if len(group) > 1 else []
            urls += [url, *[_inside(url, path) for path in paths.get(url["location"], ())]]
        return urls


def _inside(url, path):
    """What a page shows at an address inside its own. When that changed last is not known."""
    alternates = [{**each, "location": each["location"] + path} for each in url["alternates"]]
    return {"location": url["location"] + path, "alternates": alternates}
