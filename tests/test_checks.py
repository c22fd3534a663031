"""The house rules find what breaks them."""

import pytest
from wagtail.models import Page

from council import checks
from council.organisations import OrganisationPage
from council.people import Person
from plans.initiatives import InitiativeUpdate


def ids(faults):
    return {fault.id for fault in faults}


@pytest.fixture
def only(monkeypatch):
    """Lets the rules see one model only."""

    def see(*models):
        monkeypatch.setattr(checks, "our_models", lambda: list(models))

    return see


def test_the_project_keeps_its_own_rules():
    for rule in (
        checks.check_page_types,
        checks.check_snippets_have_drafts,
        checks.check_relations_are_synchronised,
        checks.check_inline_text_is_translatable,
        checks.check_blocks_are_described,
    ):
        assert rule(None) == []


def test_a_page_type_that_does_not_say_where_it_stands_is_found(only, monkeypatch):
    only(OrganisationPage)
    monkeypatch.delattr(OrganisationPage, "subpage_types")
    assert ids(checks.check_page_types(None)) == {"council.E001"}


def test_a_translatable_snippet_without_drafts_is_found(only, monkeypatch):
    only(Person)
    monkeypatch.setattr(checks, "DraftStateMixin", type("NobodysMixin", (), {}))
    assert ids(checks.check_snippets_have_drafts(None)) == {"council.E002"}


def test_a_relation_that_translation_would_leave_out_is_found(only, monkeypatch):
    only(OrganisationPage)
    monkeypatch.setattr(OrganisationPage, "override_translatable_fields", [])
    assert ids(checks.check_relations_are_synchronised(None)) == {"council.E003"}


def test_inline_text_that_would_stay_japanese_is_found(only, monkeypatch):
    only(InitiativeUpdate)
    # As if it were an inline child like any other, below a page that is translated.
    monkeypatch.setattr(checks, "TranslatableMixin", Page)
    assert ids(checks.check_inline_text_is_translatable(None)) == {"council.E004"}


def test_a_block_without_description_or_template_is_found(only, monkeypatch):
    only(OrganisationPage)
    block = OrganisationPage._meta.get_field("where_to_turn").stream_block.child_blocks["take_part"]
    monkeypatch.setattr(block.meta, "description", "")
    monkeypatch.setattr(block.meta, "template", None)
    assert ids(checks.check_blocks_are_described(None)) == {"council.E005", "council.E006"}
