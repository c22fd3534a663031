"""The sample's pages, in the order in which they need each other."""

from council.models import (
    OpeningTime,
    OrganisationIndexPage,
    OrganisationPage,
    PlaceClosure,
    PlaceHours,
    PlaceIndexPage,
    PlacePage,
    Theme,
)
from home.front_page import HomePage
from home.front_tree import front_page, make_front_page
from home.glossary import GlossaryPage
from home.sample.content_files import read, read_folder
from home.sample.keys import sample_key
from home.sample.streams import stream_data
from home.standard import StandardPage
from home.theme_pages import ThemeIndexPage
from plans.models import GoalPage, InitiativePage, InitiativeUpdate, PillarPage, PlanIndexPage, PlanPage
from stories.models import StoryIndexPage, StoryPage, StorySubject

INDEXES = {
    "plan": PlanIndexPage,
    "stories": StoryIndexPage,
    "organisations": OrganisationIndexPage,
    "places": PlaceIndexPage,
    "themes": ThemeIndexPage,
    "glossary": GlossaryPage,
}
# In the order of the menu and the foot; a page that another one links to comes first.
STANDARD_PAGES = ["consultation", "volunteer", "about"]


def load_front(shelf):
    """The front page and the indexes below it; those that a site already has are used as they are."""
    row = read("plan")["home"]
    home = front_page()
    if home is None:
        home = HomePage(
            locale=shelf.locale,
            translation_key=sample_key("home", "home"),
            title=row["title"],
            slug=row["slug"],
            summary=row["summary"],
            greeting=row["greeting"],
            picture=shelf.picture(row["picture"]),
            picture_alt=row["picture_alt"],
        )
        make_front_page(home)
        shelf.count(HomePage, True)
    for name, model in INDEXES.items():
        texts = read("plan")["indexes"][name]
        existing = model.objects.child_of(home).first()
        if existing:
            shelf.remember(name, existing)
            continue
        shelf.page("index", name, lambda model=model, texts=texts: model(show_in_menus=True, **texts), home)
    return home


def finish_front(shelf, home):
    """What the front page can only say when the rest is there."""
    if home.translation_key != sample_key("home", "home") or home.latest_revision_id:
        return
    row = read("plan")["home"]
    home.featured_story = shelf.find_page(row["featured_story"].partition(":")[2])
    home.current_plan = shelf.find_page(row["current_plan"].partition(":")[2])
    home.where_to_turn = where_to_turn(shelf, home, row["where_to_turn"])
    home.save_revision(clean=True).publish()


def load_standard_pages(shelf, home):
    for name in STANDARD_PAGES:
        row = read(f"pages/{name}")
        body = row.pop("body", [])
        row["picture"] = shelf.picture(row.get("picture"))

        def build(row=row, body=body):
            page = StandardPage(show_in_menus=row["slug"] == "consultation", **row)
            page.body = stream(shelf, page, "body", body)
            return page

        shelf.page("page", row["slug"], build, home)


def load_organisations(shelf):
    for row in read_folder("organisations"):
        shelf.page(
            "organisation",
            row["slug"],
            lambda row=row: _organisation(shelf, row),
            shelf.find_page("organisations"),
        )


def _organisation(shelf, row):
    row = dict(row)
    opening, turns = row.pop("opening_times", []), row.pop("where_to_turn", [])
    slugs = row.pop("themes")
    row["picture"] = shelf.picture(row.get("picture"))
    page = OrganisationPage(**row)
    page.themes = themes(slugs)
    page.opening_times = [OpeningTime(sort_order=order, **times) for order, times in enumerate(opening)]
    page.where_to_turn = where_to_turn(shelf, page, turns)
    return page


def load_places(shelf):
    for row in read_folder("places"):
        shelf.page("place", row["slug"], lambda row=row: _place(shelf, row), shelf.find_page("places"))


def _place(shelf, row):
    row = dict(row)
    hours, closures, slugs = row.pop("hours"), row.pop("closures", []), row.pop("themes")
    row["organisation"] = shelf.find_page(row.get("organisation"))
    page = PlacePage(**row)
    page.themes = themes(slugs)
    page.hours = [
        PlaceHours(
            sort_order=order,
            locale=shelf.locale,
            # As for the updates of an initiative.
            translation_key=sample_key("hours", f"{row['slug']}/{order + 1}"),
            **each,
        )
        for order, each in enumerate(hours)
    ]
    page.closures = [PlaceClosure(sort_order=order, **each) for order, each in enumerate(closures)]
    return page


