"""A page or snippet that is saved as it stands holds the same texts as before, although browsers send other line ends."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, RequestFactory, TestCase
from django.urls import reverse
from wagtail.models import Locale

from council.middleware.form_texts import FormTextsMiddleware
from council.models import Theme
from council.translation.freshness import PublishedText
from tests.factories import ThemeFactory, UserFactory
from tests.factories_translations import complete, in_language, publish, send


def seen_by_view(request):
    seen = {}

    def view(request):
        seen.update(post=request.POST.lists(), files={name: file.read() for name, file in request.FILES.items()})
        return HttpResponse()

    FormTextsMiddleware(view)(request)
    return dict(seen["post"]), seen["files"]


def test_each_value_of_a_form_has_the_line_ends_of_a_text():
    post, _files = seen_by_view(RequestFactory().post("/", {"text": ["a\r\nb\r\n", "c\nd"], "other": "e\rf"}))
    assert post == {"text": ["a\nb\n", "c\nd"], "other": ["e\rf"]}


def test_a_sign_that_no_feed_takes_is_a_space():
    post, _files = seen_by_view(RequestFactory().post("/", {"title": "雨の夜\x0bまちの灯\x1f", "text": "一\t二"}))
    assert post == {"title": ["雨の夜 まちの灯 "], "text": ["一\t二"]}


def test_files_stay_as_they_are():
    file = SimpleUploadedFile("a.po", b"a\r\nb")
    assert seen_by_view(RequestFactory().post("/", {"file": file}))[1] == {"file": b"a\r\nb"}


def test_what_is_no_form_is_left_to_the_view():
    request = RequestFactory().post("/", '{"a": "b\\r\\n"}', content_type="application/json")
    assert seen_by_view(request) == ({}, {})
    assert request.body == b'{"a": "b\\r\\n"}'


@pytest.mark.django_db
def test_a_source_that_is_saved_as_it_stands_leaves_its_translations_fresh():
    Locale.objects.create(language_code="en")
    theme = ThemeFactory(name="居場所", slug="ibasho", description="一行目\n二行目")
    with TestCase.captureOnCommitCallbacks(execute=True):
        theme.save_revision().publish()
    translation = send(theme, "en")["en"]
    complete(translation)
    publish(translation)
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = client.post(
            reverse(Theme.snippet_viewset.get_url_name("edit"), args=[theme.pk]),
            {
                "name": "居場所",
                "slug": "ibasho",
                "description": "一行目\r\n二行目",
                "sort_order": theme.sort_order,
                "action-publish": "1",
            },
        )
    assert response.status_code == 302, response.context["form"].errors
    theme.refresh_from_db()
    assert theme.description == "一行目\n二行目"
    english = in_language(theme, "en")
    text = PublishedText.objects.get(translation_key=theme.translation_key, locale=english.locale)
    assert text.outdated_since is None
