"""What is read out of documents, what is not, and that no file takes more than its share."""

import datetime
import io
import struct
import sys
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from openpyxl import Workbook

from search.document_text import MAX_CHARACTERS, Reason, UnreadableDocument, text_of
from search.document_text.clean import clean
from search.document_text.limits import MAX_UNPACKED_BYTES
from search.document_text.pdf_lines import joined
from search.document_text.readers import READERS, paragraphs
from search.document_texts import DocumentText, read_documents, stored_text
from tests.document_files import archive, docx, odt, pdf, pptx
from tests.factories import DocumentFactory


def read(file, kind):
    """What a reader gives, without the process around it."""
    return list(paragraphs(file, kind))


def refused(file, kind, **options):
    """The reason why `text_of` refuses a file."""
    with pytest.raises(UnreadableDocument) as refusal:
        text_of(file, kind, **options)
    return refusal.value.reason


def word(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def excel(*rows, change=None):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    if change:
        change(workbook)
    file = io.BytesIO()
    workbook.save(file)
    file.seek(0)
    return file


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("csv", lambda: io.BytesIO("居場所\n".encode())),
        ("docx", lambda: docx(word("居場所"))),
        ("odt", lambda: odt("<text:p>居場所</text:p>")),
        ("pdf", lambda: pdf(["居場所"])),
        ("pptx", lambda: pptx("<a:p><a:r><a:t>居場所</a:t></a:r></a:p>")),
        ("txt", lambda: io.BytesIO("居場所\r\n".encode())),
        ("xlsx", lambda: excel(["居場所"])),
    ],
)
def test_every_kind_of_file_that_may_be_uploaded_is_read(kind, file, settings):
    assert kind in settings.WAGTAILDOCS_EXTENSIONS
    assert "居場所" in text_of(file(), kind.upper()).split("\n")


def test_no_kind_that_may_be_uploaded_is_missing(settings):
    assert set(READERS) == set(settings.WAGTAILDOCS_EXTENSIONS)
    assert refused(io.BytesIO(), "doc") == Reason.UNKNOWN_KIND


class TestWord:
    def test_a_paragraph_is_a_line(self):
        assert read(docx(word("一つめ") + word("") + word("二つめ")), "docx") == ["一つめ", "二つめ"]

    def test_pieces_of_a_word_are_together(self):
        body = "<w:p><w:r><w:t>居場</w:t></w:r><w:r><w:t>所</w:t><w:tab/><w:t>茶</w:t><w:br/><w:t>夜</w:t></w:r></w:p>"
        assert read(docx(body), "docx") == ["居場所\t茶", "夜"]

    def test_readings_and_deleted_words_are_left_out(self):
        body = (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>いとかわ</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>糸川</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            "<w:del><w:r><w:delText>市</w:delText></w:r></w:del><w:r><w:t>区</w:t></w:r></w:p>"
        )
        assert read(docx(body), "docx") == ["糸川区"]

    def test_a_text_box_is_a_line_of_its_own_and_is_said_once(self):
        box = f"<w:txbxContent>{word('囲み')}</w:txbxContent>"
        body = (
            '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>前</w:t>'
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
            "<w:t>後</w:t></w:r></w:p>"
        )
        assert read(docx(body), "docx") == ["囲み", "前後"]

    def test_notes_are_read(self):
        notes = docx(word("注のことば")).getvalue()
        footnotes = zipfile.ZipFile(io.BytesIO(notes)).read("word/document.xml")
        assert read(docx(word("本文"), **{"word/footnotes.xml": footnotes}), "docx") == ["本文", "注のことば"]

    def test_another_archive_is_no_document(self):
        assert refused(archive(**{"a.xml": "<a/>"}), "docx") == Reason.DAMAGED


