"""What a plan connects, as its reader gets it: five queries, whatever its size."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import CharField, Exists, F, OuterRef, Q, Value
from django.utils.functional import cached_property
from wagtail.models import Page

from council.organisations import OrganisationPage
from council.page_types import specific_of, with_types
from council.pages import CouncilPageQuerySet
from council.templatetags.council_tags import lang_attrs
from council.translation.links import reader_url
from plans.goals import GoalPage
from plans.initiatives import InitiativePage, InitiativeUpdate
from plans.pillars import PillarPage
from stories.mentions import mentioned_in
from stories.story import StoryPage, StorySubject

TREE = {PillarPage: "pillar", GoalPage: "goal", InitiativePage: "initiative"}


@dataclass(eq=False)
class Entry:
    """One page of the map.

    Attributes:
        page: The page as the reader gets it.
        kind: ``pillar``, ``goal``, ``initiative``, ``story`` or ``organisation``.
        state: Of an initiative: how far it is (`plans.initiatives.State`), or empty.
        inside: The entries below it in the plan, in order.
        stories, organisations: What it is joined with. A goal only with the stories that none of its initiatives is
            joined with: the others are reached through these.
        initiatives: Of an organisation: those it carries out.
    """

    page: Page
    kind: str
    state: str = ""
    inside: list["Entry"] = field(default_factory=list)
    stories: list["Entry"] = field(default_factory=list)
    organisations: list["Entry"] = field(default_factory=list)
    initiatives: list["Entry"] = field(default_factory=list)

    @property
    def key(self):
        return self.page.translation_key

    @cached_property
    def url(self):
        """Where the reader finds the page."""
        return reader_url(self.page)

    @cached_property
    def lang_attrs(self):
        """``lang`` and ``hreflang`` of a link to it, as `council_tags.lang_attrs` has them."""
        return lang_attrs(self.page)

    @property
    def ends(self):
        """All that it is joined with beside the tree."""
        return [*self.initiatives, *self.stories, *self.organisations]

    @property
    def number(self):
        return getattr(self.page, "number", "")

    @property
    def led_by(self):
        return getattr(self.page, "led_by", "")

    @property
    def all_stories(self):
        """Each story that it or anything inside it leads to, once."""
        inside = [story for each in self.inside for story in each.all_stories]
        return list(dict.fromkeys([*self.stories, *inside]))


@dataclass
class Relations:
    """``trunk``: pillars, and goals that stand right below the plan; the rest in the order of their lists."""

    trunk: list[Entry]
    stories: list[Entry]
    organisations: list[Entry]


def relations_of(plan):
    """The `Relations` of a plan: what any reader may open now, below pages of which the same holds."""
    trunk, tree = _tree(plan)
    initiatives = {entry.page.pk: entry for entry in tree.values() if entry.kind == "initiative"}
    shown_in = _read_histories(initiatives)
    stories = _stories(tree, shown_in)
    links = _links(initiatives, stories)
    _join_stories(tree, stories, links["about"], shown_in)
    organisations = _join_organisations(initiatives, stories, links)
    return Relations(trunk, list(stories.values()), organisations)


def _tree(plan):
    """``(trunk, {translation key: entry})``. What stands below a page that is not there for its reader is left out."""
    trunk, tree = [], {}
    for page in with_types(CouncilPageQuerySet(Page).below(plan), TREE):
        specific = specific_of(page, TREE)
        kind = TREE.get(type(specific))
        above = trunk if page.parent_key == plan.translation_key else getattr(tree.get(page.parent_key), "inside", None)
        if kind and above is not None:
            entry = tree[page.translation_key] = Entry(specific, kind)
            above.append(entry)
    return trunk, tree


def _read_histories(initiatives):
    """Gives initiatives their state; ``{translation key of a story: [initiative]}`` of the stories that histories show."""
    shown_in = defaultdict(list)
    updates = InitiativeUpdate.objects.filter(initiative__in=initiatives).order_by("fiscal_year", "date", "pk")
    for pk, state, story in updates.values_list("initiative_id", "state", "story__translation_key"):
        initiatives[pk].state = state
        if story:
            shown_in[story].append(initiatives[pk])
    return shown_in


def _stories(tree, shown_in):
    """``{page id: entry}`` of the stories about the tree, the newest first."""
    told = StorySubject.objects.filter(story=OuterRef("pk"), subject__translation_key__in=tree)
    concerned = StoryPage.objects.filter(Exists(told) | Q(translation_key__in=shown_in))
    return {
        story.pk: Entry(story, "story")
        for story in concerned.for_reader().newest_first().defer_streamfields().defer("lead")
    }


def _links(initiatives, stories):
    """``{relation: [(id of the page that has the link, translation key of what it leads to)]}``, in one query."""
    queries = [
        _rows("about", StorySubject.objects.filter(story__in=stories), "story_id", "subject__translation_key"),
        _rows("organisations", *_chosen(InitiativePage, initiatives)),
        _rows("organisations", *_chosen(StoryPage, stories)),
        *[_rows("organisations", mentions, "story_pk", "organisation_key") for mentions in mentioned_in(stories)],
    ]
    links = defaultdict(list)
    for relation, pk, key in queries[0].union(*queries[1:], all=True):
        links[relation].append((pk, key))
    return links


def _chosen(model, pks):
    field = model._meta.get_field("organisations")
    page = field.m2m_field_name()
    links = field.remote_field.through.objects.filter(**{f"{page}__in": pks})
    return links, f"{page}_id", f"{field.m2m_reverse_field_name()}__translation_key"


def _rows(relation, queryset, pk, key):
    named = queryset.order_by().annotate(
        relation=Value(relation, output_field=CharField()), from_page=F(pk), to_key=F(key)
    )
    return named.values_list("relation", "from_page", "to_key")


def _join_stories(tree, stories, links, shown_in):
    """To initiatives by both their links; to a goal where the story is about the goal as a whole."""
    about = defaultdict(set)
    for pk, key in links:
        about[stories[pk].key].add(key)
    for story in stories.values():
        keys = about[story.key] | {initiative.key for initiative in shown_in.get(story.key, [])}
        for entry in tree.values():
            if entry.key in keys and not any(each.key in keys for each in entry.inside):
                entry.stories.append(story)


def _join_organisations(initiatives, stories, links):
    """The entries of the organisations, each joined with the initiatives and stories that name it."""
    keys = {key for _pk, key in links["organisations"] if key}
    pages = OrganisationPage.objects.filter(translation_key__in=keys).for_reader().order_by("reading", "title")
    organisations = {page.translation_key: Entry(page, "organisation") for page in pages.defer_streamfields()}
    named_by = defaultdict(set)
    for pk, key in links["organisations"]:
        named_by[key].add(pk)
    for key, entry in organisations.items():
        entry.initiatives = [each for pk, each in initiatives.items() if pk in named_by[key]]
        entry.stories = [each for pk, each in stories.items() if pk in named_by[key]]
        for each in [*entry.initiatives, *entry.stories]:
            each.organisations.append(entry)
    return list(organisations.values())
