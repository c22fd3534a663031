"""Words of the glossary are explained where they stand: whole words, once, in the reader's language, and nowhere else."""

import re

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from council.explained_words.markup import PLACE, RUNNING_TEXT, mentions_in
from council.explained_words.mentions import Spellings
from council.models import Term
from council.settings.base import SITE_DIR
from search.indexing.page_texts import content_of
from stories.models import StorySubject
from tests.factories import (
    GoalPageFactory,
    InitiativePageFactory,
    PersonFactory,
    StandardPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    TermFactory,
    translate,
)
from tests.sample_site import queries_of


def found(text, language, *words):
    return [text[start:end] for start, end, _key in Spellings({word: word for word in words}, language).found_in(text)]


# --- Where a text has a word ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "word", "text", "expected"),
    [
        ("ja", "議会", "地区の協議会で話し、議会で決めた。", ["議会"]),
        ("ja", "ケアラー", "ヤングケアラーとケアラー", ["ケアラー"]),
        ("ja", "社会福祉協議会", "糸川区社会福祉協議会の職員", ["社会福祉協議会"]),
        ("ja", "見守る", "みんなで見守った。", ["見守っ"]),
        ("ja", "子どもの居場所", "こどもの居場所と、こどもと居場所", ["こどもの居場所"]),
        ("ja-simple", "居場所", "居場所を つくる", ["居場所"]),
        ("en", "carer", "Carers care for a carer's scarer.", ["Carers", "carer's"]),
        ("en", "young carer", "Young-carers and the young, carer", ["Young-carers"]),
        ("en", "council of welfare", "the Council of Welfare, the council welfare", ["Council of Welfare"]),
        ("zh-hans", "民生委员", "当地的民生委员来了", ["民生委员"]),
        ("ko", "의회", "협의회와 의회에서", ["의회"]),
        ("ko", "복지", "사회복지와 복지를, 복지관", ["복지"]),
        ("vi", "hội", "xã hội và hội", ["hội", "hội"]),
        ("ja", "社", "社の話", []),
    ],
)
def test_whole_words_are_found_as_the_language_has_them(language, word, text, expected):
    assert found(text, language, word) == expected


def test_the_longest_term_is_meant():
    assert found("ヤングケアラーの会", "ja", "ケアラー", "ヤングケアラー") == ["ヤングケアラー"]
    assert found("A young carer", "en", "carer", "young carer") == ["young carer"]
    assert found("民生委员会", "zh-hans", "委员", "民生委员会") == ["民生委员会"]


@pytest.mark.parametrize("text", ["", " ", "\n", "😀", "（）", "<", "議" * 5000])
def test_no_text_is_too_odd(text):
    for language in ("ja", "en", "zh-hans", "ko", "vi"):
        assert found(text, language, "議会", "word") == []


def test_a_term_is_written_as_in_its_word_its_brackets_and_its_list():
    assert Term(word="社会福祉協議会（社協）").spellings == ["社会福祉協議会", "社協"]
    assert Term(word="民生委員・児童委員", also_written="民生委員\n児童委員").spellings == [
        "民生委員・児童委員",
        "民生委員",
        "児童委員",
    ]
    # Of a city's council it would be said too.
    assert Term(word="Council of Social Welfare (the Council)").spellings == ["Council of Social Welfare"]


# --- Which text -------------------------------------------------------------------------------------------------------


def marked(body, language="ja"):
    html = f'<html lang="ja"><main id="main">{body}{PLACE}<p class="prose">後の社協</p></main></html>'
    first, keys = mentions_in(html, {language: Spellings({"社協": "key"}, language)})
    return [html[each.start - 3 : each.end] for each in first.values()], keys


