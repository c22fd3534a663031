"""A translation goes out as a PO file, through a translator's own tools, and comes back whole or is refused."""

import shutil
import subprocess
import sys
import uuid
from pathlib import Path
from urllib.parse import unquote

import polib
import pytest
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from council.models import Term
from tests.factories import StoryPageFactory, TermFactory, UserFactory, translate
from translators.memory.recall import recall
from translators.po.header import same_language
from translators.po.reading import LARGEST, PoFile, PoProblem, read_po
from translators.suggestions import Suggestion
from translators.texts.markup import fault

TEXTS = {
    "水曜日の三時。": "Wednesday at three.",
    '申し込みは<a id="a1">こちら</a>へ。': 'Sign up <a id="a1">here</a>.',
    "<b>こども</b>は無料。": "<b>Children</b> are free.",
    '\\と"と%と、\tタブ。': '\\ and " and % and\ttab.',
    "長い話。" * 60: "A long story. " * 59 + "A long story.",
}
BODY = [
    "水曜日の三時。",
    '申し込みは<a href="https://a.example.jp/?x=1&amp;y=2">こちら</a>へ。',
    "<b>こども</b>は無料。",
    '\\と"と%と、\tタブ。',
    "長い話。" * 60,
]
TITLE = "水曜日のカレー"

needs_gettext = pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext's tools (msgfmt) are not installed")
# translate-toolkit comes with requirements-dev.txt.
TOOLKIT = Path(sys.executable).parent


@pytest.fixture
def en(locales):
    return locales["en"]


@pytest.fixture
def admin(client, db):
    user = get_user_model().objects.create_superuser("admin", "a@example.jp", "x")
    client.force_login(user)
    return user


def submitted(locale, *texts, title=TITLE, slug="wednesday-curry"):
    page = StoryPageFactory(title=title, slug=slug, body=[("paragraph", f"<p>{text}</p>") for text in texts or BODY])
    translate_object(page, [locale])
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)


@pytest.fixture
def translation(en):
    return submitted(en)


@pytest.fixture
def download(client, admin):
    def get(translation):
        answer = client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
        assert answer.status_code == 200
        return answer

    return get


@pytest.fixture
def po(download, translation):
    """The exported file of the page, as polib reads it."""
    return polib.pofile(download(translation).content.decode())


@pytest.fixture
def upload(client, admin):
    """Uploads bytes, a text or a `polib.POFile`; gives the messages that are shown then, as one text."""

    def post(translation, content):
        content = str(content) if isinstance(content, polib.POFile) else content
        content = content.encode() if isinstance(content, str) else content
        address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
        file = SimpleUploadedFile("file.po", content)
        answer = client.post(address, {"file": file, "next": "/admin/pages/"})
        assert (answer.status_code, answer.url) == (302, "/admin/pages/")
        found = [(message.level_tag, str(message)) for message in get_messages(answer.wsgi_request)]
        client.cookies.pop("messages", None)
        client.session.pop("_messages", None)
        post.levels = [level for level, _text in found]
        return "\n".join(text for _level, text in found)

    return post


def fill(po, texts=TEXTS):
    for entry in po:
        entry.msgstr = texts.get(entry.msgid, entry.msgstr) or f"EN {entry.msgid}"
    return po


