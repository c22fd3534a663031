"""Readers find the one version of a page that they are shown."""

import datetime

from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from council.translation.locales import all_locales
from search.indexing import queue
from search.pending import PendingObject
from tests.factories import StandardPageFactory, translate
from tests.indexing.asking import WORD, found, readers


def test_readers_get_another_version_when_theirs_comes_and_goes(home):
    page = StandardPageFactory(title=WORD)
    assert readers(page) == {"ja", "en", "ko", "zh-hans", "ja-simple"}
    english = translate(page, "en", title="Compass")
    assert (readers(page), readers(english)) == ({"ja", "ko", "zh-hans", "ja-simple"}, {"en"})
    english.unpublish()
    assert "en" in readers(page)
    english.save_revision().publish()
    assert "en" not in readers(page)
    english.delete()
    assert "en" in readers(page)


def test_readers_get_another_version_when_theirs_becomes_private(home):
    page = StandardPageFactory(title=WORD)
    english = translate(page, "en", title="Compass")
    assert readers(english) == {"en"}
    restriction = PageViewRestriction.objects.create(page=english.get_parent(), restriction_type="login")
    assert "en" in readers(page)
    assert found(WORD, "en") == [page.pk]
    restriction.delete()
    assert "en" not in readers(page)


def test_readers_get_another_version_when_the_hour_of_theirs_has_come(home):
    page = StandardPageFactory(title=WORD)
    english = translate(page, "en", title="Compass")
    assert readers(english) == {"en"}
    Page.objects.filter(pk=english.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    queue.mark_what_has_ended()
    assert "en" in readers(page)
    queue.mark_what_has_ended()
    assert not PendingObject.objects.exists()


def test_a_new_language_has_readers(home, settings):
    Locale.objects.filter(language_code="ko").delete()
    page = StandardPageFactory(title=WORD)
    assert "ko" not in readers(page)
    locale = Locale.objects.create(language_code="ko")
    assert "ko" in readers(page)
    locale.delete()
    assert "ko" not in readers(page)


def test_a_language_that_another_process_has_added_has_readers(home, locales):
    page = StandardPageFactory()
    del all_locales()[locales["en"].pk]
    assert "en" in readers(page)


def test_an_alias_is_no_result(home):
    page = StandardPageFactory(title=WORD)
    page.create_alias(update_slug="again")
    assert found() == [page.pk]
