"""How what is counted sounds after its number: 3本 さんぼん, 8分 はっぷん, 六か月 ろっかげつ, 1日 ついたち.

Digits need no ruby, but what stands behind them does, and a few numbers sound together with it.
"""

import re
import unicodedata

_DIGITS = "0-9０-９"
_KANJI_NUMBERS = "〇一二三四五六七八九十百千"
# Read as one with the number; of 人 and 歳 no larger number: 21人.
_DAYS = {1: "ついたち", 2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか", 8: "ようか", 9: "ここのか", 10: "とおか", 14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか"}  # fmt: skip
_PEOPLE = {1: "ひとり", 2: "ふたり"}
# What is counted: its reading, and that after 3 and after a sokuon (1, 6, 8, 10) where it changes.
_CHANGING = {
    "本": ("ほん", "ぼん", "ぽん"), "匹": ("ひき", "びき", "ぴき"), "杯": ("はい", "ばい", "ぱい"), "分": ("ふん", "ぷん", "ぷん"),
    "泊": ("はく", "ぱく", "ぱく"), "歩": ("ほ", "ぽ", "ぽ"), "票": ("ひょう", "びょう", "ぴょう"), "編": ("へん", "へん", "ぺん"),
    "発": ("はつ", "ぱつ", "ぱつ"), "班": ("はん", "ぱん", "ぱん"), "遍": ("へん", "べん", "ぺん"), "階": ("かい", "がい", "かい"),
    "軒": ("けん", "げん", "けん"), "足": ("そく", "ぞく", "そく"), "羽": ("わ", "わ", "わ"), "百": ("ひゃく", "びゃく", "ぴゃく"), "千": ("せん", "ぜん", "せん"),
    "拍": ("はく", "ぱく", "ぱく"), "片": ("へん", "べん", "ぺん"), "品": ("ひん", "ぴん", "ぴん"),
}  # fmt: skip
_PLOSIVE_AFTER_4 = "分泊"
_STEADY = {
    "年": "ねん", "年度": "ねんど", "年間": "ねんかん", "年生": "ねんせい", "周年": "しゅうねん", "月": "がつ", "週": "しゅう", "週間": "しゅうかん",
    "日": "にち", "日間": "にちかん", "時": "じ", "時間": "じかん", "秒": "びょう", "人": "にん", "名": "めい", "歳": "さい", "才": "さい", "歳児": "さいじ",
    "世帯": "せたい", "戸": "こ", "棟": "とう", "件": "けん", "回": "かい", "度": "ど", "円": "えん", "万": "まん", "億": "おく", "万円": "まんえん",
    "個": "こ", "枚": "まい", "冊": "さつ", "台": "だい", "頭": "とう", "点": "てん", "番": "ばん", "号": "ごう", "丁目": "ちょうめ", "番地": "ばんち",
    "割": "わり", "倍": "ばい", "次": "じ", "期": "き", "級": "きゅう", "校": "こう", "組": "くみ", "種類": "しゅるい", "段": "だん", "代": "だい",
    "席": "せき", "区": "く", "団体": "だんたい", "部": "ぶ", "章": "しょう", "節": "せつ", "曲": "きょく", "巻": "かん", "通": "つう", "口": "くち",
    "畳": "じょう", "食": "しょく", "条": "じょう", "項": "こう", "着": "ちゃく", "社": "しゃ", "店": "てん", "床": "しょう", "膳": "ぜん", "位": "い",
    "か所": "かしょ", "カ所": "かしょ", "ヶ所": "かしょ", "ヵ所": "かしょ", "ケ所": "かしょ", "箇所": "かしょ", "か月": "かげつ", "カ月": "かげつ", "ヶ月": "かげつ", "ヵ月": "かげつ",
    "ケ月": "かげつ", "箇月": "かげつ", "か国": "かこく", "カ国": "かこく", "ヶ国": "かこく", "か国語": "かこくご", "カ国語": "かこくご", "か年": "かねん", "カ年": "かねん", "ヶ年": "かねん",
    "地区": "ちく", "箱": "はこ", "皿": "さら", "袋": "ふくろ", "切れ": "きれ", "時半": "じはん", "人目": "にんめ", "回目": "かいめ", "年目": "ねんめ",
    "日目": "にちめ", "番目": "ばんめ", "階建て": "かいだて", "号室": "ごうしつ", "号館": "ごうかん", "合": "ごう", "坪": "つぼ", "株": "かぶ",
    "人前": "にんまえ", "人分": "にんぶん", "日分": "にちぶん", "回分": "かいぶん", "年分": "ねんぶん", "歳代": "さいだい", "年代": "ねんだい",
}  # fmt: skip
# Where the sign begins another word: 3分野, 1本部, 2発表. Nothing is counted there.
_NO_COUNTER = {
    "分": "のに野割類科冊団担布析岐校館室", "本": "人部社店当格州校国土番庁", "歩": "行道", "発": "表行生見展送言電達案足", "足": "立", "品": "目物質",
    "階": "段級層", "番": "組", "度": "合", "部": "屋", "代": "表理金替", "口": "座", "点": "字検", "通": "り勤訳院所学", "組": "織合", "席": "上",
    "着": "物", "社": "会協", "店": "舗", "区": "民間役立", "台": "風所湾", "個": "人別室", "件": "名", "月": "曜", "日": "本常曜", "時": "期代計点",
    "人": "形物生口権気", "名": "前称簿所物古", "回": "答覧復収", "次": "第回年長", "期": "間限日待", "位": "置", "食": "事堂品材卓べ", "号": "外泣",
    "片": "付道", "合": "計同意格併", "株": "式", "切れ": "ま", "年": "齢金", "条": "件例", "項": "目", "節": "約電", "校": "長歌庭舎区", "級": "友",
    "曲": "が線", "巻": "き", "頭": "上部痛", "箱": "根", "皿": "洗", "床": "屋", "倍": "増率", "割": "合引り", "戸": "惑建",
    "編": "集成み", "羽": "根沢田村", "班": "長", "票": "数", "軒": "先", "泊": "ま", "円": "満滑形高安卓", "万": "一", "百": "合貨科", "世帯": "主",
}  # fmt: skip
_COUNTED = "|".join(sorted(map(re.escape, {*_CHANGING, *_STEADY}), key=len, reverse=True))
_PATTERN = re.compile(
    f"(?P<number>[{_DIGITS}]+(?:[,，.．][{_DIGITS}]+)*[千万億]*|(?<![{_KANJI_NUMBERS}第数何])[{_KANJI_NUMBERS}]+)(?P<counted>{_COUNTED})(?=(?P<next>.?))"
)
_ONES = ["", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"]
_SOKUON = {"いち": "いっ", "ろく": "ろっ", "はち": "はっ", "じゅう": "じゅっ", "ひゃく": "ひゃっ"}
# Two in a row are no figure: 二三日 are two or three days. But in a year's name: 昭和二三年.
_ABOUT = {
    "二三": "にさん",
    "三四": "さんし",
    "四五": "しご",
    "五六": "ごろく",
    "六七": "ろくしち",
    "七八": "しちはち",
    "八九": "はっく",
}
_OF_A_PLACE = {"番地", "番", "号", "号室", "丁目", "条", "項"}
_ERAS = ("明治", "大正", "昭和", "平成", "令和")
_DIFFERENT = {
    "月": {4: "し", 7: "しち", 9: "く"}, "時": {4: "よ", 7: "しち", 9: "く"}, "年": {4: "よ", 7: "なな"}, "人": {4: "よ", 7: "しち"}, "円": {4: "よ"},
    "日": {4: "よっ", 7: "しち", 9: "く"},
}  # fmt: skip


def counted(text, is_number):
    """``(start, end, reading)`` of what stands behind numbers, and of numbers that are written in kanji.

    Args:
        is_number: whether the words of the text leave a number in kanji between these places; 一部 and 十分 are no numbers.
    """
    for found in _PATTERN.finditer(text):
        number, word = found["number"], found["counted"]
        start, middle, end = found.start("number"), found.end("number"), found.end("counted")
        is_other_word = found["next"] and found["next"] in _NO_COUNTER.get(word, "")
        if is_other_word and not (word == "分" and found["next"] in "のに" and _is_time(text, end)):
            continue
        is_kanji = number[0] in _KANJI_NUMBERS
        if is_kanji and not is_number(start, middle):
            continue
        if is_kanji and number in _ABOUT and word not in _OF_A_PLACE and not text[:start].endswith(_ERAS):
            reading = _sound_of(word, _value(number), number[-1])
            yield start, middle, _before(reading, _ABOUT[number])
            yield middle, end, reading
            continue
        value = _value(number)
        whole = _whole(text, start, end, value, word) if number.isdecimal() or is_kanji else ""
        if whole:
            yield start, middle + 1, whole
            if word[1:] in _STEADY or word[1:] in _TAILS:
                yield middle + 1, end, _TAILS.get(word[1:], "") or _STEADY[word[1:]]
            continue
        reading = _sound_of(word, value, number[-1])
        if is_kanji:
            yield start, middle, _number_in_kana(value, word, reading)
        elif number[-1] in "千万億":
            for place in range(start, middle):
                if text[place] in "千万億":
                    yield place, place + 1, _large(text, place)
        if not (word in ("万", "億", "千") and is_kanji):
            yield middle, end, reading
        if found["next"] == "人" and word in ("万", "億", "千"):
            yield end, end + 1, "にん"


_TAILS = {"間": "かん", "目": "め", "分": "ぶん", "前": "まえ", "代": "だい"}


def _whole(text, start, end, value, word):
    before = text[max(0, start - 4) : start]
    if word[0] == "人" and value in _PEOPLE and word != "人前":
        return _PEOPLE[value]
    if word == "歳" and value == 20 and not text.startswith("代", end):
        return "はたち"
    if word[0] == "日" and value in _DAYS:
        if re.search(f"[{_DIGITS}{_KANJI_NUMBERS}][、,]$", before) and value < 10:
            return ""
        if value == 1 and (word != "日" or not re.search("月の?$|同月$", before)):
            return ""
        return _DAYS[value]
    return ""


def _is_time(text, end):
    """九時十分の電車, 5分の遅れ; but 3分の1, 三分の二."""
    return not re.match(f"の[{_DIGITS}{_KANJI_NUMBERS}]", text[end : end + 2])


def _before(reading, number):
    """ろく and はち before か and ぱ: 五六本 ごろっぽん, 七八回 しちはっかい."""
    last = next((each for each in ("ろく", "はち") if number.endswith(each)), "")
    is_short = last and reading[0] in "かきくけこぱぴぷぺぽ"
    return number.removesuffix(last) + _SOKUON[last] if is_short else number


def _sound_of(word, value, last):
    first, rest = word[0], word[1:]
    if word in _CHANGING or (first in _CHANGING and rest in ("建て", "間", "目")):
        usual, after_three, after_sokuon = _CHANGING[first]
        return _change(first, value, last, usual, after_three, after_sokuon) + {
            "建て": "だて",
            "間": "かん",
            "目": "め",
        }.get(rest, "")
    return _STEADY[word]


def _change(sign, value, last, usual, after_three, after_sokuon):
    if last in "千万" or (value and value % 1000 == 0):
        return after_three if sign not in "階軒" else usual
    ones = value % 10
    if ones == 3 or (ones == 4 and sign in _PLOSIVE_AFTER_4):
        return after_three
    return after_sokuon if ones in (0, 1, 6, 8) else usual


def _large(text, place):
    if text[place] == "千":
        return "ぜん" if text[place - 1] in "3３三" else "せん"
    return "まん" if text[place] == "万" else "おく"


def _value(number):
    """The number in figures; of what follows 万 and 億 nothing is asked but its last sign."""
    digits = unicodedata.normalize("NFKC", number).rstrip("千万億").replace(",", "")
    if digits and digits[0].isdecimal() and digits[0].isascii():
        return int(digits.rpartition(".")[2][-6:] or 0)
    if not set(number) & set("十百千"):
        return int("".join(str("〇一二三四五六七八九".index(sign)) for sign in number[-6:]))
    total = unit = 0
    for sign in number:
        if sign in "十百千":
            total += (unit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            unit = 0
        else:
            unit = unit * 10 + "〇一二三四五六七八九".index(sign)
    return total + unit


def _number_in_kana(value, word, reading):
    sounds = _kana(value)
    ones = value % 10
    other = next((each for key, each in _DIFFERENT.items() if word.startswith(key)), {})
    if ones in other and not (word.startswith("年代") or word == "人前"):
        return "".join(sounds[:-1]) + other[ones]
    last = sounds[-1]
    geminates = (reading[0] in "かきくけこぱぴぷぺぽ" and word[0] not in "月") or (
        reading[0] in "さしすせそたちつてと" and last != "ろく"
    )
    if geminates and last == "ひゃく" and reading[0] in "さしすせそたちつてと":
        geminates = False
    return "".join(sounds[:-1]) + (_SOKUON.get(last, last) if geminates else last)


def _kana(value):
    if value >= 10_000:
        tens_of_thousands, value = divmod(value, 10_000)
        return [*_kana(tens_of_thousands), "まん", *(_kana(value) if value else [])]
    sounds = []
    for unit, name, special in (
        (1000, "せん", {3: "さんぜん", 8: "はっせん"}),
        (100, "ひゃく", {3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}),
        (10, "じゅう", {}),
    ):
        count, value = divmod(value, unit)
        if count in special:
            sounds.append(special[count])
        elif count:
            sounds += [_ONES[count], name] if count > 1 else [name]
    return [*sounds, _ONES[value]] if value or not sounds else sounds
