"""A term is said in each language as the glossary says; a translation that says it otherwise is red at once."""

import uuid
from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from council.models import Term
from tests.factories import StoryPageFactory, TermFactory, translate
from translators.suggestions import Suggestion
from translators.terms.panel import terms_of
from translators.terms.rules import Rule, Rules
from translators.terms.wording import forms

TEXT = "区の社協が来月から相談をはじめる。"
RIGHT = "The Council of Social Welfare begins next month."
WRONG = "The welfare association begins next month."


@pytest.fixture
def en(locales):
    return locales["en"]


def term(word="社会福祉協議会（社協）", said="Council of Social Welfare", enforced=True, avoid="", code="en", **fields):
    """A live term and its live translation, in which these words are to be avoided."""
    source = TermFactory(word=word, enforced=enforced, **fields)
    source.save_revision().publish()
    if said:
        translate(source, code, word=said, avoid=avoid)
    return source


def submitted(locale, *texts):
    page = StoryPageFactory(title="題", body=[("paragraph", f"<p>{text}</p>") for text in texts or (TEXT,)])
    translate_object(page, [locale])
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)


def segment(translation, text=TEXT):
    return StringSegment.objects.get(source=translation.source, string__data=text)


@pytest.fixture
def save(client, db):
    """Saves a segment by the editor's own API, as an administrator; gives the answer's JSON."""
    client.force_login(get_user_model().objects.create_superuser("admin", "a@example.jp", "x"))

    def put(translation, said, text=TEXT):
        address = reverse(
            "wagtail_localize:edit_string_translation", args=[translation.pk, segment(translation, text).pk]
        )
        answer = client.put(address, urlencode({"value": said}), content_type="application/x-www-form-urlencoded")
        assert answer.status_code in {200, 201}
        return answer.json()

    return put


# --- In the editor's form ---------------------------------------------------------------------------------------


def test_a_text_that_says_the_term_otherwise_is_red_at_once(save, en):
    term()
    translation = submitted(en)
    answer = save(translation, WRONG)
    assert "社会福祉協議会（社協）" in answer["error"]
    assert "Council of Social Welfare" in answer["error"]
    assert translation.get_progress() == (2, 0)


def test_a_text_that_says_it_as_agreed_is_not_red(save, en):
    term()
    translation = submitted(en)
    assert save(translation, WRONG)["error"]
    assert save(translation, RIGHT)["error"] is None
    assert translation.get_progress() == (2, 1)


def test_a_word_to_avoid_is_named(save, en):
    term(avoid="Shakyo\nwelfare council")
    answer = save(submitted(en), "The Council of Social Welfare (Shakyo) begins next month.")
    assert "Shakyo" in answer["error"]


def test_a_text_with_a_broken_term_is_on_no_page(save, en):
    term()
    translation = submitted(en)
    save(translation, WRONG)
    translation.save_target(publish=False)
    assert WRONG not in str(translation.get_target_instance().get_latest_revision_as_object().body)


@pytest.mark.parametrize("state", ["not enforced", "source not live", "target not live", "not translated"])
def test_only_a_live_enforced_term_with_a_live_translation_binds(save, en, state):
    source = term(
        enforced=state != "not enforced", said="" if state == "not translated" else "Council of Social Welfare"
    )
    if state == "source not live":
        source.unpublish()
    elif state == "target not live":
        source.get_translation(en).unpublish()
    assert save(submitted(en), WRONG)["error"] is None


def test_saving_a_suggestion_that_breaks_a_term_accepts_it_as_a_text_and_marks_it(save, en):
    save(submitted(en), WRONG)
    similar = TEXT.replace("来月", "再来月")
    translation = submitted(en, similar)
    assert Suggestion.objects.count() == 1
    term()
    assert "Council of Social Welfare" in save(translation, WRONG, similar)["error"]
    assert not Suggestion.objects.exists()


