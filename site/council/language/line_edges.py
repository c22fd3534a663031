"""Signs with which no line begins or ends (JIS X 4051)."""

# 行頭禁則, and 行末禁則.
NOT_FIRST = frozenset(
    "、。，．,.・:;：；?!？！‼⁇⁈⁉)）]］}｝〕〉》」』】〙〗〟’”｠»ー‐゠–〜～ゝゞ々〻ヽヾ…‥％%"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
NOT_LAST = frozenset("([（［{｛〔〈《「『【〘〖〝‘“｟«")
