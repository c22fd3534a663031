"""A small ward in which one page of each type is linked in every way there is, to see where it shows and where not."""

import datetime
from types import SimpleNamespace

from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from stories.models import StorySubject
from tests.factories import (
    GlossaryPageFactory,
    GoalPageFactory,
    HomePageFactory,
    InitiativePageFactory,
    InitiativeUpdateFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PillarPageFactory,
    PlanIndexPageFactory,
    PlanPageFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    ThemeFactory,
    ThemeIndexPageFactory,
)


def make_ward():
    """One page of each type and a second story, goal and standard page, with all the links between them."""
    ward = SimpleNamespace()
    ward.home = HomePageFactory(slug="home", greeting="ようこそ")
    ward.plans = PlanIndexPageFactory(show_in_menus=True)
    ward.story_index = StoryIndexPageFactory(show_in_menus=True)
    ward.organisation_index = OrganisationIndexPageFactory(show_in_menus=True)
    ward.theme_index = ThemeIndexPageFactory(show_in_menus=True)
    ward.glossary = GlossaryPageFactory()
    ward.theme = ThemeFactory(name="つどいの場", slug="ibasho")

    ward.organisation = OrganisationPageFactory(
        title="団体いろは", slug="iroha", address="桑原台1-2", area="桑原台", summary="団体のこと", themes=[ward.theme]
    )
    ward.speaker = PersonFactory(name="話す人", organisation=ward.organisation)
    ward.plan = PlanPageFactory(title="計画いろは", slug="plan-iroha", first_fiscal_year=2024, last_fiscal_year=2028)
    ward.pillar = PillarPageFactory(title="柱いろは", slug="pillar", number="1", parent=ward.plan)
    ward.goal = GoalPageFactory(
        title="目標いろは", slug="goal-1", number="1-1", parent=ward.pillar, themes=[ward.theme]
    )
    ward.other_goal = GoalPageFactory(title="目標ほかの", slug="goal-2", number="1-2", parent=ward.pillar)
    ward.initiative = InitiativePageFactory(
        title="取組いろは",
        slug="community-1",
        led_by="community",
        parent=ward.goal,
        themes=[ward.theme],
        organisations=[ward.organisation],
    )
    ward.story = StoryPageFactory(
        title="物語いろは",
        slug="story-1",
        summary="物語のこと",
        told_on=datetime.date(2026, 6, 1),
        themes=[ward.theme],
        organisations=[ward.organisation],
        about=about(ward.goal, ward.initiative),
    )
    ward.update = InitiativeUpdateFactory(initiative=ward.initiative, story=ward.story)

    ward.standard = StandardPageFactory(title="案内いろは", slug="about")
    ward.standard_child = StandardPageFactory(title="案内なかの", slug="below", parent=ward.standard)
    everything = [
        ward.plan,
        ward.pillar,
        ward.goal,
        ward.initiative,
        ward.story,
        ward.organisation,
        ward.standard,
        ward.standard_child,
    ]
    # The pages that point to all of them from their texts, and stay public themselves.
    ward.pointing = StandardPageFactory(title="案内さすもの", slug="pointing", body=pointing_blocks(everything))
    ward.other_story = StoryPageFactory(
        title="物語ほかの",
        slug="story-2",
        told_on=datetime.date(2026, 5, 1),
        about=about(ward.other_goal),
        body=[
            *pointing_blocks(everything),
            ("message", {"organisation": ward.organisation, "organisation_name": "", "text": "<p>どうぞ</p>"}),
            ("members", {"heading": "なかま", "items": [{"text": "会う", "organisation": ward.organisation}]}),
            ("voice", {"headline": "声", "text": "<p>話します</p>", "person": ward.speaker}),
        ],
    )
    # treebeard counts children on the row, and this object was made before it had any.
    ward.home.refresh_from_db()
    ward.home.featured_story, ward.home.current_plan = ward.story, ward.plan
    ward.home.where_to_turn = take_part_blocks(everything)
    ward.home.save_revision().publish()
    return ward


def about(*subjects):
    return [StorySubject(subject=subject, sort_order=order) for order, subject in enumerate(subjects)]


def pointing_blocks(pages):
    """A rich-text link and a take-part block for each page."""
    links = "".join(f'<p><a linktype="page" id="{page.pk}">ここへ</a></p>' for page in pages)
    return [("paragraph", links), *take_part_blocks(pages)]


def take_part_blocks(pages):
    return [("take_part", {"kind": "visit", "text": "行ってみよう", "contact": "係", "page": page}) for page in pages]


def addresses_of(ward, language):
    """Where a reader of a language may meet a page of the ward: pages, filters, search, and pages' own addresses."""
    pages = [page for page in vars(ward).values() if hasattr(page, "url_path")]
    own = [page.url for page in pages]
    theme = [f"{ward.theme_index.url}ibasho/"]
    listings = [
        f"{ward.story_index.url}?theme=ibasho",
        f"{ward.story_index.url}?goal=goal-1",
        f"{ward.story_index.url}?organisation=iroha",
        f"{ward.organisation_index.url}?theme=ibasho",
    ]
    search = [f"/ja/search/?q={word}" for word in ("いろは", "なかの", "団体のこと", "物語のこと")]
    return [address.replace("/ja/", f"/{language}/", 1) for address in own + theme + listings + search]


def read(address, client=None):
    """What a reader who is not signed in gets, parsed."""
    response = (client or Client()).get(address)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    return BeautifulSoup(response.content, "html.parser")


def link_to(page, soup):
    """``(text, language)`` of the first link in the main text that leads to a page in any language; else ``None``."""
    tail = page.url.partition("/")[2].partition("/")[2]
    for link in soup.main.find_all("a", href=True):
        if link["href"].partition("/")[2].partition("/")[2] == tail:
            # As who listens hears it: its own mark, or that of the text around it.
            marked = link["lang"] if link.has_attr("lang") else link.find_parent(lang=True)["lang"]
            return link.get_text(strip=True), "" if marked == soup.html["lang"] else marked
    return None


# --- Ways in which a page is not for every reader ----------------------------------------------------------------


def make_draft(page):
    _change(page, live=False)


def make_expired(page):
    """Past its last hour, and the job that takes it down has not run yet."""
    _change(page, expire_at=timezone.now() - datetime.timedelta(minutes=1))


def make_private(page, kind=PageViewRestriction.LOGIN):
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="ひみつ")


def make_private_from_above(page):
    make_private(page.get_parent())


def _change(page, **fields):
    type(page).objects.filter(pk=page.pk).update(**fields)


HIDDEN = {
    "draft": make_draft,
    "expired": make_expired,
    "private": make_private,
    "below a private page": make_private_from_above,
}