def test_what_the_memory_fills_in_is_checked_too(save, en):
    save(submitted(en), WRONG)
    StringTranslation.objects.update(updated_at="2020-01-01T00:00Z")
    source = TermFactory(word="社会福祉協議会（社協）", enforced=True)
    # Live without the signal that would mark the remembered text itself.
    target = translate(source, "en", publish=False, word="Council of Social Welfare")
    Term.objects.filter(pk=target.pk).update(live=True)
    translation = submitted(en)
    row = StringTranslation.objects.get(context=segment(translation).context)
    assert row.data == WRONG
    assert row.has_error
    assert "Council of Social Welfare" in row.get_error()


def test_the_term_itself_may_be_called_anew(save, en):
    source = TermFactory(word="社会福祉協議会（社協）", enforced=True, explanation="社協は民間の団体です。")
    source.save_revision().publish()
    translate_object(source, [en])
    translation = Translation.objects.get(source__object_id=source.translation_key, target_locale=en)
    save(translation, "Council of Social Welfare", source.word)
    save(translation, "A private body, the Council of Social Welfare.", source.explanation)
    source.get_translation(en).save_revision().publish()
    assert save(translation, "Social Welfare Council", source.word)["error"] is None


# --- When the term changes --------------------------------------------------------------------------------------


def test_a_term_that_goes_live_marks_what_is_translated_already(save, en):
    translation = submitted(en)
    assert save(translation, WRONG)["error"] is None
    term()
    row = StringTranslation.objects.get(context=segment(translation).context)
    assert row.has_error
    assert "Council of Social Welfare" in row.get_error()


def test_a_new_wording_clears_what_it_makes_right_and_marks_what_it_makes_wrong(save, en):
    source = term()
    first, second = submitted(en), submitted(en, "社協へ行く。")
    save(first, WRONG)
    save(second, "Go to the Council of Social Welfare.", "社協へ行く。")
    target = source.get_translation(en)
    target.word = "welfare association"
    target.save_revision().publish()
    assert not StringTranslation.objects.get(context=segment(first).context).has_error
    assert StringTranslation.objects.get(context=segment(second, "社協へ行く。").context).has_error


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_a_term_that_goes_clears_its_marks(save, en, end):
    source = term()
    translation = submitted(en)
    save(translation, WRONG)
    getattr(source.get_translation(en), end)()
    row = StringTranslation.objects.get(context=segment(translation).context)
    assert not row.has_error
    assert row.field_error == ""


def test_another_error_stays_when_a_term_changes(save, en):
    translation = submitted(en)
    save(translation, "<script>alert(1)</script>")
    source = term()
    source.get_translation(en).unpublish()
    assert StringTranslation.objects.get(context=segment(translation).context).has_error


def test_a_proposed_text_is_not_touched_when_a_term_changes(save, en):
    save(submitted(en), WRONG)
    similar = TEXT.replace("来月", "再来月")
    translation = submitted(en, similar)
    before = StringTranslation.objects.filter(context=segment(translation, similar).context).values().get()
    term()
    assert StringTranslation.objects.filter(context=segment(translation, similar).context).values().get() == before


# --- Words to avoid, in each language its own -------------------------------------------------------------------


def test_a_new_translation_of_a_term_has_no_words_to_avoid_of_the_source(en):
    source = TermFactory(avoid="民生さん")
    translate_object(source, [en])
    assert source.get_translation(en).avoid == ""


@pytest.mark.parametrize("of_the_source", ["", "民生さん"])
def test_the_translators_editor_offers_the_list_and_keeps_it(client, save, en, of_the_source):
    source = TermFactory(word="民生委員", avoid=of_the_source, enforced=True)
    source.save_revision().publish()
    translate_object(source, [en])
    translation = Translation.objects.get(source__object_id=source.translation_key, target_locale=en)
    offered = OverridableSegment.objects.get(source=translation.source, context__path="avoid")
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, offered.pk])
    client.put(address, "value=welfare officer, minsei", content_type="application/x-www-form-urlencoded")
    save(translation, "Welfare commissioner", "民生委員")
    save(translation, "In other words, this.", source.explanation)
    translation.save_target(publish=False)
    target = source.get_translation(en)
    target.get_latest_revision_as_object().save_revision().publish()
    target.refresh_from_db()
    assert target.words_to_avoid == ["welfare officer", "minsei"]

    source.explanation = "べつの説明。"
    source.save_revision().publish()
    translation.source.update_from_db()
    translation.save_target(publish=False)
    assert source.get_translation(en).get_latest_revision_as_object().words_to_avoid == ["welfare officer", "minsei"]