def saved(translation):
    """``{source text: its accepted translation}``."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale, has_error=False
    )
    return dict(rows.values_list("translation_of__data", "data"))


def everything():
    return list(StringTranslation.objects.order_by("pk").values()), list(Suggestion.objects.order_by("pk").values())


def change(translation, text, now):
    """An editor changes one text of the source and publishes; then the source is synchronised."""
    page = translation.source.get_source_instance()
    page.body = page.body.stream_block.to_python(
        [
            {"type": block.block_type, "value": str(block.value).replace(text, now), "id": block.id}
            for block in page.body
        ]
    )
    page.save_revision().publish()
    source = TranslationSource.objects.get(pk=translation.source_id)
    source.update_from_db()
    recall(translation)


# --- Going out --------------------------------------------------------------------------------------------------


def test_the_file_holds_every_text_once_for_each_place(po, translation):
    assert [entry.msgid for entry in po] == [
        segment.string.data for segment in StringSegment.objects.filter(source=translation.source).order_by("order")
    ]
    assert {entry.msgctxt for entry in po} == set(
        StringSegment.objects.filter(source=translation.source).values_list("context__path", flat=True)
    )


@needs_gettext
@pytest.mark.parametrize("code", ["en", "zh-hans", "ko", "ja-simple"])
def test_msgfmt_finds_nothing_to_say(download, tmp_path, locales, code, admin):
    admin.first_name = '田中 "花"'
    admin.save()
    translation = submitted(locales[code], *BODY, f"{BODY[0]}</p><p>{BODY[0]}")
    path = tmp_path / "file.po"
    path.write_bytes(download(translation).content)
    po = fill(polib.pofile(str(path)))
    for entry in po:
        entry.msgstr = entry.msgstr or entry.msgid
    po.save(str(path))
    done = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_header_says_all_that_tools_ask_for(po, translation):
    assert po.metadata["X-WagtailLocalize-TranslationID"] == str(translation.uuid)
    assert po.metadata["Language"] == "en"
    assert po.metadata["Plural-Forms"].startswith("nplurals=2")
    assert po.metadata["Content-Type"] == "text/plain; charset=UTF-8"
    for name in (
        "Project-Id-Version",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "MIME-Version",
        "Content-Transfer-Encoding",
    ):
        assert po.metadata[name], name


@pytest.mark.parametrize(
    ("code", "name", "forms"),
    [("zh-hans", "zh_CN", "nplurals=1"), ("ko", "ko", "nplurals=1"), ("ja-simple", "ja@simple", "nplurals=1")],
)
def test_languages_are_called_as_gettext_calls_them(download, locales, code, name, forms):
    po = polib.pofile(download(submitted(locales[code])).content.decode())
    assert po.metadata["Language"] == name
    assert po.metadata["Plural-Forms"].startswith(forms)


def test_the_files_name_says_page_and_language(download, translation):
    name = download(translation)["Content-Disposition"]
    assert 'filename="wednesday-curry-en.po"' in name
    assert unquote(name.partition("filename*=UTF-8''")[2]) == "水曜日のカレー-en.po"


def test_a_snippets_files_name_says_which_one(download, locales):
    term = TermFactory(word='社協 / "福祉"\r\n')
    translate_object(term, [locales["ja-simple"]])
    name = download(Translation.objects.get(source__object_id=term.translation_key))["Content-Disposition"]
    plain = name.partition('filename="')[2].partition('"')[0]
    assert plain == f"term-{str(term.translation_key).partition('-')[0]}-ja-simple.po"
    assert name.isascii()
    assert unquote(name.partition("''")[2]).startswith("社協")


def test_the_file_says_where_each_text_stands_and_which_terms_are_in_it(download, en):
    term = TermFactory(word="社会福祉協議会（社協）", enforced=True)
    term.save_revision().publish()
    translate(term, "en", word="Council of Social Welfare", avoid="Shakyo")
    translation = submitted(en, "社協の話。", "べつの話。")
    po = polib.pofile(download(translation).content.decode())
    comments = {entry.msgid: entry.comment for entry in po}
    assert "Council of Social Welfare" in comments["社協の話。"]
    assert "Shakyo" in comments["社協の話。"]
    assert "Council of Social Welfare" not in comments["べつの話。"]
    address = translation.source.get_source_instance().full_url
    assert all(address in comment for comment in comments.values())
    assert "段落" in comments["べつの話。"] or "Paragraph" in comments["べつの話。"]
    assert TITLE in po.header
    assert address in po.header


def test_a_suggestion_goes_out_as_fuzzy_with_the_text_it_is_of(download, upload, translation, po):
    upload(translation, fill(po))
    change(translation, "三時", "四時")
    po = polib.pofile(download(translation).content.decode())
    entry = po.find("水曜日の四時。")
    assert entry.fuzzy
    assert entry.msgstr == "Wednesday at three."
    assert entry.previous_msgid == "水曜日の三時。"
    assert [each.msgid for each in po.obsolete_entries()] == ["水曜日の三時。"]
    assert len(po.fuzzy_entries()) == 1


# --- There and back ---------------------------------------------------------------------------------------------


def run(*command):
    subprocess.run(command, check=True, capture_output=True)


def by_polib(path):
    polib.pofile(str(path)).save(str(path))


def by_polib_wrapped(path):
    po = polib.pofile(str(path), wrapwidth=40)
    po.save(str(path))


def by_msgattrib(path):
    run("msgattrib", "--translated", "-o", path, path)


def by_msgcat(path):
    run("msgcat", "--width=40", "--sort-output", "-o", path, path)


def by_msgmerge(path):
    template = path.with_suffix(".pot")
    run("msgattrib", "--empty", "-o", template, path)
    run("msgmerge", "--quiet", "--previous", "-o", path, path, template)


def by_msgcat_in_ascii(path):
    run("msgcat", "--escape", "-o", path, path)


def by_pogrep(path):
    """Writes the header twice."""
    run(TOOLKIT / "pogrep", "--progress", "none", "--regexp", "--search=msgid", ".", path, path.with_suffix(".out"))
    path.with_suffix(".out").replace(path)


def by_another_encoding(path):
    run("msgconv", "--to-code=EUC-JP", "-o", path, path)


def by_xliff(path):
    between = path.with_suffix(".xlf")
    run(TOOLKIT / "po2xliff", path, between)
    run(TOOLKIT / "xliff2po", between, path)


def by_windows(path):
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def by_old_mac(path):
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))


def test_pofilter_finds_nothing_to_say(po, tmp_path):
    path = tmp_path / "file.po"
    fill(po).save(str(path))
    command = [
        TOOLKIT / "pofilter",
        "--progress",
        "none",
        "-t",
        "xmltags",
        "-t",
        "variables",
        "-t",
        "untranslated",
        path,
    ]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""


@pytest.mark.parametrize(
    "tool",
    [
        by_polib,
        by_polib_wrapped,
        by_windows,
        by_old_mac,
        pytest.param(by_msgattrib, marks=needs_gettext),
        pytest.param(by_msgcat, marks=needs_gettext),
        pytest.param(by_msgmerge, marks=needs_gettext),
        pytest.param(by_msgcat_in_ascii, marks=needs_gettext),
        by_pogrep,
        pytest.param(by_another_encoding, marks=needs_gettext),
        by_xliff,
    ],
)
def test_nothing_is_lost_on_the_way_through_a_tool(upload, translation, po, tmp_path, tool):
    path = tmp_path / "file.po"
    fill(po).save(str(path))
    tool(path)
    assert "6" in upload(translation, path.read_bytes())
    assert upload.levels == ["success"]
    assert saved(translation) == {**TEXTS, TITLE: f"EN {TITLE}"}
    assert translation.get_progress() == (6, 6)


def test_the_same_file_again_changes_nothing(upload, translation, po):
    upload(translation, fill(po))
    before = everything()
    upload(translation, po)
    assert everything() == before
    assert upload.levels == ["info"]


def test_what_was_taken_in_goes_out_again(download, upload, translation, po):
    upload(translation, fill(po))
    again = polib.pofile(download(translation).content.decode())
    assert {entry.msgid: entry.msgstr for entry in again} == {**TEXTS, TITLE: f"EN {TITLE}"}


def test_who_took_it_in_and_how_is_noted(upload, translation, po, admin):
    upload(translation, fill(po))
    row = StringTranslation.objects.first()
    assert (row.last_translated_by, row.tool_name, row.translation_type) == (admin, "PO File", "manual")


def test_an_empty_translation_takes_nothing_away(upload, translation, po):
    upload(translation, fill(po))
    before = everything()
    for entry in po:
        entry.msgstr = ""
    upload(translation, po)
    assert everything() == before


def test_a_file_without_places_fills_each_text_wherever_it_stands(upload, en, download):
    translation = submitted(en, "一。", "二。", "一。")
    po = fill(polib.pofile(download(translation).content.decode()))
    seen = set()
    for entry in list(po):
        entry.msgctxt = None
        if entry.msgid in seen:
            po.remove(entry)
        seen.add(entry.msgid)
    upload(translation, po)
    assert translation.get_progress() == (4, 4)


def test_two_entries_of_the_same_text_and_place_are_one(upload, translation, po):
    fill(po)
    po.append(polib.POEntry(msgid=po[1].msgid, msgctxt=po[1].msgctxt, msgstr="Later.", obsolete=False))
    po.append(polib.POEntry(msgid=po[1].msgid, msgctxt=po[1].msgctxt, msgstr="Unsure.", flags=["fuzzy"]))
    upload(translation, po)
    assert saved(translation)[po[1].msgid] == "Later."
    assert not Suggestion.objects.exists()


def test_obsolete_entries_are_left_alone(upload, translation, po):
    fill(po)
    po.append(polib.POEntry(msgid="昔の話。", msgctxt="body.x", msgstr="Old.", obsolete=True))
    upload(translation, po)
    assert upload.levels == ["success"]


def test_texts_that_are_no_longer_on_the_page_are_counted_and_the_rest_is_taken_in(upload, translation, po):
    fill(po)
    change(translation, "三時", "四時")
    change(translation, "無料", "百円")
    message = upload(translation, po)
    assert "2" in message
    assert upload.levels == ["success", "warning"]
    assert saved(translation)[TITLE] == f"EN {TITLE}"
    # And the translator's work on them is not lost: it comes back as a suggestion.
    row = StringTranslation.objects.get(translation_of__data="水曜日の四時。")
    assert row.data == "Wednesday at three."
    assert row.suggestion.kind == Suggestion.Kind.CHANGED


def test_a_text_that_never_stood_on_the_page_is_counted_and_not_kept(upload, translation, po):
    fill(po)
    po.append(polib.POEntry(msgid="よその話。", msgctxt="body.x", msgstr="Elsewhere."))
    assert "1" in upload(translation, po)
    assert upload.levels == ["success", "warning"]
    assert not StringTranslation.objects.filter(data="Elsewhere.").exists()


# --- Fuzzy ------------------------------------------------------------------------------------------------------


def test_a_fuzzy_entry_stays_a_suggestion(upload, translation, po):
    fill(po)
    po[1].flags.append("fuzzy")
    po[1].previous_msgid = "水曜日の二時。"
    upload(translation, po)
    row = StringTranslation.objects.get(translation_of__data=po[1].msgid)
    assert row.has_error
    assert row.get_error()
    assert row.suggestion.kind == Suggestion.Kind.CHANGED
    assert row.suggestion.previous_source == "水曜日の二時。"
    assert row.suggestion.similarity > 70
    assert translation.get_progress() == (6, 5)
    assert upload.levels == ["success", "warning"]


def test_a_suggestion_that_is_fuzzy_no_more_is_accepted(download, upload, translation, po):
    upload(translation, fill(po))
    change(translation, "三時", "四時")
    po = polib.pofile(download(translation).content.decode())
    before = everything()
    upload(translation, po)
    assert everything() == before, "still fuzzy, still a suggestion"
    po.find("水曜日の四時。").flags = []
    upload(translation, po)
    assert saved(translation)["水曜日の四時。"] == "Wednesday at three."
    assert not Suggestion.objects.exists()


def test_a_fuzzy_entry_whose_tags_do_not_fit_is_left_out_and_said_so(upload, translation, po):
    fill(po)
    entry = po.find("<b>こども</b>は無料。")
    entry.msgstr, entry.flags = "<script>alert(1)</script>", ["fuzzy"]
    assert "1" in upload(translation, po)
    assert upload.levels == ["success", "warning"]
    assert not StringTranslation.objects.filter(data__contains="script").exists()


def test_a_fuzzy_entry_takes_the_place_of_no_accepted_text(upload, translation, po):
    """As of a file that was downloaded before somebody accepted another wording in the editor."""
    upload(translation, fill(po))
    before = everything()
    po[1].flags, po[1].msgstr = ["fuzzy"], "On Wednesday, around three?"
    assert "1" in upload(translation, po)
    assert upload.levels == ["info", "warning"]
    assert everything() == before


def test_an_accepted_text_that_is_marked_as_fuzzy_is_open_again(upload, translation, po):
    upload(translation, fill(po))
    po[1].flags = ["fuzzy"]
    upload(translation, po)
    row = StringTranslation.objects.get(translation_of__data=po[1].msgid)
    assert (row.data, row.has_error) == (po[1].msgstr, True)


# --- Terms ------------------------------------------------------------------------------------------------------


def test_a_term_that_is_broken_is_marked_after_an_upload(download, upload, en):
    term = TermFactory(word="社会福祉協議会（社協）", enforced=True)
    term.save_revision().publish()
    translate(term, "en", word="Council of Social Welfare")
    assert Term.objects.filter(locale=en, live=True).exists()
    translation = submitted(en, "社協の話。")
    po = polib.pofile(download(translation).content.decode())
    upload(translation, fill(po, {"社協の話。": "The welfare association."}))
    row = StringTranslation.objects.get(data="The welfare association.")
    assert row.has_error
    assert "Council of Social Welfare" in row.get_error()
    assert upload.levels == ["success", "warning"]
    assert translation.get_progress() == (2, 1)


# --- Refused ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said", "named"),
    [
        ("<b>こども</b>は無料。", "<b>Children are free.", "<b>"),
        ("<b>こども</b>は無料。", "Children</b> are free.", "</b>"),
        ("<b>こども</b>は無料。", "<b Children</b> are free.", "<b Children"),
        ("<b>こども</b>は無料。", "Children are free.", "<b>"),
        ("<b>こども</b>は無料。", "<i>Children</i> are free.", "<i>"),
        ("<b>こども</b>は無料。", '<b onclick="alert(1)">Children</b> are free.', "onclick"),
        ("<b>こども</b>は無料。", "<b>Children</b><script>alert(1)</script>", "<script>"),
        ("<b>こども</b>は無料。", "<b>Children</b><!-- x -->", "<!--"),
        ("水曜日の三時。", "<img src=x onerror=alert(1)>", "img"),
        ("水曜日の三時。", "Wednesday <svg/onload=alert(1)>", "<svg"),
        ("水曜日の三時。", "Wednesday, %(name)s.", "%(name)s"),
        ("水曜日の三時。", "Wednesday, {{ name }}.", "{{ name }}"),
        ('申し込みは<a id="a1">こちら</a>へ。', 'Sign up <a id="a2">here</a>.', "a2"),
        ('申し込みは<a id="a1">こちら</a>へ。', "Sign up <a>here</a>.", "<a>"),
        ('申し込みは<a id="a1">こちら</a>へ。', '<a href="javascript:alert(1)">here</a>', "javascript:"),
        ('申し込みは<a id="a1">こちら</a>へ。', '<a id="a1">One</a> <a id="a1">two</a>', "a1"),
        ('申し込みは<a id="a1">こちら</a>へ。', '<A ID="a1">here</A>', "A"),
        ('申し込みは<a id="a1">こちら</a>へ。', '<a\u00a0id="a1">here</a>', "<a\u00a0id"),
        ('申し込みは<a id="a1">こちら</a>へ。', '<a\u3000id="a1">here</a>', "<a\u3000id"),
    ],
)
def test_a_text_whose_tags_are_not_its_sources_refuses_the_whole_file(upload, translation, po, text, said, named):
    before = everything()
    fill(po).find(text).msgstr = said
    message = upload(translation, po)
    assert upload.levels == ["error"]
    assert text in message
    assert named in message
    assert everything() == before


def po_text(translation, charset="UTF-8", texts='msgid "題"\nmsgstr "Title"\n', language="en"):
    return (
        'msgid ""\nmsgstr ""\n'
        f'"Content-Type: text/plain; charset={charset}\\n"\n"Language: {language}\\n"\n'
        f'"X-WagtailLocalize-TranslationID: {translation.uuid}\\n"\n\n{texts}'
    )


def refused(upload, translation, content):
    """The sentence with which a file is refused, when nothing has changed."""
    before = everything()
    message = upload(translation, content)
    assert upload.levels == ["error"]
    assert everything() == before
    return message


def test_a_file_of_another_page_is_refused_and_the_page_named(download, upload, translation, en):
    other = submitted(en, title="べつのページ", slug="other")
    message = refused(upload, translation, fill(polib.pofile(download(other).content.decode())))
    assert "べつのページ" in message


def test_a_file_of_another_language_is_refused_and_the_language_named(download, upload, translation, locales):
    translate_object(translation.source.get_source_instance(), [locales["ko"]])
    korean = Translation.objects.get(source=translation.source, target_locale=locales["ko"])
    message = refused(upload, translation, fill(polib.pofile(download(korean).content.decode())))
    assert TITLE in message
    assert locales["ko"].get_display_name() in message


@pytest.fixture
def two_files(download, translation, po, locales, tmp_path):
    """The files of one page in English, of which nothing is translated, and in Korean, of which all is."""
    page = translation.source.get_source_instance()
    translate_object(page, [locales["ko"]])
    other = Translation.objects.get(source=translation.source, target_locale=locales["ko"])
    paths = tmp_path / "ko.po", tmp_path / "en.po"
    fill(polib.pofile(download(other).content.decode())).save(str(paths[0]))
    po.save(str(paths[1]))
    return paths


def test_files_that_were_written_one_behind_the_other_are_refused(upload, translation, two_files):
    for first, second in (two_files, two_files[::-1]):
        assert refused(upload, translation, first.read_bytes() + second.read_bytes())


@needs_gettext
def test_files_that_msgcat_has_joined_are_refused(upload, translation, two_files, tmp_path):
    joined = tmp_path / "joined.po"
    for files in (two_files, two_files[::-1]):
        run("msgcat", "-o", joined, *files)
        assert refused(upload, translation, joined.read_bytes())


def test_a_file_whose_header_names_another_language_is_refused(upload, translation, po):
    fill(po).metadata["Language"] = "zh_CN"
    assert "zh_CN" in refused(upload, translation, po)


def test_a_file_of_another_site_is_refused(upload, translation, po):
    fill(po).metadata["X-WagtailLocalize-TranslationID"] = str(uuid.uuid4())
    first = refused(upload, translation, po)
    po.metadata["X-WagtailLocalize-TranslationID"] = "1"
    assert refused(upload, translation, po) == first


@pytest.mark.parametrize("header", ["none", "no id"])
def test_a_file_that_does_not_say_what_it_is_of_is_refused(upload, translation, po, header):
    fill(po)
    if header == "none":
        po.metadata = {}
        content = "\n".join(str(entry) for entry in po)
    else:
        del po.metadata["X-WagtailLocalize-TranslationID"]
        content = po
    assert refused(upload, translation, content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n\n",
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"PK\x03\x04" + bytes(200),
        b"a,b\n1,2\n",
        "ことば".encode(),
        b"/etc/passwd",
    ],
    ids=["empty", "blank", "png", "zip", "csv", "text", "path"],
)
def test_what_is_no_po_file_is_refused(upload, translation, content):
    assert refused(upload, translation, content)


def test_a_file_that_is_too_large_is_refused(upload, translation):
    assert "5 MB" in refused(upload, translation, po_text(translation).encode() + b"\n" * LARGEST)


def test_no_file_at_all_is_a_sentence(client, admin, translation):
    answer = client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]))
    assert answer.status_code == 302
    assert len(list(get_messages(answer.wsgi_request))) == 1


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (lambda text: text.replace('msgstr "Title"', 'msgstr "Tit'), "8"),
        (lambda text: text.replace('msgstr "Title"', 'msgstr "Ti"tle"'), "8"),
        (lambda text: text.replace('msgstr "Title"', ""), ""),
        (lambda text: text.replace('msgstr "Title"', "msgstr"), "8"),
        (lambda text: text.replace('msgid "題"', 'msgid "題"\nmsgid "題"'), "8"),
        (lambda text: text + "<html>", "9"),
        (lambda text: '"stray"\n' + text, "1"),
    ],
)
def test_a_damaged_file_is_refused_with_the_line(upload, translation, damage, line):
    text = damage(po_text(translation))
    assert line in refused(upload, translation, text)


def test_every_file_that_breaks_off_is_refused_or_whole(translation, po):
    text = str(fill(po))
    whole = read_po(text.encode())
    starts = {entry.translation for entry in whole.texts}
    for end in range(0, len(text), 7):
        result = read_po(text[:end].encode())
        # Where it breaks off between two lines of one text, nothing tells.
        if isinstance(result, PoFile) and not text[:end].endswith(('"', "\n")):
            assert {entry.translation for entry in result.texts} <= starts
            assert result.translation_id == str(translation.uuid)


@pytest.mark.parametrize(
    ("charset", "encoding", "said"),
    [
        ("UTF-8", "shift_jis", "題"),
        ("UTF-8", "utf-16", "題"),
        ("UTF-8", "latin-1", "Café"),
        # These bytes are letters in Shift_JIS too, but other ones.
        ("Shift_JIS", "utf-8", "Café"),
        ("EUC-JP", "shift_jis", "題"),
        ("nonsense", "utf-8", "題"),
        ("base64", "utf-8", "題"),
    ],
)
def test_a_file_in_another_encoding_than_it_says_is_refused(upload, translation, charset, encoding, said):
    content = po_text(translation, charset, f'msgid "x"\nmsgstr "{said}"\n').encode(encoding)
    assert "UTF" in refused(upload, translation, content)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("UTF-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("Shift_JIS", "shift_jis"),
        ("EUC-JP", "euc_jp"),
        ("CHARSET", "utf-8"),
    ],
)
def test_a_file_in_the_encoding_it_says_is_read(translation, charset, encoding):
    # 表 and 予 end with a byte that looks like a backslash in Shift_JIS.
    result = read_po(po_text(translation, charset, 'msgid "題表"\nmsgstr "予表"\n').encode(encoding))
    assert [(text.source, text.translation) for text in result.texts] == [("題表", "予表")]


def test_a_file_with_half_a_sign_is_refused(upload, translation):
    content = po_text(translation, "raw_unicode_escape", 'msgid "x"\nmsgstr "\\ud800"\n').encode("ascii")
    assert "UTF" in refused(upload, translation, content)


def test_a_file_without_texts_is_refused(upload, translation):
    assert refused(upload, translation, po_text(translation, texts=""))


def test_nothing_of_a_file_is_kept_when_saving_it_ends_halfway(upload, translation, po, monkeypatch):
    before = everything()
    save, count = StringTranslation.save, []

    def fail(self, *args, **kwargs):
        count.append(1)
        if len(count) == 3:
            raise RuntimeError("halfway")
        return save(self, *args, **kwargs)

    monkeypatch.setattr(StringTranslation, "save", fail)
    with pytest.raises(RuntimeError, match="halfway"):
        upload(translation, fill(po))
    assert everything() == before


def test_who_may_not_edit_the_translation_gets_no_file_and_brings_none(client, translation, download):
    content = download(translation).content
    client.force_login(UserFactory(is_staff=True))
    down = client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert b"msgid" not in down.content
    file = SimpleUploadedFile("file.po", content.replace(b'msgstr ""\n\n', b'msgstr "x"\n\n'))
    client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), {"file": file})
    assert not StringTranslation.objects.exists()


def test_uploading_is_no_link(client, admin, translation):
    assert client.get(reverse("wagtail_localize:upload_pofile", args=[translation.pk])).status_code == 405


# --- The pure parts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("一<br/>二", "One two"),
        ("一", "One<br/>two"),
        ("a &lt; b", "a < b, 5 <6"),
        ("一 & 二", "One & two &amp; three"),
        ('<a id="a1">一</a><b>二</b>', '<b>Two</b> <a id="a1">one</a>'),
        ("%(n)s 人 {name}", "{name}, %(n)s people"),
        ("100%", "100 % sure"),
    ],
)
def test_what_fits_its_source(source, translation):
    assert fault(source, translation) == ""


@pytest.mark.parametrize(
    ("named", "code", "same"),
    [
        ("", "en", True),
        ("en", "en", True),
        ("en_GB", "en", True),
        ("zh_CN", "zh-hans", True),
        ("zh-Hans", "zh-hans", True),
        ("zh", "zh-hans", True),
        ("ko", "en", False),
        ("ja", "ja-simple", False),
        ("ja@simple", "ja-simple", True),
        ("ja_Simple", "ja-simple", True),
        ("vi", "ko", False),
    ],
)
def test_whether_a_named_language_is_the_pages(named, code, same):
    assert same_language(named, code) is same


def test_a_plural_entry_belongs_to_no_page():
    text = po_text(Translation(), texts='msgid "x"\nmsgid_plural "xs"\nmsgstr[0] "y"\n\nmsgid "z"\nmsgstr "w"\n')
    assert [each.source for each in read_po(text.encode()).texts] == ["z"]
    assert isinstance(read_po(b""), PoProblem)
