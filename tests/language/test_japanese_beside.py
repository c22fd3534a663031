"""Japanese in texts of other languages, as its script says it."""

import pytest

from council.language.japanese_beside import is_japanese, stretches


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("…糸川区の居場所、サロンが、道具を分け合うネットワークです。", "en", True),
        ("…糸川区の居場所、サロンが、道具を分け合うネットワークです。", "zh-hans", True),
        ("…糸川区の居場所、サロンが、道具を分け合うネットワークです。", "ja-simple", False),
        ("こどもしょくどう Children can eat here every Wednesday evening.", "en", False),
        ("邻居们称这里为こども食堂，孩子们可以在这里免费吃饭，也可以写作业。", "zh-hans", False),
        ("糸川区社会福祉協議会", "zh-hans", False),
        ("어린이 식당", "ko", False),
    ],
)
def test_a_whole_text_is_japanese_or_not(text, language, expected):
    assert is_japanese(text, language) == expected


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        ("こども食堂つむぎ Children’s Cafeteria, 17:00", ["こども食堂つむぎ"]),
        ("A place (サロン), and 居場所 too", ["サロン"]),
        ("孩子食堂", []),
        ("", []),
    ],
)
def test_stretches_make_up_the_text(text, japanese):
    found = stretches(text)
    assert "".join(part for part, _is in found) == text
    assert [part for part, is_japanese in found if is_japanese] == japanese