def test_the_terms_editor_opens_with_the_list_in_it(client, save, en):
    source = TermFactory()
    source.save_revision().publish()
    translate_object(source, [en])
    target = source.get_translation(en)
    page = client.get(reverse("wagtailsnippets_council_term:edit", args=[target.pk]))
    assert '"contentPath": "avoid"' in page.context["props"]


def test_a_list_that_was_written_without_the_editor_stays(en):
    source = term(avoid="Shakyo")
    translate_object(source, [en])
    assert source.get_translation(en).avoid == "Shakyo"


# --- Beside the editor ------------------------------------------------------------------------------------------


def test_the_terms_of_a_page_are_named_with_their_wording(en):
    term(avoid="Shakyo")
    term("サロン", "salon", enforced=False)
    term("見守り", "")
    term("べつのことば", "another word")
    translation = submitted(en, "サロンで見守りをする。", TEXT)
    assert [(rule.word, rule.said, rule.avoid, rule.enforced) for rule in terms_of(translation.source, en)] == [
        ("サロン", "salon", (), False),
        ("見守り", "", (), True),
        ("社会福祉協議会（社協）", "Council of Social Welfare", ("Shakyo",), True),
    ]


def test_the_terms_of_a_page_cost_two_queries(en):
    for number in range(6):
        term(f"ことば{number}号", f"word {number}")
    translation = submitted(en, *(f"ことば{number}号の話。" for number in range(6)))
    source = translation.source
    terms_of(source, en)  # the process remembers its locales
    with CaptureQueriesContext(connection) as queries:
        assert len(terms_of(source, en)) == 6
    assert len(queries) == 2


# --- The pure part ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("社会福祉協議会（社協）", ["社会福祉協議会（社協）", "社会福祉協議会", "社協"]),
        ("社会福祉協議会(社協)", ["社会福祉協議会(社協)", "社会福祉協議会", "社協"]),
        ("Council of Social Welfare (CSW)", ["Council of Social Welfare (CSW)", "Council of Social Welfare", "CSW"]),
        ("地域（福祉）計画", ["地域（福祉）計画", "地域計画"]),
        ("（福）つむぎ会", ["（福）つむぎ会", "つむぎ会"]),
        ("つむぎ会（福）", ["つむぎ会（福）", "つむぎ会"]),
        ("サロン", ["サロン"]),
        ("  ", []),
    ],
)
def test_the_ways_a_term_may_be_written(word, ways):
    assert forms(word) == ways


def rule(word, said, *avoid, enforced=True):
    return Rule(uuid.uuid4(), word, said, avoid, enforced)


def broken(source, translation, *rules, languages=("ja", "en")):
    return [breach.rule.word for breach in Rules(*languages, rules).breaches(source, translation)]


COUNCIL = rule("社会福祉協議会（社協）", "Council of Social Welfare (CSW)", "welfare council")


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("社協の話", "The council of social welfare"),
        ("社協の話", "Ask your CSW."),
        ("社協の話", "All Councils of Social Welfare"),
        ("社協の話", "The Council of\u00a0Social\n Welfare"),
        ("社協の話", "The <b>Council</b> of Social Welfare"),
        ("社協の話", "The Council of<br/>Social Welfare"),
        ("計画の話", "The welfare council"),
        ("社<b>協</b>の話", "CSW"),
    ],
)
def test_what_says_the_term(source, translation):
    assert broken(source, translation, COUNCIL) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("社協の話", "The council"),
        ("社協の話", "The CSWX"),
        ("社協の話", ""),
        ("社会福祉協議会(社協)の話", "The council"),
        ("社<b>協</b>の話", "The council"),
        ("社協の話", "The CSW, a welfare council"),
        ("社協の話", "The CSW and other Welfare Councils"),
    ],
)
def test_what_does_not(source, translation):
    assert broken(source, translation, COUNCIL) == ["社会福祉協議会（社協）"]


