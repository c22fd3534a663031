"""Every block of every stream: described, drawn by a template of ours, and shown as it should be."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone, translation
from wagtail import blocks
from wagtail.fields import StreamField

from council.blocks.streams import SharedStreamBlock
from council.blocks.text import DataTableBlock, HeadingBlock, ListOfItemsBlock
from council.checks import OUR_APPS
from council.models import OrganisationPage, Person, Term, Theme
from council.where_to_turn.calls import TakePartBlock
from stories.blocks.facts import FactBlock, MembersBlock
from stories.blocks.streams import StoryStreamBlock
from tests.factories import (
    DocumentFactory,
    GoalPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PictureFactory,
    StandardPageFactory,
    StoryPageFactory,
    TermFactory,
    ThemeFactory,
)
from tests.heading_breaks import without_breaks

DAY = datetime.timedelta(days=1)
# They show a file that somebody uploaded: a preview has none to show.
SHOWS_A_FILE = {"picture", "document", "video"}


def streams():
    """Every stream of the site, by the page type's and the field's name."""
    for model in apps.get_models():
        if model._meta.app_label in OUR_APPS:
            for field in model._meta.get_fields():
                if isinstance(field, StreamField):
                    yield f"{model.__name__}.{field.name}", field.stream_block


# Each once, though several streams share it.
BLOCKS = {name: block for _place, stream in streams() for name, block in stream.child_blocks.items()}
STORY_BLOCKS = StoryStreamBlock().child_blocks
each_block = pytest.mark.parametrize(("name", "block"), BLOCKS.items(), ids=BLOCKS)


def draw(block, value, language="ja"):
    with translation.override(language):
        return block.render(block.normalize(value))


@each_block
def test_a_block_is_described(name, block):
    assert str(block.get_description()).strip()


@each_block
def test_a_block_has_a_name_and_a_picture_of_its_own(name, block):
    assert str(block.label).strip()
    assert block.meta.icon not in {"placeholder", ""}


@each_block
def test_a_block_is_drawn_by_a_template_that_is_there(name, block):
    assert block.meta.template == f"blocks/{name}.html"
    get_template(block.meta.template)


@each_block
def test_editors_see_a_preview_of_a_block(name, block):
    assert block.is_previewable == (name not in SHOWS_A_FILE)


@each_block
@pytest.mark.django_db
def test_the_preview_of_a_block_is_drawn(name, block, admin_client):
    if not block.is_previewable:
        return
    response = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    with translation.override("ja"):
        shown = block.render(block.get_preview_value())
    assert len(shown.split(">")) > 2
    assert "".join(shown.split()) in "".join(response.content.decode().split())


@pytest.mark.parametrize("name", STORY_BLOCKS)
def test_a_storys_block_has_a_label_in_the_chooser(name):
    assert str(STORY_BLOCKS[name].meta.group).strip()


def test_a_story_has_every_block_that_a_page_has_and_its_own():
    shared = set(SharedStreamBlock().child_blocks)
    own = {"voice", "question_and_answer", "message", "needs", "activities", "fact", "explainer", "members"}
    assert set(STORY_BLOCKS) == shared | own


# --- Drawn in a story -----------------------------------------------------------------------------------------

VALUES = {
    "paragraph": lambda: ("<p>段落のことば</p>", ["段落のことば"]),
    "heading": lambda: ({"text": "見出しのことば", "level": "2"}, ["見出しのことば"]),
    "quote": lambda: ({"text": "引いたことば", "attribution": "貼り紙"}, ["引いたことば", "貼り紙"]),
    "list": lambda: ({"style": "bullet", "items": ["一つめ", "二つめ"]}, ["一つめ", "二つめ"]),
    "table": lambda: (
        {"caption": "表の題", "columns": ["曜日", "時間"], "rows": [{"cells": ["水", "15時"]}]},
        ["表の題", "曜日", "15時"],
    ),
    "picture": lambda: (
        {"image": PictureFactory(), "alternative_text": "縁側の三人", "caption": "春の日"},
        ['alt="縁側の三人"', "春の日"],
    ),
    "document": lambda: ({"document": DocumentFactory(), "title": "申込書"}, ["申込書", "/documents/"]),
    "video": lambda: (
        {
            "title": "歩いてみる",
            "url": "https://video.example/1",
            "picture": PictureFactory(),
            "transcript": "話していること",
        },
        ["歩いてみる", "https://video.example/1", "話していること"],
    ),
    "site_link": lambda: (
        {"text": "会のサイト", "url": "https://example.jp/kai"},
        ["会のサイト", "https://example.jp/kai", "<svg"],
    ),
    "take_part": lambda: (
        {"kind": "visit", "text": "お茶をどうぞ", "contact": "当番", "phone": "00-0000-0000"},
        ["お茶をどうぞ", "当番", "tel:00-0000-0000"],
    ),
    "voice": lambda: (
        {"headline": "本人の見出し", "text": "<p>本人の話</p>", "person": PersonFactory(name="布施さん")},
        ["本人の見出し", "本人の話", "布施さん"],
    ),
    "question_and_answer": lambda: (
        {"question": "なぜここに", "answer": "<p>雨宿りから</p>", "person": PersonFactory(name="柏木さん")},
        ["なぜここに", "雨宿りから", "柏木さん"],
    ),
    "message": lambda: (
        {"organisation_name": "読む会", "text": "<p>声に出して読みます</p>", "person": PersonFactory(name="絹田さん")},
        ["読む会", "声に出して読みます", "絹田さん"],
    ),
    "needs": lambda: (
        {"heading": "声から", "items": [{"heading": "行くところ", "quote": "放課後、いる場所がない"}]},
        ["声から", "行くところ", "放課後、いる場所がない"],
    ),
    "activities": lambda: ({"motto": "ひとりで食べない", "items": ["水曜の夕食"]}, ["ひとりで食べない", "水曜の夕食"]),
    "fact": lambda: (
        {"label": "つながる団体", "value": "17団体", "as_of": "2025-04-01"},
        ["つながる団体", "17団体", "2025"],
    ),
    "explainer": lambda: (
        {"term": TermFactory(), "heading": "居場所とは", "text": "<p>いるだけでいいところ</p>"},
        ["居場所とは", "いるだけでいいところ"],
    ),
    "members": lambda: (
        {
            "theme": ThemeFactory(name="遊び"),
            "items": [{"text": "木登りの会", "organisation": OrganisationPageFactory(title="あや広場")}],
        },
        ["遊び", "木登りの会", "あや広場"],
    ),
}


def test_every_block_of_a_story_is_drawn_in_a_test():
    assert set(VALUES) == set(STORY_BLOCKS)


@pytest.mark.django_db
@pytest.mark.parametrize("name", VALUES)
def test_a_block_shows_what_was_written_into_it(client, name):
    value, expected = VALUES[name]()
    story = StoryPageFactory(body=[(name, value)])
    text = without_breaks(client.get(story.url).content.decode())
    for words in expected:
        assert words in text


@pytest.mark.django_db
def test_a_block_escapes_what_was_written_into_it(client):
    evil = "<script>alert(1)</script>"
    story = StoryPageFactory(
        title=evil,
        body=[
            ("heading", {"text": evil, "level": "2"}),
            ("quote", {"text": evil, "attribution": evil}),
            ("list", {"style": "bullet", "items": [evil]}),
            ("table", {"caption": evil, "columns": [evil], "rows": [{"cells": [evil]}]}),
            ("take_part", {"kind": "visit", "text": evil, "contact": evil}),
            ("fact", {"label": evil, "value": evil}),
            ("needs", {"heading": evil, "items": [{"heading": evil, "quote": evil}]}),
            ("activities", {"motto": evil, "items": [evil]}),
            ("explainer", {"heading": evil, "text": "<p>…</p>"}),
            ("members", {"heading": evil, "items": [{"text": evil}]}),
            ("voice", {"headline": evil, "text": "<p>…</p>", "person": PersonFactory(name=evil, role=evil)}),
            ("site_link", {"text": evil, "url": "https://example.jp/"}),
        ],
    )
    text = client.get(story.url).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


# --- One by one -----------------------------------------------------------------------------------------------


def test_a_call_to_take_part_that_is_over_is_not_shown():
    today = timezone.localdate()
    value = {"kind": "volunteer", "text": "手伝ってください", "contact": "係"}
    for until, shown in ((None, True), (today + DAY, True), (today, True), (today - DAY, False)):
        assert ("手伝ってください" in draw(TakePartBlock(), {**value, "until": until})) == shown


@pytest.mark.django_db
def test_a_page_leaves_out_a_call_that_is_over(client):
    yesterday = timezone.localdate() - DAY
    over = {"kind": "visit", "text": "終わった催し", "contact": "係", "until": yesterday}
    page = StandardPageFactory(body=[("take_part", over), ("take_part", {**over, "text": "続く催し", "until": None})])
    text = client.get(page.url).content.decode()
    assert "終わった催し" not in text
    assert "続く催し" in text


@pytest.mark.django_db
def test_what_can_be_done_is_said_once_above_the_ways_to_do_it(client):
    calls = [("visit", "火曜に"), ("visit", "土曜に"), ("help", "相談を")]
    goal = GoalPageFactory(where_to_turn=[("take_part", {"kind": kind, "text": text}) for kind, text in calls])
    soup = BeautifulSoup(client.get(goal.url).content, "html.parser")
    kinds = soup.select(".turn-list > li")
    assert [[text.get_text() for text in kind.select(".take-part-text")] for kind in kinds] == [
        ["火曜に", "土曜に"],
        ["相談を"],
    ]
    assert [len(kind.select(".kind")) for kind in kinds] == [1, 1]


@pytest.mark.django_db
def test_a_place_leaves_no_empty_entry_for_a_call_that_is_over(client):
    yesterday = timezone.localdate() - DAY
    over = {"kind": "visit", "text": "終わった催し", "contact": "係", "until": yesterday}
    organisation = OrganisationPageFactory(where_to_turn=[("take_part", over)])
    text = client.get(organisation.url).content.decode()
    assert "終わった催し" not in text
    assert "<li></li>" not in "".join(text.split())


def test_a_table_marks_its_headings():
    value = {
        "caption": "開いている時間",
        "columns": ["曜日", "時間"],
        "rows": [{"cells": ["水", "15時"]}, {"cells": ["土", ""]}],
    }
    text = "".join(draw(DataTableBlock(), value).split())
    assert "<caption><span>開いている時間</span></caption>" in text
    assert '<tr><thscope="col">曜日</th><thscope="col">時間</th></tr>' in text
    assert '<tr><thscope="row">水</th><td>15時</td></tr><tr><thscope="row">土</th><td></td></tr>' in text


def test_a_telephone_number_in_a_table_can_be_called_and_a_span_of_years_cannot():
    value = {
        "caption": "窓口",
        "columns": ["窓口", "番号"],
        "rows": [{"cells": ["一", "00-0000-0017"]}, {"cells": ["二", "2025-2029"]}],
    }
    links = BeautifulSoup(draw(DataTableBlock(), value), "html.parser").select("td a")
    assert [(link["href"], link.get_text()) for link in links] == [("tel:00-0000-0017", "00-0000-0017")]


def test_the_cells_of_a_wide_table_know_their_column():
    """A telephone shows a row of three as a list: without the heading a figure says nothing."""
    value = {"caption": "表", "columns": ["月", "人", "回"], "rows": [{"cells": ["4月", "3", "2"]}]}
    cells = BeautifulSoup(draw(DataTableBlock(), value), "html.parser").select("td")
    assert [cell["data-heading"] for cell in cells] == ["人", "回"]


def test_a_heading_has_the_level_that_was_chosen():
    assert draw(HeadingBlock(), {"text": "節", "level": "2"}).startswith("<h2")
    assert draw(HeadingBlock(), {"text": "項", "level": "3"}).startswith("<h3")


def test_a_list_is_numbered_only_where_that_was_chosen():
    assert "<ol" in draw(ListOfItemsBlock(), {"style": "number", "items": ["一"]})
    assert "<ul" in draw(ListOfItemsBlock(), {"style": "bullet", "items": ["一"]})


def test_a_fact_without_a_date_says_none():
    assert "None" not in draw(FactBlock(), {"label": "団体", "value": "17"})


@pytest.mark.django_db
def test_members_may_stand_under_a_heading_of_their_own():
    value = {"theme": ThemeFactory(name="遊び"), "heading": "子どもと", "items": [{"text": "木登りの会"}]}
    text = draw(MembersBlock(), value)
    assert "子どもと" in text
    assert "遊び" not in text


@pytest.mark.django_db
@pytest.mark.parametrize("model", [OrganisationPage, Person, Term, Theme])
def test_a_story_stands_though_what_it_refers_to_is_gone(client, model):
    story = StoryPageFactory(
        body=[
            ("paragraph", "<p>地の文</p>"),
            ("voice", {"headline": "声", "text": "<p>…</p>", "person": PersonFactory()}),
            ("explainer", {"term": TermFactory(), "heading": "ことば", "text": "<p>…</p>"}),
            (
                "members",
                {"theme": ThemeFactory(), "items": [{"text": "会", "organisation": OrganisationPageFactory()}]},
            ),
        ]
    )
    for each in model.objects.all():
        each.delete()
    response = client.get(story.url)
    assert response.status_code == 200
    assert "地の文" in response.content.decode()


def choosers(block):
    if isinstance(block, blocks.ChooserBlock):
        yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from choosers(child)
    if isinstance(block, blocks.ListBlock):
        yield from choosers(block.child_block)


def test_only_a_picture_a_document_and_a_speaker_have_to_be_chosen():
    required = {name for name, block in STORY_BLOCKS.items() if any(each.required for each in choosers(block))}
    assert required == {"picture", "document", "video", "voice"}
