"""What makes a translation old: each thing it takes from its source, and nothing else."""

import copy
import datetime
import json
from decimal import Decimal

import pytest
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from council.models import OpeningTime, OrganisationPage
from council.translation.segments import fingerprint
from plans.models import InitiativeUpdate
from tests.factories import (
    InitiativePageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PictureFactory,
    PlanPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
)
from tests.factories_translations import complete, send
from tests.factories_translations import publish as publish_translation
from translators.waiting.take_in import is_newer

pytestmark = pytest.mark.django_db

OPEN = {"weekday": 1, "opens": datetime.time(10), "closes": datetime.time(17)}
CALL = {"kind": "visit", "text": "来て", "contact": "係", "phone": "03-1111-1111", "until": datetime.date(2026, 1, 1)}
CALL |= {"hours": "", "languages": [], "fax": "", "email": ""}


def fresh(obj):
    return type(obj).objects.get(pk=obj.pk)


def publish(obj):
    obj.save_revision().publish()
    return fresh(obj)


def make(kind):
    if kind == "organisation":
        page = OrganisationPageFactory(phone="03-1111-1111", latitude=Decimal("35.1"), longitude=Decimal("139.7"))
        page.opening_times.add(OpeningTime(**OPEN))
        page.themes.add(ThemeFactory())
        page.save()
        return publish(page)
    if kind == "initiative":
        page = InitiativePageFactory()
        page.updates.add(
            InitiativeUpdate(text="始めた。", fiscal_year=2025, date=datetime.date(2025, 6, 1), locale=page.locale)
        )
        page.save()
        return publish(page)
    made = {
        "story": lambda: StoryPageFactory(
            told_on=datetime.date(2025, 6, 1), body=[("paragraph", "<p>戸。</p>"), ("take_part", CALL)]
        ),
        "plan": PlanPageFactory,
        "page": lambda: StandardPageFactory(
            body=[
                ("heading", {"text": "題", "level": "2"}),
                ("list", {"style": "bullet", "items": ["一", "二"]}),
                ("take_part", CALL),
            ]
        ),
        "person": lambda: PersonFactory(portrait=PictureFactory(), portrait_alt="顔"),
        "term": lambda: TermFactory(word="社協", avoid="しゃきょう"),
        "theme": ThemeFactory,
    }[kind]()
    return publish(made)


def change_part(name, **fields):
    def change(page):
        [part] = getattr(page, name).all()
        for field, value in fields.items():
            setattr(part, field, value)
        getattr(page, name).set([part])

    return change


def change_block(name, **values):
    def change(page):
        raw = copy.deepcopy(json.loads(json.dumps(page.body.get_prep_value(), default=str)))
        for block in raw:
            if block["type"] == name:
                block["value"].update(values)
        page.body = json.dumps(raw)

    return change


def change_field(**fields):
    def change(obj):
        for field, value in fields.items():
            setattr(obj, field, value() if callable(value) else value)

    return change


COUNTS = [
    ("organisation", change_field(phone="03-2222-2222")),
    ("organisation", change_field(email="new@example.jp")),
    ("organisation", change_field(latitude=Decimal("35.2"))),
    ("organisation", lambda page: page.themes.add(ThemeFactory())),
    ("organisation", lambda page: page.opening_times.set([])),
    ("organisation", change_part("opening_times", closes=datetime.time(18))),
    ("initiative", change_part("updates", date=datetime.date(2025, 7, 1))),
    ("initiative", change_part("updates", fiscal_year=2026)),
    ("initiative", change_part("updates", state="done")),
    ("initiative", change_field(led_by="community")),
    ("story", change_field(told_on=datetime.date(2025, 7, 1))),
    ("story", change_block("take_part", phone="03-2222-2222")),
    ("plan", change_field(last_fiscal_year=2040)),
    ("page", change_block("take_part", until="2027-01-01")),
    ("page", change_block("take_part", kind="give")),
    ("page", change_block("heading", level="3")),
    ("page", change_block("take_part", text="みんな来て")),
    ("person", change_field(portrait=PictureFactory)),
    ("theme", change_field(sort_order=77)),
]
DOES_NOT = [
    ("page", change_field(slug="elsewhere")),
    ("page", change_field(show_in_menus=True)),
    ("page", change_field(expire_at=datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC))),
    ("theme", change_field(slug="elsewhere")),
    ("person", change_field(consent_withdrawn_on=datetime.date(2025, 1, 1))),
    ("term", change_field(avoid="しゃきょう\n社会")),
]


@pytest.mark.parametrize(("kind", "change"), COUNTS)
def test_what_a_translation_takes_over_counts(locales, kind, change):
    source, _made = TranslationSource.get_or_create_from_instance(make(kind))
    obj = source.get_source_instance()
    change(obj)
    publish(obj)
    assert is_newer(TranslationSource.objects.get(pk=source.pk))


@pytest.mark.parametrize(("kind", "change"), DOES_NOT)
def test_what_is_not_taken_over_does_not(locales, kind, change):
    source, _made = TranslationSource.get_or_create_from_instance(make(kind))
    obj = source.get_source_instance()
    change(obj)
    publish(obj)
    assert not is_newer(TranslationSource.objects.get(pk=source.pk))


@pytest.mark.parametrize("kind", ["organisation", "initiative", "story", "plan", "page", "person", "term", "theme"])
def test_the_same_text_is_the_same_wherever_it_is_read(locales, kind):
    obj = make(kind)
    expected = fingerprint(obj)
    source, _made = TranslationSource.get_or_create_from_instance(obj)
    assert fingerprint(source.as_instance()) == expected
    assert fingerprint(obj.get_latest_revision().as_object()) == expected
    source.update_from_db()
    assert fingerprint(source.as_instance()) == expected
    assert fingerprint(publish(fresh(obj))) == expected


def test_moving_changes_nothing(locales):
    page, target = make("page"), StandardPageFactory()
    expected = fingerprint(page)
    page.move(target, pos="last-child")
    assert fingerprint(fresh(page)) == expected


def test_a_page_just_made_is_as_the_database_gives_it_back(locales):
    page = StandardPageFactory(body=[("take_part", CALL)])
    assert fingerprint(page) == fingerprint(Page.objects.get(pk=page.pk).specific)
    place = OrganisationPageFactory(latitude="35.1", longitude="139.7")
    assert fingerprint(place) == fingerprint(OrganisationPage.objects.get(pk=place.pk))


def test_a_value_that_old_streams_lack_is_an_empty_one(locales):
    page = make("page")
    expected = fingerprint(page)
    raw = json.loads(json.dumps(page.body.get_prep_value(), default=str))
    for block in raw:
        if block["type"] == "take_part":
            assert block["value"].pop("url", None) in ("", None)
    page.body = json.dumps(raw)
    assert fingerprint(page) == expected


def test_two_drafts_differ_by_words_of_their_own(locales):
    term = make("term")
    before = fingerprint(term), fingerprint(term, with_own=True)
    term.avoid = "別"
    assert fingerprint(term) == before[0]
    assert fingerprint(term, with_own=True) != before[1]


@pytest.mark.parametrize("kind", ["organisation", "initiative", "story", "plan", "page", "person", "term", "theme"])
def test_a_translations_own_draft_is_found_to_be_the_present_one(locales, kind):
    """Else each publication would write a draft more than was asked for."""
    translation = send(make(kind), "en")["en"]
    complete(translation, "Translated")
    before = translation.get_target_instance().revisions.count()
    publish_translation(translation)
    version = translation.get_target_instance()
    assert version.live
    assert version.revisions.count() == before + 1