def test_a_term_inside_a_longer_one_does_not_count_twice():
    carer, young = rule("ケアラー", "carer"), rule("ヤングケアラー", "young person who cares", enforced=False)
    assert broken("ヤングケアラーの話", "Young people who care", carer, young) == []
    assert broken("ヤングケアラーとケアラー", "Both", carer, young) == ["ケアラー"]


def test_a_word_to_avoid_inside_what_is_right_is_right():
    officer = rule("民生委員", "welfare commissioner", "commissioner")
    assert broken("民生委員が来る", "A welfare commissioner comes", officer) == []
    assert broken("民生委員が来る", "A welfare commissioner, our commissioner", officer) == ["民生委員"]


def test_a_word_to_avoid_is_found_as_a_word_only():
    assert broken("会の話", "The group's aim: regroup", rule("会", "group", "aim")) == ["会"]
    assert broken("会の話", "The group claims", rule("会", "group", "aim")) == []


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘"])
def test_apostrophes_are_the_same(apostrophe):
    assert broken("食堂", f"The children{apostrophe}s cafeteria", rule("食堂", "children's cafeteria")) == []
    assert broken("食堂", f"The children{apostrophe}s cafeteria", rule("食堂", "children’s cafeteria")) == []


def test_english_plurals_are_the_same_in_both_directions():
    assert broken("計画", "Two activity plans", rule("計画", "activity plan")) == []
    assert broken("計画", "One activity plan", rule("計画", "activity plans")) == []
    assert broken("図書館", "Two libraries", rule("図書館", "library")) == []


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("young child", "young children"),
        ("person with a disability", "people with a disability"),
        ("person in charge", "persons in charge"),
        ("quiet life", "quiet lives"),
        ("policewoman and woman", "policewoman and women"),
    ],
)
def test_plurals_that_no_rule_makes_are_the_same_too(one, several):
    assert broken("人", several, rule("人", one)) == []
    assert broken("人", one, rule("人", several)) == []
    assert broken("人", "Human beings", rule("人", one)) == ["人"]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u200f", "\ufe00", "\U000e0100"])
def test_signs_that_nobody_sees_hide_no_term(sign):
    officer = rule("民生委員", "welfare commissioner")
    assert broken(f"民生{sign}委員が来る", "Somebody comes", officer) == ["民生委員"]
    assert broken("民生委員が来る", f"A welfare com{sign}missioner comes", officer) == []


def test_a_hyphen_that_does_not_break_is_a_hyphen():
    assert broken("短期入所", "A short\u2011term stay", rule("短期入所", "short-term stay")) == []
    assert broken("短期入所", "A short\u2010term stay", rule("短期入所", "short term stay")) == []


def test_plain_japanese_may_put_spaces_between_words():
    plain = rule("社会福祉協議会（社協）", "社会福祉協議会（社協）", "社協さん")
    languages = ("ja", "ja-simple")
    assert broken("社協へ", "社会 福祉 協議会に 行きます", plain, languages=languages) == []
    assert broken("社協へ", "社協　さんに 行きます", plain, languages=languages) == ["社会福祉協議会（社協）"]


@pytest.mark.parametrize(
    ("code", "said", "text"),
    [("ko", "사회복지협의회", "사회복지협의회가 합니다"), ("zh-hans", "社会福利协议会", "去社会福利协议会吧")],
)
def test_scripts_whose_words_do_not_stand_alone(code, said, text):
    assert broken("社協", text, rule("社協", said), languages=("ja", code)) == []
    assert broken("社協", "…", rule("社協", said), languages=("ja", code)) == ["社協"]
