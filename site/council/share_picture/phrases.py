"""Where a title may be broken: between phrases, and never so that a line begins or ends with a sign that must not."""

from council.language.japanese import parts_of_speech

# JIS X 4051: what no line begins with (行頭禁則), and what no line ends with (行末禁則).
NOT_FIRST = frozenset(
    "、。，．,.・:;：；?!？！‼⁇⁈⁉)）]］}｝〕〉》」』】〙〗〟’”｠»ー‐゠–〜～ゝゞ々〻ヽヾ…‥％%"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
NOT_LAST = frozenset("([（［{｛〔〈《「『【〘〖〝‘“｟«")
# What leans on the word before it.
_LEANS = {"助詞", "助動詞", "接尾辞", "補助記号", "空白"}
_LONGEST_COMPOUND = 8


def phrases_of(text, language_code):
    """The text in pieces that stay together where there is room; joined, they are the text.

    Japanese by its phrases (文節), languages with spaces by their words, Chinese by its signs.
    """
    language = language_code.partition("-")[0]
    if language == "ja":
        return _japanese(text)
    if language == "zh":
        return signs_of(text)
    return _words(text)


def signs_of(text):
    """The text in its smallest pieces between which a line may end; words of Latin letters stay whole."""
    pieces = []
    for sign in text:
        if pieces and _together(pieces[-1], sign):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _together(before, sign):
    last = before[-1]
    if last.isspace():
        return sign.isspace()
    return sign in NOT_FIRST or last in NOT_LAST or sign.isspace() or (_is_latin(last) and _is_latin(sign))


def _is_latin(sign):
    return (sign.isascii() and sign.isalnum()) or "\u00c0" <= sign <= "\u024f"


def _words(text):
    pieces, word = [], ""
    for sign in text:
        if word and word[-1].isspace() and not sign.isspace():
            pieces.append(word)
            word = ""
        word += sign
    return [*pieces, word] if word else pieces


def _japanese(text):
    pieces, before = [], ("", "")
    for word, kind, subkind in parts_of_speech(text):
        if not word:
            continue
        if pieces and (_stays_open(pieces[-1], before) or _leans(word, kind, subkind, pieces[-1], before)):
            pieces[-1] += word
        else:
            pieces.append(word)
        before = (word, kind)
    return pieces


def _stays_open(piece, before):
    """Whether nothing may be broken off after a piece: an open bracket, お in お茶, この in この町."""
    return piece[-1] in NOT_LAST or before[1] in {"接頭辞", "連体詞"}


def _leans(word, kind, subkind, piece, before):
    """Whether a word belongs to the piece before it."""
    if word[0] in NOT_FIRST or word[0] in NOT_LAST:
        return word[0] in NOT_FIRST
    if kind in _LEANS:
        return True
    if subkind == "非自立可能":
        # 食べている, 読んでいく, 手伝い合う; but お店に なった.
        return before[0] in {"て", "で"} or before[1] == "動詞"
    return kind == before[1] == "名詞" and len(piece) + len(word) <= _LONGEST_COMPOUND