class TestOpenDocument:
    def test_headings_paragraphs_and_what_stands_for_spaces(self):
        body = "<text:h>題</text:h><text:p>一<text:span>つ</text:span>め<text:s/>A<text:line-break/>次</text:p>"
        assert read(odt(body), "odt") == ["題", "一つめ A", "次"]

    def test_readings_and_what_was_deleted_are_left_out(self):
        body = (
            "<text:tracked-changes><text:p>消した</text:p></text:tracked-changes>"
            "<text:p><text:ruby><text:ruby-base>糸川</text:ruby-base><text:ruby-text>いとかわ</text:ruby-text></text:ruby>区</text:p>"
        )
        assert read(odt(body), "odt") == ["糸川区"]

    def test_one_with_a_password(self):
        manifest = {"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}
        assert refused(odt("", **manifest), "odt") == Reason.PROTECTED


class TestPowerPoint:
    def test_slides_in_their_order_without_fields(self):
        slides = [
            f"<a:p><a:r><a:t>枚目{number}</a:t></a:r><a:fld><a:t>9</a:t></a:fld></a:p>" for number in range(1, 12)
        ]
        assert read(pptx(*slides), "pptx") == [f"枚目{number}" for number in range(1, 12)]

    def test_a_hidden_slide_is_left_out(self):
        hidden = '<p:sld xmlns:p="p" xmlns:a="a" show="0"><a:p><a:t>下書き</a:t></a:p></p:sld>'
        assert read(pptx(hidden, "<a:p><a:t>見える</a:t></a:p>"), "pptx") == ["見える"]

    def test_words_in_figures_are_read(self):
        figure = {"ppt/diagrams/data1.xml": '<d xmlns:a="a"><a:p><a:t>つながる</a:t></a:p></d>'}
        assert read(pptx("", **figure), "pptx") == ["つながる"]


class TestExcel:
    def test_a_row_is_a_line_and_values_are_as_people_write_them(self):
        file = excel(["開催日", "人数", "割合"], [datetime.datetime(2026, 4, 1), 12.0, 0.5], [], [None, "終わり"])
        assert read(file, "xlsx") == ["Sheet", "開催日\t人数\t割合", "2026-04-01\t12\t0.5", "終わり"]

    def test_a_hidden_sheet_is_left_out(self):
        def hide(workbook):
            workbook.create_sheet("名簿").append(["電話"])
            workbook["名簿"].sheet_state = "hidden"

        assert read(excel(["見える"], change=hide), "xlsx") == ["Sheet", "見える"]

    def test_one_with_a_password(self):
        container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
        assert refused(io.BytesIO(container), "xlsx") == Reason.PROTECTED

    def test_one_of_the_older_format(self):
        assert refused(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500), "xlsx") == Reason.DAMAGED


class TestPlainText:
    SAID = "居場所では、お茶を飲みます。ﾊﾝﾊﾞｰｸﾞも、㈱も①も。\nABC 12\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be"])
    def test_the_encodings_of_japanese_offices_are_told_apart(self, encoding):
        assert read(io.BytesIO(self.SAID.encode(encoding)), "txt") == self.SAID.splitlines()

    @pytest.mark.parametrize("encoding", ["euc_jp", "iso2022_jp"])
    def test_so_are_the_older_ones(self, encoding):
        said = "居場所では、お茶を飲みます。\nABC 12"
        assert read(io.BytesIO(said.encode(encoding)), "txt") == said.splitlines()

    def test_half_width_katakana_of_a_bank_are_not_taken_for_another_encoding(self):
        said = "ｲﾄｶﾜ ｼﾔｷﾖｳ,ﾌﾂｳ,0000001"
        assert read(io.BytesIO(said.encode("cp932")), "txt") == [said]

    def test_utf_16_without_any_sign_of_it(self):
        said = "居場所、お茶、電話。"
        assert read(io.BytesIO(said.encode("utf-16-be")), "txt") == [said]

    @pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\x81\0\0\1\3" * 9])
    def test_what_is_no_text_is_not_made_one(self, data):
        assert refused(io.BytesIO(data), "txt") == Reason.UNKNOWN_ENCODING

    def test_a_long_text_cut_within_a_character_is_still_told(self):
        assert text_of(io.BytesIO(b"a" + "居場所\n".encode() * 100_000), "txt").startswith("a居場所\n居場所\n")

    def test_cells_of_a_table_are_parted(self):
        rows = '名称,場所\r\n"いこい,の家","東町\n1丁目"\r\n'
        assert read(io.BytesIO(rows.encode("cp932")), "csv") == ["名称\t場所", "いこい,の家\t東町", "1丁目"]


