"""English is found however it is spelled and inflected, and what only looks alike stays apart."""

import pytest

from council.language.english import tokens
from tests.language.any_text import any_texts, faults_of
from tests.language.found_by import finds


def forms(text):
    return [token.forms[0] for token in tokens(text)]


@pytest.mark.parametrize(
    "same",
    [
        "organise organize organisation organization organisations organizing organized",
        "neighbour neighbor neighbours neighbors neighbour's neighbors’",
        "neighbourhood neighborhood",
        "colour color colours colored",
        "centre center centres centers",
        "programme program programmes programs",
        "licence license licences licensed",
        "counsellor counselor counsellors",
        "travelling traveling travelled",
        "enrolment enrollment enrol enroll",
        "paediatric pediatric",
        "analyse analyze analysis",
        "enquiry inquiry enquiries",
        "ageing aging",
        "child children child's children’s",
        "person people people's",
        "woman women women’s",
        "carer carers caregiver caregivers care-giver",
        "elderly elder elders",
        "volunteer volunteers volunteering volunteered",
        "apply applies applied application applications",
        "department departments",
        "allowance allowances",
        "e-mail email e-mails E‑Mail",
        "pre-school preschool preschools",
        "wheelchair wheel-chair wheelchairs",
        "café cafe CAFÉ",
        "lonely loneliness",
        "N.P.O. NPO",
        "12,000 12000",
    ],
)
def test_one_matter_has_one_form(same):
    assert len({tuple(forms(word)) for word in same.split()}) == 1


@pytest.mark.parametrize(
    "apart",
    [
        "organisation organ",
        "department depart",
        "apartment apart",
        "authority author",
        "important import",
        "allowance allow",
        "training train",
        "carer care",
        "volunteer voluntary",
        "business busy",
        "experience experiment",
        "international internal",
        "universe university",
        "nationality nation",
        "severe several",
        "police policy",
        "early earn",
        "four for",
        "hour honour",
        "size sis",
    ],
)
def test_what_only_looks_alike_stays_apart(apart):
    first, second = apart.split()
    assert forms(first) != forms(second)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("low income", "for low-income families"),
        ("low-income", "families whose income is low"),
        ("lowincome", "for low-income families"),
        ("childcare", "child care for an hour"),
        ("child care", "the childcare desk"),
        ("child-care", "child care"),
        ("care", "the childcare desk"),
        ("well being", "wellbeing of the young"),
        ("mail", "send an e-mail"),
        ("food bank", "our foodbanks"),
        ("how do I apply for the grant?", "Applications for grants"),
        ("社会福祉", "the council (社会福祉協議会)"),
        ("복지", "the council (사회복지협의회)"),
    ],
)
def test_finds(question, text):
    assert finds(tokens, question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("organ", "an organization"),
        ("childcare", "a child in our care"),
        ("well-being", "being a history of wells"),
        ("house", "one household"),
        ("the", "the of and"),
        ("会議", "協議会 (the council)"),
    ],
)
def test_does_not_find(question, text):
    assert not finds(tokens, question, text)


def test_words_stand_where_they_are_written():
    text = "The Organization’s child care:\nﬁve cafés. Low-income"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "Organization’s", "child care", "ﬁve", "cafés", "Low", "income",
    ]  # fmt: skip


def test_sentences_end_at_their_signs_and_lines():
    follows = [token.follows for token in tokens("Food pantry. Open daily\nCall e.g. today! Bring bags")]
    assert follows == [False, True, False, True, False, True, True, False, True]


def test_words_with_spaces_between_are_no_compound():
    assert not any(token.joined for token in tokens("food pantry low-income face-to-face 03-1234-5678"))


@pytest.mark.parametrize("name", any_texts())
def test_takes_any_text(name):
    assert faults_of(tokens, any_texts()[name]) == []