@pytest.mark.parametrize(
    "body",
    [
        '<div class="prose"><h3>社協</h3></div>',
        '<div class="prose"><p><a href="/">社協へ</a></p></div>',
        '<div class="prose"><p class="quiet">社協</p></div>',
        '<div class="prose"><table><tr><td>社協</td></tr></table></div>',
        '<div class="prose"><p lang="en">社協</p></div>',
        "<p>社協</p>",
        '<div class="prose"></div><p>社協</p>',
    ],
)
def test_headings_links_tables_other_languages_and_what_is_no_running_text_are_left_alone(body):
    assert marked(body) == ([], [])


def test_what_somebody_said_stands_as_they_said_it_and_is_explained_below():
    assert marked('<blockquote class="x"><div class="prose"><p>社協です</p></div></blockquote>') == ([], ["key"])
    words, _keys = marked(
        '<blockquote><div class="prose">社協</div></blockquote><div class="prose"><p>あの社協</p></div>'
    )
    assert words == [">あの社協"[-5:]]


def test_the_first_mention_counts():
    words, keys = marked('<div class="lead"><p>一、社協</p><p>二、社協</p></div>')
    assert (words, keys) == (["p>一、社協"[-5:]], ["key"])


def test_every_class_of_running_text_is_one_that_templates_have():
    templates = "".join(path.read_text() for path in (SITE_DIR / "templates").rglob("*.html"))
    classes = {name for each in re.findall(r'class="([^"{]*)', templates) for name in each.split()}
    assert classes >= RUNNING_TEXT


# --- On a page --------------------------------------------------------------------------------------------------------


@pytest.fixture
def term(locales):
    return TermFactory(
        word="社会福祉協議会（社協）", reading="しゃかいふくしきょうぎかい", explanation="住民の & 団体です。"
    )


TEXT = ("paragraph", "<p>社協に行き、また社協に行った。</p>")


def soup(client, page, language=None, query=""):
    url = page.url.replace("/ja/", f"/{language}/", 1) if language else page.url
    return BeautifulSoup(client.get(url + query).content.decode(), "html.parser")


def test_a_word_is_explained_where_it_stands_first_and_in_the_list(term, client):
    page = soup(client, StandardPageFactory(body=[TEXT]))
    (word,) = page.select(".explained")
    button, text = word.button, word.select_one("[popover]")
    assert next(word.stripped_strings) == "社協"
    assert word.find_parent("p").get_text().startswith("社協")
    assert button["popovertarget"] == text["id"]
    assert button["type"] == "button"
    assert button["aria-label"] == "「社協」とは"
    assert text.get_text() == "住民の & 団体です。"
    assert page.select_one(".words-here h2").get_text() == "このページのことば"
    assert [each.get_text() for each in page.select(".words-here dt")] == ["社会福祉協議会（社協）"]
    assert not page.select("script:not([src]):not([type='application/ld+json'])")


@pytest.mark.parametrize(
    "make",
    [
        lambda: StoryPageFactory(body=[TEXT]),
        lambda: StoryPageFactory(lead="<p>社協の話</p>"),
        lambda: GoalPageFactory(situation=[("point", "社協に声が届いた。")]),
        lambda: InitiativePageFactory(title="別の題", statement="社協が支える。"),
        lambda: StandardPageFactory(summary="社協のこと。"),
    ],
)
def test_stories_goals_initiatives_and_standard_pages_explain_their_words(term, client, make):
    assert len(soup(client, make()).select(".explained")) == 1


def test_on_a_goal_the_stories_and_where_to_turn_come_before_the_words(term, client):
    goal = GoalPageFactory(situation=[("point", "社協に声が届いた。")])
    StorySubject.objects.create(story=StoryPageFactory(), subject=goal)
    page = soup(client, goal)
    order = [each.get("id") or each["class"][0] for each in page.select("#stories, #turn, .words-here")]
    assert order[0] == "stories"
    assert order[-1] == "words-here"


def test_other_pages_explain_nothing(term, client):
    for page in (StoryIndexPageFactory(intro="社協の話"), StoryPageFactory(title="社協", summary="")):
        assert not soup(client, page).select(".explained, .words-here")


