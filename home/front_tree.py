"""The top of the page tree: the site's front page and the index pages below it, found or made."""

from wagtail.models import Page, Site

from council.translation.locales import source_locale
from home.front_page import HomePage


def front_page():
    """The default site's front page in Japanese, or ``None`` where there is none yet."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return None
    return HomePage.objects.filter(translation_key=site.root_page.translation_key, locale=source_locale()).first()


def make_front_page(home):
    """Puts a new front page at the top of the tree and makes the default site begin there.

    The page that Wagtail's first migration makes ("Welcome to your new Wagtail site!") gives way, if it is still
    as it was made.
    """
    root = Page.get_first_root_node()
    site, _created = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": root}
    )
    _remove_welcome(site, root)
    # treebeard keeps the number of children on the row that was read.
    root = Page.get_first_root_node()
    root.add_child(instance=home)
    site.root_page = home
    site.save()
    return home


def _remove_welcome(site, root):
    welcome = Page.objects.filter(
        depth=2, numchild=0, slug="home", content_type__model="page", content_type__app_label="wagtailcore"
    ).first()
    if welcome is None:
        return
    if site.root_page_id == welcome.pk:
        # A site goes with its front page: it has to begin elsewhere first.
        site.root_page = root
        site.save()
    welcome.delete()