def load_plans(shelf):
    rows = read("plan")
    for name in ("plan", "earlier_plan"):
        row = dict(rows[name])
        body = row.pop("body", [])
        row.pop("document", None)
        successor = row.pop("superseded_by", "").partition(":")[2]
        row["picture"] = shelf.picture(row.get("picture"))

        def build(row=row, body=body, successor=successor):
            page = PlanPage(superseded_by=shelf.find_page(successor) if successor else None, **row)
            page.body = stream(shelf, page, "body", body)
            return page

        shelf.page("plan", row["slug"], build, shelf.find_page("plan"))
    plan = shelf.find_page(rows["plan"]["slug"])
    pillars = {}
    for row in rows["pillars"]:
        row.pop("goals")
        pillars[row["number"]] = shelf.page("pillar", row["slug"], lambda row=row: PillarPage(**row), plan)
    for row in read_folder("goals"):
        _load_goal(shelf, row, pillars[row["number"].partition("-")[0]])


def _load_goal(shelf, row, pillar):
    row = dict(row)
    initiatives, turns = row.pop("initiatives"), row.pop("where_to_turn", [])
    situation, slugs = row.pop("situation"), row.pop("themes")
    row["picture"] = shelf.picture(row.get("picture"))

    def build():
        page = GoalPage(**row)
        page.themes = themes(slugs)
        page.situation = stream(
            shelf,
            page,
            "situation",
            [{"type": "point", "id": f"point-{number}", "value": text} for number, text in enumerate(situation, 1)],
        )
        page.where_to_turn = where_to_turn(shelf, page, turns)
        return page

    goal = shelf.page("goal", row["slug"], build, pillar)
    for initiative in initiatives:
        name = f"{row['slug']}/{initiative['slug']}"
        shelf.page(
            "initiative", name, lambda name=name, initiative=initiative: _initiative(shelf, name, initiative), goal
        )


def _initiative(shelf, name, row):
    row = dict(row)
    updates, slugs, organisations = row.pop("updates", []), row.pop("themes"), row.pop("organisations", [])
    turns = row.pop("where_to_turn", [])
    page = InitiativePage(**row)
    page.themes = themes(slugs)
    page.organisations = [shelf.find_page(slug) for slug in organisations]
    page.where_to_turn = where_to_turn(shelf, page, turns)
    page.updates = [
        InitiativeUpdate(
            sort_order=order,
            locale=shelf.locale,
            # Translations are found by this key: it has to be the same in every run.
            translation_key=sample_key("update", f"{name}/{order + 1}"),
            **_without_story(update),
        )
        for order, update in enumerate(updates)
    ]
    return page


def _without_story(update):
    """The stories come later: see `link_updates`."""
    return {name: value for name, value in update.items() if name != "story"}


def load_stories(shelf):
    for row in read_folder("stories"):
        shelf.page("story", row["slug"], lambda row=row: _story(shelf, row), shelf.find_page("stories"))


def _story(shelf, row):
    row = dict(row)
    body, slugs = row.pop("body"), row.pop("themes")
    organisations, about = row.pop("organisations"), row.pop("about")
    row["picture"] = shelf.picture(row.get("picture"))
    page = StoryPage(**row)
    page.body = stream(shelf, page, "body", body)
    page.themes = themes(slugs)
    page.organisations = [shelf.find_page(slug) for slug in organisations]
    page.about = [StorySubject(sort_order=order, subject=shelf.find_page(name)) for order, name in enumerate(about)]
    return page


def link_updates(shelf):
    """Puts into each new initiative's history the stories that show it."""
    for goal in read_folder("goals"):
        for row in goal["initiatives"]:
            page = shelf.find_page(f"{goal['slug']}/{row['slug']}")
            stories = [update.get("story") for update in row.get("updates", [])]
            updates = list(page.updates.order_by("sort_order"))
            # One revision: nobody has edited it since it was made.
            if not any(stories) or page.revisions.count() != 1:
                continue
            for update, story in zip(updates, stories, strict=True):
                update.story = shelf.find_page(story) if story else None
            page.updates = updates
            page.save_revision(clean=True).publish()


def themes(slugs):
    found = {theme.translation_key: theme for theme in Theme.objects.all()}
    return [found[sample_key("theme", slug)] for slug in slugs]


def stream(shelf, page, field, rows):
    block = page._meta.get_field(field).stream_block
    value = block.to_python(stream_data(block, rows, shelf.look_up))
    # With the values that the rows leave out: an editor's form would else find every such page changed.
    return block.to_python([child.get_prep_value() for child in value])


def where_to_turn(shelf, page, rows):
    rows = [
        {
            "type": "take_part",
            "id": f"take-part-{number}",
            "value": {name: value for name, value in row.items() if value != ""},
        }
        for number, row in enumerate(rows, 1)
    ]
    return stream(shelf, page, "where_to_turn", rows)
