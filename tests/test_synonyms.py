"""Words with the same meaning widen a question, at once, in both directions or in one."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from modelsearch.backends import get_search_backend

from search.expressions import every
from search.question import Asked, question_of
from search.results import find_pages
from search.synonyms import Synonym, known_synonyms, synonyms_of
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """What is said to the staff is looked at in English."""
    with translation.override("en"):
        yield


def synonym(*words, one_way=False):
    return Synonym.objects.create(words="\n".join(words), one_way=one_way)


def replacements(text, language="ja"):
    return [
        ([concept.text for concept in each.concepts], each.text)
        for each in known_synonyms().replacements(question_of(text, language))
    ]


def condition(text, language="ja"):
    question = question_of(text, language)
    (concept,) = question.concepts
    return Asked(question.vocabulary, concept).own


def indexed(title):
    page = StandardPageFactory(title=title)
    get_search_backend().add(page)
    return page


def found(text, language="ja"):
    results = find_pages(text, language)
    return set() if results.is_partial else {match.page_id for match in results.matches}


def refused(*words, **fields):
    with pytest.raises(ValidationError) as error:
        Synonym(words="\n".join(words), **fields).full_clean()
    return " ".join(error.value.messages)


def test_each_word_stands_for_all_others():
    synonym("社協", "社会福祉協議会", "福祉協")
    assert {text for _concepts, text in replacements("社協")} == {"社会福祉協議会", "福祉協"}
    assert {text for _concepts, text in replacements("社会福祉協議会")} == {"社協", "福祉協"}


def test_one_way_goes_from_the_first_word_only():
    synonym("支援センター", "地域包括支援センター", one_way=True)
    assert replacements("支援センター") == [(["支援センター"], "地域包括支援センター")]
    assert not replacements("地域包括支援センター")


def test_the_condition_is_that_of_the_other_word():
    synonym("社協", "社会福祉協議会")
    question = question_of("社協", "ja")
    assert synonyms_of(question) == {question.concepts[0]: [condition("社会福祉協議会")]}


def test_another_spelling_of_a_word_is_the_same():
    synonym("子ども", "児童")
    synonym("独り暮らし", "単身世帯")
    assert replacements("コドモ") == [(["コドモ"], "児童")]
    assert replacements("一人暮らし") == [(["一人暮らし"], "単身世帯")]


def test_a_word_in_a_compound_is_replaced_there():
    synonym("社協", "社会福祉協議会")
    assert replacements("練馬社協") == [(["練馬社協"], "練馬社会福祉協議会")]


def test_a_part_of_a_word_is_not_the_word():
    synonym("協議会", "会議")
    assert not replacements("社会福祉協議会")


def test_words_that_follow_each_other_are_one_side():
    synonym("生活困窮", "貧困")
    assert replacements("生活 困窮 相談") == [(["生活", "困窮"], "貧困")]
    assert not replacements("生活 相談 困窮")


def test_a_side_of_several_words_is_asked_for_whole():
    synonym("貧困", "生活 困窮")
    question = question_of("貧困", "ja")
    assert synonyms_of(question) == {question.concepts[0]: [every([condition("生活"), condition("困窮")])]}


def test_a_compound_that_holds_the_other_word_already_is_left_alone():
    synonym("支援センター", "地域包括支援センター")
    assert not replacements("地域包括支援センター 相談")[1:]


def test_a_phrase_in_quotation_marks_stays_what_it_is():
    synonym("社協", "社会福祉協議会")
    assert not replacements("「社協」")


def test_words_are_understood_in_each_language():
    synonym("food bank", "food pantry", "フードバンク")
    assert (["food banks"], "food pantry") in replacements("food banks", "en")
    assert (["フードバンク"], "food pantry") in replacements("フードバンク", "ja")


def test_a_page_is_found_by_a_synonym_at_once_and_no_longer_when_it_is_gone():
    page = indexed("社会福祉協議会のご案内")
    assert page.pk not in found("社協")
    made = synonym("社協", "社会福祉協議会")
    assert page.pk in found("社協")
    made.words = "社協\n民生委員"
    made.save()
    assert page.pk not in found("社協")
    made.delete()
    assert not replacements("社協")


def test_a_page_needs_the_other_word_or_all_of_the_words_it_stands_for():
    synonym("生活困窮", "貧困")
    other, both, one = indexed("貧困"), indexed("生活と困窮"), indexed("生活")
    assert {other.pk, both.pk} <= found("生活 困窮")
    assert one.pk not in found("生活 困窮")


def test_a_change_is_seen_whichever_of_two_was_saved_first():
    first, second = synonym("社協", "協議体"), synonym("民生", "委員")
    known_synonyms()
    # As a transaction that began before the other one and ends after it: no later time, no other number of rows.
    first.words = "社協\n社会福祉協議会"
    first.save()
    assert replacements("社協") == [(["社協"], "社会福祉協議会")]
    assert second.stamp != first.stamp


def test_one_query_however_many_and_none_more_until_something_changes(django_assert_num_queries):
    for number in range(20):
        synonym(f"言葉{number}", f"単語{number}")
    known_synonyms()
    with django_assert_num_queries(1):
        assert synonyms_of(question_of("言葉7", "ja"))


def test_without_any_nothing_is_read(django_assert_num_queries):
    known_synonyms()
    with django_assert_num_queries(1):
        assert synonyms_of(question_of("社協", "ja")) == {}


def test_one_word_has_no_other_meaning():
    assert "two words" in refused("社協", " ", "社協")


def test_what_is_no_word_is_refused():
    assert "★☆" in refused("社協", "★☆")
    assert "こと" in refused("社協", "こと")


def test_spellings_of_one_word_are_refused():
    assert "コドモ" in refused("子ども", "児童", "コドモ")


def test_too_long_and_too_many_lines_are_refused():
    assert "too long" in refused("社協", "あ" * 61)
    assert "too many" in refused(*[f"言葉{number}" for number in range(21)])


def test_what_is_right_is_accepted():
    Synonym(words="社協\n\n 社会福祉協議会 \n").full_clean()
    assert str(Synonym(words="社協\n\n 社会福祉協議会 \n")) == "社協 = 社会福祉協議会"
    assert str(Synonym(words="a\nb\nc", one_way=True)) == "a → b, c"