def test_a_page_without_such_words_is_as_it_was(term, client):
    text = client.get(StandardPageFactory(body=[("paragraph", "<p>協議会</p>")]).url).content.decode()
    assert "explained" not in text
    assert PLACE not in text


def test_staff_can_switch_a_term_off(term, client):
    page = StandardPageFactory(body=[TEXT])
    term.explained = False
    term.save()
    assert not soup(client, page).select(".explained, .words-here")


def test_staff_can_switch_a_page_off(term, client):
    page = StandardPageFactory(body=[TEXT], explain_words=False)
    assert not soup(client, page).select(".explained, .words-here")


def test_a_term_that_is_no_longer_published_explains_nothing(term, client):
    page = StandardPageFactory(body=[TEXT])
    assert soup(client, page).select(".explained")
    Term.objects.filter(pk=term.pk).update(expire_at=timezone.now())
    term.unpublish()
    assert not soup(client, page).select(".explained")


def test_on_a_translated_page_terms_of_its_language_are_explained_and_others_fall_out(term, client):
    page = StandardPageFactory(body=[TEXT])
    translate(page, "en", body=[("paragraph", "<p>The social council and 社協</p>")])
    assert not soup(client, page, "en").select(".explained, .words-here")
    translate(term, "en", word="Social council", explanation="A body.")
    english = soup(client, page, "en")
    assert [next(each.stripped_strings) for each in english.select(".explained")] == ["social council"]
    assert english.select_one("[popover]").get_text() == "A body."


def test_who_reads_an_untranslated_page_gets_the_explanation_in_their_own_language(term, client):
    page = StandardPageFactory(body=[TEXT])
    assert not soup(client, page, "en").select(".explained, .words-here")
    translate(term, "en", word="Social council", explanation="A body.")
    english = soup(client, page, "en")
    assert english.select_one("[popover]").get_text() == "A body."
    assert english.select_one("[popover]")["lang"] == english.select_one(".explained button")["lang"] == "en"
    assert english.select_one(".words-here")["lang"] == "en"


def test_with_furigana_the_word_is_read_as_its_term_is(term, client):
    TermFactory(word="居間", reading="いとのま", explanation="へや。")
    page = soup(client, StandardPageFactory(body=[("paragraph", "<p>居間にいた。</p>")]), query="?furigana=1")
    word = page.select_one(".explained")
    assert word.ruby.rt.get_text() == "いとのま"
    assert page.select_one(".words-here rt").get_text() == "いとのま"
    assert word.button.select("ruby") == []


def test_nothing_of_it_is_in_markdown_or_the_search_or_the_stored_text(term, client):
    story = StoryPageFactory(body=[TEXT])
    assert soup(client, story).select(".explained")
    markdown = client.get(f"{story.url}index.md").content.decode()
    assert "社協に行き、また社協に行った。" in markdown
    assert "団体です" not in markdown
    assert "このページのことば" not in markdown
    assert not any("団体です" in each for each in content_of(story, "ja").paragraphs)
    story.refresh_from_db()
    assert "explained" not in str(story.body.get_prep_value())


def test_what_a_person_says_is_not_written_into(term, client):
    voice = ("voice", {"headline": "社協", "text": "<p>社協の人が来た。</p>", "person": PersonFactory()})
    page = soup(client, StoryPageFactory(body=[voice]))
    assert not page.select(".explained")
    assert page.select(".words-here dt")


def test_it_takes_no_query_in_a_warm_process(term, client):
    page = StandardPageFactory(body=[TEXT])
    plain = StandardPageFactory(body=[TEXT], explain_words=False)
    client.get(page.url)
    assert len(queries_of(client, page.url)) == len(queries_of(client, plain.url))


def test_an_explanation_cannot_break_out_of_its_place(locales, client):
    TermFactory(word="社協", explanation='"><script>alert(1)</script>', reading="しゃきょう")
    text = client.get(StandardPageFactory(body=[TEXT]).url).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
