"""Which documents belong to a page, and that private ones do not."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from home.models import StandardPage
from search.attached_documents import attached_documents
from stories.models import StoryPage
from tests.factories import DocumentFactory, OrganisationPageFactory, StandardPageFactory, StoryPageFactory

pytestmark = pytest.mark.django_db


def block(document):
    return "document", {"document": document.pk, "title": "持ち帰る"}


def stream(*blocks):
    """A stream's raw value, as it is stored."""
    return [{"type": kind, "value": value} for kind, value in blocks]


def link(document):
    return f'<p><a id="{document.pk}" linktype="document">ここ</a></p>'


def page_with(*blocks):
    page = StandardPageFactory(body=stream(*blocks))
    return StandardPage.objects.get(pk=page.pk)


def test_documents_of_blocks_and_of_links_come_in_the_order_they_stand():
    first, second, third = DocumentFactory.create_batch(3)
    page = page_with(("paragraph", link(second)), block(third), ("paragraph", link(first)), block(second))
    assert attached_documents(page) == [second, third, first]


def test_documents_within_nested_blocks_are_found():
    document = DocumentFactory()
    answer = {"question": "どこ", "answer": link(document), "person": None}
    page = StoryPageFactory(body=stream(("question_and_answer", answer)))
    assert attached_documents(StoryPage.objects.get(pk=page.pk)) == [document]


def test_documents_in_a_rich_text_outside_streams_are_found():
    document = DocumentFactory()
    assert attached_documents(OrganisationPageFactory(description=link(document))) == [document]


def test_links_to_pages_and_pictures_are_none():
    document = DocumentFactory()
    source = f'<p><a linktype="page" id="{document.pk}">頁</a><embed embedtype="image" id="{document.pk}"/></p>'
    assert attached_documents(page_with(("paragraph", source))) == []


def test_a_document_that_is_gone_and_a_block_that_is_no_more_are_passed_over():
    document = DocumentFactory()
    gone = DocumentFactory()
    page = page_with(block(gone), block(document), ("document", {"document": None, "title": ""}))
    gone.delete()
    page.body.raw_data.append({"type": "no_more", "value": "x"})
    assert attached_documents(page) == [document]


def test_one_query_however_many_there_are(django_assert_num_queries):
    documents = DocumentFactory.create_batch(5)
    page = page_with(*map(block, documents), *(("paragraph", link(document)) for document in documents))
    with django_assert_num_queries(1):
        assert len(attached_documents(page)) == 5


def test_no_query_for_a_page_without_any(django_assert_num_queries):
    page = page_with(("paragraph", "<p>文だけ</p>"))
    with django_assert_num_queries(0):
        assert attached_documents(page) == []


class TestPrivateCollections:
    @pytest.fixture
    def private(self):
        collection = Collection.get_first_root_node().add_child(name="役員だけ")
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
        return collection

    def test_a_document_in_one_is_left_out(self, private):
        page = page_with(block(DocumentFactory(collection=private)), block(DocumentFactory()))
        assert [document.collection for document in attached_documents(page)] == [Collection.get_first_root_node()]

    def test_so_is_one_below(self, private):
        below = private.add_child(name="議事録")
        assert attached_documents(page_with(block(DocumentFactory(collection=below)))) == []

    def test_one_beside_is_not(self, private):
        beside = private.get_parent().add_child(name="配布物")
        document = DocumentFactory(collection=beside)
        assert attached_documents(page_with(block(document))) == [document]
