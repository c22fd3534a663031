"""Bytes → text: encodings, and what is refused."""

import pytest

from home.importer.reading import LARGEST, decode, read_document
from home.importer.refusal import ImportRefused

TEXT = "# 目標1　声の届く町\r\n\r\n## 現状\r\n\r\n・坂が多く、外出をためらう人がいます。\r\n"


@pytest.mark.parametrize(
    ("codec", "label"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("cp932", "Shift_JIS"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
    ],
)
def test_the_encodings_that_offices_use(codec, label):
    source = decode(TEXT.encode(codec), "plan.txt")
    assert (source.text, source.encoding) == (TEXT, label)


def test_signs_that_only_windows_has():
    assert decode("①髙橋さん、㈱みなと～".encode("cp932"), "plan.txt").text == "①髙橋さん、㈱みなと～"


def test_the_digest_tells_documents_apart():
    one, same, other = (decode(text.encode(), "a") for text in ("あ", "あ", "い"))
    assert one.digest == same.digest != other.digest


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("　\r\n \t".encode(), "empty"),
        (b"%PDF-1.7 ...", "binary"),
        (b"PK\x03\x04....", "binary"),
        (b"abc\x00def", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"\xff\xff\xff\xff", "encoding"),
        ("坂の上の家を訪ねました。".encode()[:-1] + "続きます。".encode(), "encoding"),
        ("坂の上の家を訪ねました。".encode()[:-2], "encoding"),
        (b"\xff\xfe\x00", "encoding"),
        ("Élan d'été à l'œuvre".encode("cp1252"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(ImportRefused) as refusal:
        decode(data, "plan.txt")
    assert refusal.value.code == code


def test_files_that_are_none(tmp_path):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    for path, code in ((tmp_path / "no.txt", "missing"), (tmp_path, "directory"), (large, "too_large")):
        with pytest.raises(ImportRefused) as refusal:
            read_document(path)
        assert refusal.value.code == code


def test_a_large_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda self: pytest.fail("read"))
    with pytest.raises(ImportRefused):
        read_document(path)
