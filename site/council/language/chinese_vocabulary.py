"""Words of Taiwan and Hong Kong, and of Chinese as it is written in Japan, as the mainland says them."""

import re

# Both in simplified characters. What stands before or behind them where they are a part of something else is ruled out:
# 同志工作, 食品质量, 柔软体操.
_WORDS = {
    "(?<!同)志工(?!作)": "志愿者",
    "(?<![主正])义工": "志愿者",
    "身心障碍者|残障者|残障人士|障碍者|障害者": "残疾人",
    "身心障碍|残障": "残疾",
    "失智症|痴呆症|老年痴呆|失智": "认知症",
    "幼稚园": "幼儿园",
    "保育园|保育所": "托儿所",
    "褓姆": "保姆",
    "(?<![大国])家暴": "家庭暴力",
    "捐血": "献血",
    "计程车|(?<!目)的士": "出租车",
    "(?<!办)公车": "公交车",
    "脚踏车|(?<![清订名菜])单车": "自行车",
    "(?<!敏)捷运(?!动)": "地铁",
    "网路(?!由)": "网络",
    "(?<![路航干沿电视热])线上": "网上",
    "(?<!投)资讯": "信息",
    "(?<!柔)软体(?!操)": "软件",
    "智慧型手机|智慧手机": "智能手机",
    "简讯|短讯": "短信",
    "列印": "打印",
    "影印": "复印",
    "品质(?!量)": "质量",
    "冷气机|冷气": "空调",
    "(?<!方)便当": "盒饭",
}
_OF_MAINLAND = list(_WORDS.values())
_ELSEWHERE = re.compile("|".join(f"({pattern})" for pattern in _WORDS))


def words_from_elsewhere(text):
    """``[(start, end, as the mainland says it)]`` of a text in simplified characters."""
    return [(*match.span(), _OF_MAINLAND[match.lastindex - 1]) for match in _ELSEWHERE.finditer(text)]