class TestPdf:
    def test_pages_follow_each_other(self):
        assert text_of(pdf(["一の頁。"], ["二の頁。"]), "pdf") == "一の頁。\n二の頁。"

    def test_one_that_only_may_not_be_changed_is_read(self):
        assert text_of(pdf(["居場所"], user_password="", owner_password="x"), "pdf") == "居場所"

    def test_one_with_a_password(self):
        assert refused(pdf(["居場所"], user_password="x"), "pdf") == Reason.PROTECTED

    def test_characters_are_not_guessed_from_a_font_that_does_not_say_them(self):
        assert refused(pdf(["居場所"], encoding="/Identity-H"), "pdf") == Reason.UNKNOWN_FONTS

    @pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"%PDF-1.4\n" + b"\xff\x00garbage" * 500])
    def test_a_broken_one(self, data):
        assert refused(io.BytesIO(data), "pdf") == Reason.DAMAGED

    def test_a_page_that_is_broken_does_not_take_the_others_along(self):
        whole = pdf(["一の頁。"], ["二の頁。"]).getvalue()
        place = whole.index(b"/Resources")
        broken = whole[:place] + b"/Resources 99 0 R %" + whole[place + len(b"/Resources 99 0 R %") :]
        assert "二の頁。" in text_of(io.BytesIO(broken), "pdf")

    def test_a_page_without_text(self):
        assert text_of(pdf([]), "pdf") == ""


class TestLinesOfAPdf:
    def test_what_the_margin_cut_is_whole_again(self):
        lines = [
            "地域福祉活動計画は、住民が主体となって、誰もが安心して暮らせるまちをつくるための民間の活",
            "動・行動計画です。長年にわたり、青少年育成の会、母子会などが集まり、話し合いを重ねてきま",
            "した。",
            "次の段落です。",
        ]
        assert list(joined(lines)) == ["".join(lines[:3]), "次の段落です。"]

    def test_headings_and_items_stay_apart(self):
        lines = [
            "できること",
            "机や鍋、遊具を貸し借りする",
            "余った食材を、その日のうちに渡す",
            "当番が足りない日に、手伝いに行く",
            "会費はありません。活動を見に来てもらい、こちらからも見に行きます。気に入ったら教えて",
            "ください。",
        ]
        assert list(joined(lines)) == [*lines[:4], lines[4] + lines[5]]

    def test_rows_of_a_table_stay_apart(self):
        lines = ["いこいの家 東町一丁目二番三号 東町会館", "みどりの居場所 西町二丁目一番 公民館"]
        assert list(joined(lines)) == lines

    def test_a_telephone_number_is_whole(self):
        assert list(joined(["連絡先 社協 居場所係 00-", "0000-0012"])) == ["連絡先 社協 居場所係 00-0000-0012"]

    def test_vertical_lines_come_as_one(self):
        assert list(joined([*"広報の", "︑ 2026", *"年度"])) == ["広報の、2026年度"]

    def test_a_column_of_short_words_is_none(self):
        assert list(joined(["月曜", "火曜", "水曜", "木曜", "休"])) == ["月曜", "火曜", "水曜", "木曜", "休"]

    def test_the_room_around_numbers_is_no_space(self):
        assert list(joined(["令和 8 年度から 5 年間、第 12 回"])) == ["令和8年度から5年間、第12回"]
        assert list(joined(["電話 00-0000-0000"])) == ["電話 00-0000-0000"]


class TestSigns:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            (
                "⽷川区の⼦ども⾷堂と⺠⽣委員、⻑寿、⻘空、⼾、⻄⽇",
                "糸川区の子ども食堂と民生委員、長寿、青空、戸、西日",
            ),
            ("ﬁve", "five"),
            ("お 知 ら せ", "お知らせ"),
            ("目　次", "目次"),
            ("目\u2003次", "目次"),
            ("第 1 章 計画", "第1章 計画"),
            ("氏名  住所", "氏名 住所"),
            ("町 会 長　会 計", "町会長 会計"),
            ("A 棟 B", "A 棟 B"),
            ("氏　名\t住　所", "氏名\t住所"),
            ("a\0b\ud800c\u200bd", "a b cd"),
        ],
    )
    def test_signs_are_as_they_are_meant(self, written, meant):
        assert clean(written) == meant


