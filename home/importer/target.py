"""Where an import goes: the plan that was named, the only one there is, or a new one below a new front page."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from wagtail.models import Page

from council.organisations import OrganisationIndexPage
from council.translation.locales import source_locale
from home.front_page import HomePage
from home.front_tree import front_page, make_front_page
from plans.models import PillarPage, PlanIndexPage, PlanPage
from stories.models import StoryIndexPage

from .refusal import ImportRefused

# The plainest names there are, in the language the site is written in; the editor gives them better ones.
_INDEXES = {
    PlanIndexPage: ("計画", "plan"),
    StoryIndexPage: ("物語", "stories"),
    OrganisationIndexPage: ("団体・居場所", "organisations"),
}
_HOME = ("ホーム", "home")


@dataclass
class Target:
    """The pages that an import hangs its own below. `made` lists those that were not there before."""

    home: Page = None
    above_plan: Page = None
    plan: Page = None
    pillar: Page = None
    made: list = field(default_factory=list)
    note: str = ""

    def index(self, model):
        """The front page's index of this kind, made where there is none."""
        title, slug = _INDEXES[model]
        existing = model.objects.child_of(self.home).filter(locale=source_locale()).first()
        if existing:
            return existing
        taken = set(Page.objects.child_of(self.home).values_list("slug", flat=True))
        page = model(title=title, slug=free_slug(slug, taken), live=False, show_in_menus=True, locale=source_locale())
        return self.add(self.home, page)

    def add(self, parent, page):
        """A new page below another, as a draft."""
        # treebeard keeps the number of children on the row that was read.
        parent = Page.objects.get(pk=parent.pk)
        parent.add_child(instance=page)
        page.save_revision(clean=False)
        self.made.append(page)
        return page


def find_target(parent, document, plan_known):
    """The target, the front page made where there is none. `plan_known` is the plan an earlier run made."""
    target = Target()
    if parent:
        _named(target, find_page(parent))
    elif plan_known is not None:
        target.plan = plan_known
    else:
        _only_plan(target, document)
    target.home = _home_above(target) or front_page() or _make_home(target)
    return target


def _named(target, page):
    if page.locale_id != source_locale().pk:
        raise ImportRefused("parent_language", title=page.title)
    if isinstance(page, PlanPage):
        target.plan = page
    elif isinstance(page, PillarPage):
        target.pillar, target.plan = page, page.get_parent().specific
    elif isinstance(page, (HomePage, PlanIndexPage)):
        target.above_plan = page
    else:
        raise ImportRefused("parent_type", title=page.title)


def _only_plan(target, document):
    """Without --parent: the site's only plan, unless the document calls itself by another name."""
    plans = list(PlanPage.objects.filter(locale=source_locale(), alias_of__isnull=True)[:2])
    title = document.plan.title.plain if document.plan.title else ""
    same = PlanPage.objects.filter(locale=source_locale(), title=title).first() if title else None
    if same is not None:
        target.plan = same
    elif title or not plans or not document.outline:
        return
    elif len(plans) > 1:
        raise ImportRefused("several_plans")
    else:
        target.plan = plans[0]


def find_page(text):
    """A page by its id, its address or its path of slugs."""
    text = str(text).strip()
    page = None
    if text.isascii() and text.isdigit() and len(text) < 18:
        page = Page.objects.filter(pk=int(text), depth__gt=1).first()
    elif text:
        path = urlsplit(text).path if "://" in text else text
        page = _by_path([slug for slug in path.split("/") if slug])
    if page is None:
        raise ImportRefused("no_parent", parent=text)
    return page.specific


def _by_path(slugs):
    if not slugs:
        return front_page()
    pages = Page.objects.filter(locale=source_locale(), depth__gt=1)
    home = front_page()
    candidates = [slugs, slugs[1:]] if slugs[0] == source_locale().language_code else [slugs]
    for path in candidates:
        tail = "/".join(path)
        if home is not None:
            found = pages.filter(url_path=f"{home.url_path}{tail}/" if tail else home.url_path).first()
            if found:
                return found
        found = pages.filter(url_path=f"/{tail}/").first()
        if found:
            return found
    matching = list(pages.filter(slug=slugs[-1])[:2]) if len(slugs) == 1 else []
    return matching[0] if len(matching) == 1 else None


def _home_above(target):
    page = target.pillar or target.plan or target.above_plan
    if page is None:
        return None
    return page if isinstance(page, HomePage) else HomePage.objects.ancestor_of(page).first()


def _make_home(target):
    title, slug = _HOME
    home = HomePage(title=title, slug=slug, live=False, locale=source_locale())
    make_front_page(home)
    home.save_revision(clean=False)
    target.made.append(home)
    return home


def plan_title(document, name):
    """What a new plan is called: what the document calls it, else the document's own name."""
    return document.plan.title.plain[:255] if document.plan.title else Path(name).stem[:255]


def free_slug(wanted, taken):
    """The slug, with a number behind it where a sibling has it."""
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def first_free(name, taken):
    """story-1, or the next number that no sibling has."""
    number = len(taken) + 1 if f"{name}-{len(taken)}" in taken else 1
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
