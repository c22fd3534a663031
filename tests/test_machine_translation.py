"""A machine's text waits for a person, and its failure is a sentence. A real server answers, on this machine."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import environ
import pytest
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from council.settings.machine_translation import machine_translator
from tests.factories import StoryPageFactory, UserFactory
from translators.machine import service
from translators.suggestions import Suggestion

TEXTS = ["水曜日の三時。", "カレーのにおい。"]


class Service:
    """A translation service on 127.0.0.1 that answers as it is told to, and keeps what it was asked."""

    def __init__(self):
        self.asked, self.headers, self.status, self.answer = [], [], 200, None
        self.pause = threading.Event()
        self.pause.set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if self.headers["Content-Type"].startswith("application/json"):
                    asked = json.loads(body)
                else:
                    asked = parse_qs(body)
                outer.asked.append((self.path, asked))
                outer.headers.append(dict(self.headers))
                outer.pause.wait(10)
                answer = outer.answer if outer.answer is not None else outer.right_answer(asked)
                status = outer.status(len(outer.asked)) if callable(outer.status) else outer.status
                self.send_response(status)
                self.end_headers()
                self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def right_answer(self, asked):
        if "q" in asked:
            return {"translatedText": [f"EN {text}" for text in asked["q"]]}
        return {"translations": [{"text": f"EN {text}"} for text in asked["text"]]}

    def stop(self):
        self.pause.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def server():
    server = Service()
    yield server
    server.stop()


def set_up(settings, name, url, key="secret"):
    env = environ.Env()
    env.ENVIRON = {"MACHINE_TRANSLATOR": name, "MACHINE_TRANSLATOR_KEY": key, "MACHINE_TRANSLATOR_URL": url}
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translator(env)


@pytest.fixture(params=["deepl", "libretranslate"])
def machine(request, settings, server):
    """The service behind each of the two translators."""
    set_up(settings, request.param, server.url)
    return server


@pytest.fixture
def deepl(settings, server):
    set_up(settings, "deepl", server.url)
    return server


def submitted(locale, *texts):
    page = StoryPageFactory(title="題", body=[("paragraph", f"<p>{text}</p>") for text in texts or TEXTS])
    translate_object(page, [locale])
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)


@pytest.fixture
def translation(locales):
    return submitted(locales["en"])


@pytest.fixture
def press(client, db):
    """Presses the editor's button as an administrator; gives the message that is shown then."""
    client.force_login(get_user_model().objects.create_superuser("admin", "a@example.jp", "x"))

    def post(translation):
        answer = client.post(
            reverse("wagtail_localize:machine_translate", args=[translation.pk]), {"next": "/admin/pages/"}
        )
        assert answer.status_code == 302
        assert answer.url == "/admin/pages/"
        *_earlier, message = [str(message) for message in get_messages(answer.wsgi_request)]
        return message

    return post


def rows():
    return StringTranslation.objects.order_by("pk")


# --- What the machine says --------------------------------------------------------------------------------------


def test_what_the_machine_says_is_a_suggestion_that_nobody_has_read(machine, press, translation):
    assert "3" in press(translation)
    assert {row.data for row in rows()} == {"EN 題", *(f"EN {text}" for text in TEXTS)}
    for row in rows():
        assert row.has_error
        assert row.translation_type == "machine"
        assert row.suggestion.kind == Suggestion.Kind.MACHINE
        assert row.tool_name in row.get_error()
    assert translation.get_progress() == (3, 0)


def test_it_is_on_no_page_before_a_person_saves_it(machine, press, client, translation):
    press(translation)
    translation.save_target(publish=False)
    body = str(translation.get_target_instance().get_latest_revision_as_object().body)
    assert "EN" not in body
    segment = StringSegment.objects.get(source=translation.source, string__data=TEXTS[0])
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    client.put(address, "value=At three.", content_type="application/x-www-form-urlencoded")
    row = rows().get(context=segment.context)
    assert (row.has_error, row.translation_type) == (False, "manual")
    assert not Suggestion.objects.filter(string_translation=row).exists()
    assert translation.get_progress() == (3, 1)


def test_what_is_translated_already_is_not_asked_for(machine, press, translation):
    segment = StringSegment.objects.get(source=translation.source, string__data=TEXTS[0])
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale, data="At three."
    )
    press(translation)
    ((_path, asked),) = machine.asked
    assert TEXTS[0] not in (asked.get("q") or asked["text"])
    assert rows().get(context=segment.context).data == "At three."


def test_pressing_again_asks_for_nothing(machine, press, translation):
    press(translation)
    before = list(rows().values())
    press(translation)
    assert len(machine.asked) == 1
    assert list(rows().values()) == before


def test_a_text_that_stands_twice_is_asked_for_once(machine, press, locales):
    press(submitted(locales["en"], TEXTS[0], TEXTS[0]))
    ((_path, asked),) = machine.asked
    assert (asked.get("q") or asked["text"]).count(TEXTS[0]) == 1
    assert rows().filter(data=f"EN {TEXTS[0]}").count() == 2