class TestLimits:
    def test_a_text_ends_at_its_limit(self):
        assert len(text_of(io.BytesIO("あいう\n".encode() * 100_000), "txt")) <= MAX_CHARACTERS
        assert len(text_of(docx(word("あ" * 300_000)), "docx")) == MAX_CHARACTERS

    def test_an_archive_that_unpacks_to_too_much(self):
        bomb = archive(**{"word/document.xml": b" " * (MAX_UNPACKED_BYTES + 1)})
        assert len(bomb.getvalue()) < 100_000
        assert refused(bomb, "docx") == Reason.TOO_LARGE

    def test_a_workbook_that_unpacks_to_too_much(self):
        bomb = archive(**{"xl/workbook.xml": "<a/>", "xl/sharedStrings.xml": b" " * (MAX_UNPACKED_BYTES + 1)})
        assert refused(bomb, "xlsx") == Reason.TOO_LARGE

    def test_an_archive_that_says_less_than_it_holds(self):
        data = bytearray(docx(word("あ" * 100_000)).getvalue())
        # The unpacked size, as it stands before the part and in the list of parts.
        for place in (22, data.rindex(b"PK\1\2") + 24):
            data[place : place + 4] = struct.pack("<I", 1000)
        assert refused(io.BytesIO(bytes(data)), "docx") == Reason.DAMAGED

    def test_entities_are_not_expanded(self):
        entities = '<!DOCTYPE a [<!ENTITY a "あああ"><!ENTITY b "&a;&a;">]>'
        document = f'{entities}<w:document xmlns:w="w">{word("&b;")}</w:document>'
        assert refused(archive(**{"word/document.xml": document}), "docx") == Reason.DAMAGED

    def test_reading_ends_when_its_time_is_over(self):
        assert refused(pdf(["あ"] * 100_000), "pdf", seconds=1) == Reason.TOO_SLOW

    def test_what_was_read_until_then_is_kept(self):
        assert text_of(pdf(["先の頁。"], ["あ"] * 200_000), "pdf", seconds=2) == "先の頁。"

    def test_an_endless_file(self):
        class Endless:
            def read(self, size):
                return b"a" * size

        assert refused(Endless(), "txt") == Reason.TOO_LARGE

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
    def test_a_process_gets_no_more_memory_than_its_share(self):
        nested = archive(**{"word/document.xml": "<p>" * 13_000_000})
        assert refused(nested, "docx") == Reason.TOO_LARGE


def test_a_refusal_is_a_sentence_in_the_language_of_whoever_reads_it():
    with translation.override("en"):
        assert str(UnreadableDocument(Reason.PROTECTED)) == "The file is protected with a password."


def document(data, name="a.txt"):
    return DocumentFactory(file=ContentFile(data, name=name))


@pytest.mark.django_db
class TestStored:
    def test_a_text_is_read_once(self):
        one = document("居場所".encode())
        assert [text.document for text in read_documents([one])] == [one]
        assert read_documents([one]) == []
        assert stored_text([one]) == {one.pk: "居場所"}

    def test_what_is_stored_comes_in_one_query(self, django_assert_num_queries):
        several = [document(f"居場所{number}".encode()) for number in range(3)]
        read_documents(several)
        with django_assert_num_queries(1):
            assert len(stored_text(several)) == 3

    def test_the_text_of_another_file_is_not_given_out(self):
        one = document("前の".encode())
        read_documents([one])
        one.file = ContentFile("後の".encode(), name="b.txt")
        one._set_document_file_metadata()
        one.save()
        assert stored_text([one]) == {}
        read_documents([one])
        assert stored_text([one]) == {one.pk: "後の"}
        assert DocumentText.objects.count() == 1

    def test_a_file_that_cannot_be_read_is_said_and_not_tried_again(self):
        broken = document(b"no PDF", "a.pdf")
        (text,) = read_documents([broken])
        with translation.override("en"):
            assert text.get_problem_display() == "The file is damaged, or is not what its name says."
        assert stored_text([broken]) == {}
        assert read_documents([broken]) == []

    def test_a_file_without_text_is_said(self):
        (text,) = read_documents([document(pdf([]).getvalue(), "a.pdf")])
        assert text.problem == Reason.NO_TEXT

    def test_a_file_that_is_not_there_is_tried_again(self):
        one = document("居場所".encode())
        name = one.file.name
        one.file.storage.delete(name)
        (text,) = read_documents([one])
        assert text.problem == Reason.MISSING
        one.file.storage.save(name, ContentFile("居場所".encode()))
        read_documents([one])
        assert stored_text([one]) == {one.pk: "居場所"}
        assert not DocumentText.objects.get().problem

    def test_a_text_goes_with_its_document(self):
        one = document("居場所".encode())
        read_documents([one])
        one.delete()
        assert not DocumentText.objects.exists()
