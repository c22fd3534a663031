"""Which part of a reading belongs to which kanji: 取り組み, とりくみ → 取 と, り, 組 く, み."""

import re
from functools import lru_cache

from council.language.japanese import readings_listed
from council.language.kana import HIRAGANA, hiragana, is_kana

KANJI = "々〆㐀-䶿一-鿿豈-﫿"
_RUNS = re.compile(f"[{KANJI}]+|[^{KANJI}]")
_IS_KANJI = re.compile(f"[{KANJI}]")
_VOICED = dict(zip("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ", strict=True))
_PLOSIVE = dict(zip("はひふへほ", "ぱぴぷぺぽ", strict=True))
_I_ROW = dict(zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True))
# What follows a kanji in verbs and adjectives of the dictionary.
_ENDINGS = (
    *"るくぐすつぬぶむうい",
    *("しい", "える", "ける", "げる", "せる", "てる", "ねる", "べる", "める", "れる", "きる", "じる", "ちる", "みる", "りる"),
    *("かる", "がる", "まる", "わる", "らす", "かす", "やす", "なう", "かい", "らか", "やか", "か"),
)  # fmt: skip
# The reading is that of the whole word.
_WHOLE = {
    "一人", "二人", "大人", "今日", "明日", "昨日", "今朝", "今年", "一日", "二十日", "二十歳", "部屋", "時計", "果物", "眼鏡",
    "景色", "田舎", "土産", "上手", "下手", "行方", "七夕", "八百屋", "友達", "相撲", "浴衣", "紅葉", "風邪", "笑顔",
    "真面目", "老舗", "名残", "迷子", "五月雨", "梅雨", "大和", "銀杏", "西瓜", "従兄弟", "従姉妹", "為替", "母屋", "木綿",
}  # fmt: skip


def has_kanji(text):
    return bool(_IS_KANJI.search(text))


@lru_cache(maxsize=50_000)
def aligned(word, reading):
    """``((part, its reading or ""), …)`` of a word; the parts make up the word, kana stand for themselves."""
    reading = hiragana("".join(reading.split())).replace("・", "")
    if not has_kanji(word) or not is_kana(reading) or hiragana(word) == reading:
        return ((word, ""),)
    runs = _RUNS.findall(word)
    dealt = _dealt(runs, reading)
    if not dealt:
        return ((word, reading),)
    # Where kana do not say it, the kanji do: 日・祝 is にち and しゅく.
    heard = next(
        (each for each in dealt if all(_ways(*pair) for pair in zip(runs, each, strict=True) if has_kanji(pair[0]))),
        dealt[0],
    )
    parts = []
    for run, part in zip(runs, heard, strict=True):
        parts += _by_kanji(run, part) if has_kanji(run) else [(run, "")]
    return tuple(parts)


_MOST_TRIED = 60


def _dealt(runs, reading):
    """The ways to deal a reading out to the runs of a word, those first in which kanji take little."""
    if not runs:
        return [()] if not reading else []
    run, rest = runs[0], runs[1:]
    if has_kanji(run):
        lengths = range(1, len(reading) + 1)
    elif run in "ヶケヵ":
        # か in 三ヶ月 and が in 鶴ヶ丘, but け in ケア.
        lengths = [1] if reading[:1] in tuple("かがこけ") else []
    elif is_kana(run):
        lengths = [1] if reading.startswith(hiragana(run)) else []
    else:
        # Letters and digits are said in any way, signs in none.
        lengths = range(len(reading) + 1) if run.isalnum() else [0]
    found = []
    for length in lengths:
        found += [(reading[:length], *others) for others in _dealt(rest, reading[length:])]
        if len(found) > _MOST_TRIED:
            break
    return found


def split_by_parts(word, reading):
    """As `aligned`, where ``|`` may stand between what belongs to each sign, each kanji or each run of kanji."""
    parts = reading.split("|")
    if len(parts) == 1 and len(_RUNS.findall(word)) > 1:
        return aligned(word, reading) if _fits(word, reading) else _zipped(word, parts)
    return aligned(word, reading) if len(parts) == 1 else _zipped(word, parts)


def _fits(word, reading):
    return bool(_dealt(_RUNS.findall(word), hiragana("".join(reading.split())).replace("・", "")))


def _zipped(word, parts):
    for signs in (list(word), re.findall(f"[{KANJI}]|[^{KANJI}]+", word), re.findall(f"[{KANJI}]+|[^{KANJI}]+", word)):
        read = signs if len(signs) == len(parts) else [each for each in signs if has_kanji(each)]
        if len(read) == len(parts):
            heard = iter(parts)
            each_read = [
                (sign, hiragana(next(heard))) if read is signs or has_kanji(sign) else (sign, "") for sign in signs
            ]
            return tuple((sign, "" if hiragana(sign) == ruby else ruby) for sign, ruby in each_read)
    ends = []
    while len(parts) > 1 and len(word) > 1 and parts[-1] in _sounds(word[-1]):
        ends.insert(0, (word[-1], parts[-1]))
        word, parts = word[:-1], parts[:-1]
    return (*aligned(word, "".join(parts)), *ends)


def _by_kanji(run, reading):
    """Each kanji with its own reading where the dictionary leaves no doubt, else all together."""
    if len(run) == 1 or run in _WHOLE:
        return [(run, reading)]
    ways = _ways(run, reading)
    return list(zip(run, ways[0], strict=True)) if len(ways) == 1 else [(run, reading)]


def _ways(run, reading, before=""):
    """The ways to deal a reading out to the kanji of a run; two are enough to know that there is a doubt."""
    if not run:
        return [()] if not reading else []
    found = []
    for length in range(1, len(reading) - len(run) + 2):
        part = reading[:length]
        if part[0] in "ぁぃぅぇぉっゃゅょんー":
            break
        if part not in _sounds(before if run[0] == "々" else run[0]):
            continue
        found += [(part, *rest) for rest in _ways(run[1:], reading[length:], run[0])]
        if len(found) > 1:
            break
    return found


@lru_cache(maxsize=5000)
def _sounds(kanji):
    """Every way in which a kanji may sound in a word."""
    own = {hiragana(each) for each in readings_listed(kanji)}
    for ending in _ENDINGS:
        for heard in map(hiragana, readings_listed(kanji + ending)):
            if heard.endswith(ending) and len(heard) > len(ending):
                own |= {
                    heard.removesuffix(ending),
                    heard.removesuffix(ending) + ending[:-1] + _I_ROW.get(ending[-1], ""),
                }
    own = {each for each in own if each and all(sign in HIRAGANA for sign in each)}
    own |= {each[:-1] + "っ" for each in own if len(each) > 1 and each[-1] in "つちくき"}
    return frozenset(
        own
        | {_VOICED[each[0]] + each[1:] for each in own if each[0] in _VOICED}
        | {_PLOSIVE[each[0]] + each[1:] for each in own if each[0] in _PLOSIVE}
    )