def test_the_tags_of_what_the_machine_says_fit(machine, press, locales):
    translation = submitted(locales["en"], '<a href="https://a.example.jp">ここ</a>へ。')
    count = StringSegment.objects.filter(source=translation.source).count()
    texts = ['<a id="a1">Here</a> <a id="a2">there</a><script>alert(1)</script>'] * count
    machine.answer = {"translatedText": texts, "translations": [{"text": text} for text in texts]}
    press(translation)
    row = rows().get(translation_of__data__contains="ここ")
    assert row.data == '<a id="a1">Here</a> therealert(1)'


def test_more_than_fifty_texts_are_asked_for_in_batches(machine, press, locales):
    press(submitted(locales["en"], *(f"{number}番目の話。" for number in range(119))))
    assert [len(asked.get("q") or asked["text"]) for _path, asked in machine.asked] == [50, 50, 20]
    assert rows().count() == 120


def test_each_service_is_asked_as_it_wants_to_be(settings, server, press, locales):
    set_up(settings, "deepl", server.url + "/")
    press(submitted(locales["zh-hans"]))
    set_up(settings, "libretranslate", server.url + "/")
    press(submitted(locales["zh-hans"], "別の話。"))
    (deepl_path, deepl), (libre_path, libre) = server.asked
    assert (deepl_path, deepl["source_lang"], deepl["target_lang"]) == ("/v2/translate", ["JA"], ["ZH-HANS"])
    assert server.headers[0]["Authorization"] == "DeepL-Auth-Key secret"
    assert (libre_path, libre["source"], libre["target"], libre["api_key"]) == ("/translate", "ja", "zh", "secret")


# --- Failure ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (403, "キー|key"),
        (456, "使い|used up"),
        (429, "often|多すぎ"),
        (413, "long|長"),
        (500, "500"),
        (503, "503"),
        (400, "400"),
        (404, "404"),
    ],
)
def test_a_refusal_is_a_sentence_and_nothing_is_written(machine, press, translation, status, word):
    machine.status = status
    message = press(translation)
    assert any(each in message for each in word.split("|")), message
    assert not rows().exists()
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize(
    "answer",
    [
        b"<html>busy</html>",
        b"",
        {},
        [],
        {"message": "no"},
        {"translations": None, "translatedText": None},
        {"translations": [{"text": "one"}], "translatedText": ["one"]},
        {"translations": [{"text": 1}] * 3, "translatedText": [1] * 3},
        {"translations": [{}] * 3, "translatedText": "abc"},
        {"translations": ["abc"] * 3, "translatedText": {"a": "b"}},
    ],
)
def test_an_answer_that_is_none_is_a_sentence_and_nothing_is_written(machine, press, translation, answer):
    machine.answer = answer
    assert "DeepL" in (message := press(translation)) or "LibreTranslate" in message
    assert not rows().exists()


def test_a_failure_in_the_second_batch_writes_nothing_of_the_first(machine, press, locales):
    machine.status = lambda count: 200 if count == 1 else 503
    press(submitted(locales["en"], *(f"{number}番目の話。" for number in range(60))))
    assert len(machine.asked) == 2
    assert not rows().exists()


def test_a_service_that_does_not_answer_is_a_sentence(machine, press, translation, monkeypatch):
    monkeypatch.setattr(service, "TIMEOUT", 0.2)
    machine.pause.clear()
    assert "in time" in (message := press(translation)) or "時間" in message
    assert not rows().exists()


def test_a_service_that_is_not_there_is_a_sentence(settings, press, translation):
    gone = Service()
    gone.stop()
    set_up(settings, "libretranslate", gone.url)
    assert "LibreTranslate" in press(translation)
    assert not rows().exists()


def test_plain_japanese_is_refused_with_a_sentence(machine, press, locales):
    message = press(submitted(locales["ja-simple"]))
    assert "やさしい日本語" in message or "Plain" in message
    assert machine.asked == []


def test_where_no_machine_is_set_the_button_says_so(settings, press, translation):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    assert press(translation)
    assert not rows().exists()


def test_who_may_not_edit_the_translation_may_not_have_it_translated(deepl, client, translation):
    client.force_login(UserFactory(is_staff=True))
    client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))
    assert deepl.asked == []
    assert not rows().exists()


def test_the_button_is_no_link(deepl, client, press, translation):
    assert client.get(reverse("wagtail_localize:machine_translate", args=[translation.pk])).status_code == 405


# --- The setting ------------------------------------------------------------------------------------------------


def chosen(**values):
    env = environ.Env()
    env.ENVIRON = values
    return machine_translator(env)


def test_it_is_off_by_default(settings):
    assert chosen() is None
    assert settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR is None


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"MACHINE_TRANSLATOR": "deepl"}, "MACHINE_TRANSLATOR_KEY"),
        ({"MACHINE_TRANSLATOR": "libretranslate"}, "MACHINE_TRANSLATOR_URL"),
        ({"MACHINE_TRANSLATOR": "google"}, "google"),
    ],
)
def test_a_setting_that_lacks_something_says_what(values, named):
    with pytest.raises(ImproperlyConfigured, match=named):
        chosen(**values)


def test_deepl_goes_to_its_own_address_unless_another_is_set():
    from translators.machine.deepl import DeepL

    assert DeepL(chosen(MACHINE_TRANSLATOR="deepl", MACHINE_TRANSLATOR_KEY="a:fx")["OPTIONS"]).get_api_endpoint() == (
        "https://api-free.deepl.com/v2/translate"
    )
