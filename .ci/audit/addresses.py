"""An address for each template that readers meet, found by making the pages: what has none is a mistake of the audit."""

import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import quote

from audit.sample_site import LOGIN_PAGE, PASSWORD_PAGE, REMOVED_PAGE, unusual_council

# What staff and translators see; the editors' side is Wagtail's own.
NOT_FOR_READERS = ("translators/", "search/admin/", "council/admin/", "wagtail_localize/", "wagtailcore/shared/")
NOT_FOR_READERS += ("council/page_readings.html",)
# Made without a request: given to the browser as they are.
WITHOUT_AN_ADDRESS = ("400.html", "500.html")


@dataclass(frozen=True)
class Address:
    """``template`` is the name of what stands there, followed by more where there are several; ``path`` the address in Japanese.

    ``press`` is a button of that page which leads to what is meant: an answer to a form has no address of its own.
    """

    template: str
    path: str
    press: str = ""

    def path_in(self, language):
        return self.path.replace("/ja/", f"/{language}/", 1)


class TemplateWithoutAddressError(Exception):
    """Nothing that is audited shows these templates."""


def find_addresses(folder):
    """``(addresses, others)``: an `Address` of every template, those of whole pages first; and of all other pages.

    Args:
        folder: that of `sample_site.set_up`.

    Raises:
        TemplateWithoutAddressError: a template is shown on none of them.
    """
    from django.test import Client
    from django.test.utils import setup_test_environment, teardown_test_environment

    setup_test_environment()
    try:
        return _find(Client(), folder)
    finally:
        teardown_test_environment()


def readers_templates():
    """The names of all templates that readers meet."""
    from django.conf import settings

    folder = Path(settings.SITE_DIR) / "templates"
    names = {str(path.relative_to(folder)) for path in folder.rglob("*.html")}
    return {name for name in names if not name.startswith(NOT_FOR_READERS)}


def _find(client, folder):
    from django.conf import settings
    from wagtail.models import Page

    wanted = readers_templates() - set(WITHOUT_AN_ADDRESS)
    pages = Page.objects.live().public().filter(depth__gt=1).order_by("path").specific()
    paths = {}
    for page in pages:
        paths.setdefault(page.template, []).append(f"/ja/{page.url.split('/', 2)[2]}")
    shows = {path: _templates(client, path) for each in paths.values() for path in dict.fromkeys(each)}
    # The page that shows most stands for its template.
    found = [Address(name, max(each, key=lambda path: len(shows[path]))) for name, each in sorted(paths.items())]
    found += _beside_pages(Path(folder), {address.template: address.path for address in found})
    covered = set()
    for address in found:
        covered |= shows.get(address.path) if not address.press and address.path in shows else _shown(client, address)
    with unusual_council():
        covered |= _templates(client, "/ja/")
    missing = wanted - covered
    for path in shows:
        if more := shows[path] & missing:
            found.append(Address(f"{min(more)} at {path}", path))
            missing -= more
    # What only translations show.
    for language, path in product([code for code, _name in settings.LANGUAGES], shows):
        if missing and (more := _templates(client, path.replace("/ja/", f"/{language}/", 1)) & missing):
            found.append(Address(f"{min(more)} at {path}", path))
            missing -= more
    if missing:
        raise TemplateWithoutAddressError(", ".join(sorted(missing)))
    taken = {address.path for address in found if not address.press}
    return found, [
        Address(f"{name} at {path}", path)
        for name, each in sorted(paths.items())
        for path in dict.fromkeys(each)
        if path not in taken
    ]


def _beside_pages(folder, paths):
    """What is no page of the tree: lists that are narrowed, the search, forms and their answers, what is not there."""
    from plans.plan import MAP

    removed = (folder / REMOVED_PAGE).read_text()
    return [
        Address("plans/relation_map.html", f"{paths['plans/plan_page.html']}{MAP}/"),
        Address("home/theme_page.html", "/ja/themes/ibasho/"),
        Address("stories/story_index_page.html, narrowed", "/ja/stories/?theme=ibasho"),
        Address("search/search.html, empty", "/ja/search/"),
        Address("search/search.html, with results", f"/ja/search/?q={quote('居場所')}&theme=ibasho"),
        Address("search/search.html, second page", f"/ja/search/?q={quote('の')}&page=2"),
        Address("search/search.html, nothing found", "/ja/search/?q=zzzz"),
        Address("search/search.html, too long", f"/ja/search/?q={quote('長' * 101)}"),
        Address(
            "council/feedback_thanks.html", paths["stories/story_page.html"], press="button[name=answer][value=no]"
        ),
        Address("404.html", "/ja/nowhere/"),
        Address("410.html", f"/ja/q/{removed}/"),
        Address("wagtailcore/password_required.html", f"/ja/{PASSWORD_PAGE}/"),
        Address("wagtailcore/login.html", f"/ja/{LOGIN_PAGE}/"),
    ]


def _shown(client, address):
    if not address.press:
        return _templates(client, address.path)
    action = re.search(r'action="([^"]*/did-it-help/\d+/)"', client.get(address.path).content.decode())[1]
    return _templates(client, action, {"answer": "no"})


def _templates(client, path, form=None):
    """The names of all templates that take part in an answer."""
    answer = client.post(path, form) if form else client.get(path, follow=True)
    return {template.name for template in answer.templates if template.name}
