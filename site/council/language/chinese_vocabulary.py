"""Words of Taiwan and Hong Kong, and of Chinese as it is written in Japan, as the mainland says them."""

import re

# Both in simplified characters. What stands before or behind them where they are a part of something else is ruled out:
# 同志工作, 食品质量, 柔软体操. Each pattern begins with its word, so that they are tried only where a word may begin.
_WORDS = {
    "志工(?<!同志工)(?!作)": "志愿者",
    "义工(?<![主正]义工)": "志愿者",
    "身心障碍者|残障者|残障人士|障碍者|障害者": "残疾人",
    "身心障碍|残障": "残疾",
    "失智症|痴呆症|老年痴呆|失智": "认知症",
    "幼稚园": "幼儿园",
    "保育园|保育所": "托儿所",
    "褓姆": "保姆",
    "家暴(?<![大国]家暴)": "家庭暴力",
    "捐血": "献血",
    "计程车|的士(?<!目的士)": "出租车",
    "公车(?<!办公车)": "公交车",
    "脚踏车|单车(?<![清订名菜]单车)": "自行车",
    "捷运(?<!敏捷运)(?!动)": "地铁",
    "网路(?!由)": "网络",
    "线上(?<![路航干沿电视热]线上)": "网上",
    "资讯(?<!投资讯)": "信息",
    "软体(?<!柔软体)(?!操)": "软件",
    "智慧型手机|智慧手机": "智能手机",
    "简讯|短讯": "短信",
    "列印": "打印",
    "影印": "复印",
    "品质(?!量)": "质量",
    "冷气机|冷气": "空调",
    "便当(?<!方便当)": "盒饭",
}
# The word alone, without what is ruled out, as the mainland says it.
_OF_MAINLAND = {
    word: of_mainland
    for pattern, of_mainland in _WORDS.items()
    for word in re.sub(r"\(\?.*?\)", "", pattern).split("|")
}
_ELSEWHERE = re.compile("|".join(_WORDS))


def words_from_elsewhere(text):
    """``[(start, end, as the mainland says it)]`` of a text in simplified characters."""
    return [(*match.span(), _OF_MAINLAND[match.group()]) for match in _ELSEWHERE.finditer(text)]
