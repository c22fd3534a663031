"""Figures and dates that a text tells, each as a fact beside the sentence it stands in."""

import re
import unicodedata
from datetime import date

from .parts import Fact, Words

_DATE = (
    r"(?P<era>令和|平成|昭和)?[ \u3000]?(?P<year>元|[0-9０-９]{1,4})[ \u3000]?年(?P<fiscal>度)?"
    r"(?:[（(][0-9０-９]{4}年?度?[)）])?(?:[ \u3000]?(?P<month>[0-9０-９]{1,2})[ \u3000]?月)?(?:末)?(?:[0-9０-９]{1,2}日)?"
)
_AS_OF = re.compile(rf"{_DATE}[ \u3000]?(?:現在|時点)(?:で|では)?、?(?P<rest>[^。]{{2,120}})")
_BEGAN = re.compile(
    rf"(?P<date>{_DATE})(?:に|、|から)?[^。]{{0,100}}?(?P<verb>立ち上が|立ち上げ|立上げ|設立|発足|開設|結成|創設|誕生|スタート|オープン|始ま|始め|開始)"
)
_COUNTED = re.compile(
    r"(?P<value>(?:約|およそ|のべ|延べ)?[0-9０-９][0-9０-９,，.．]*(?:万|千|百)?"
    r"(?:団体|人|名|世帯|[かカヶヵ箇]所|件|回|校|店舗|店|施設|地区|町会|グループ|割|％|%|社|法人|組|台|冊|食|拠点|会場))"
    r"(?:以上|余り|あまり|超)?"
)
_BEGAN_LABELS = {
    "立ち上が": "立ち上げ",
    "立ち上げ": "立ち上げ",
    "立上げ": "立ち上げ",
    "始ま": "開始",
    "始め": "開始",
    "スタート": "開始",
    "オープン": "開設",
}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, None: 0}


def facts_in(words):
    """The Facts of a paragraph: how many as of when, and when it began. The sentence itself stays as it is."""
    text = words.plain[:4000]
    found = []
    began = _BEGAN.search(text)
    if began and _year(began) and "現在" not in began.group():
        verb = began["verb"]
        found.append(Fact(Words(_BEGAN_LABELS.get(verb, verb)), Words(began["date"])))
    for match in _AS_OF.finditer(text):
        counted = _COUNTED.search(match["rest"])
        if counted and _year(match):
            found.append(Fact(Words(_label(match["rest"], counted)), Words(counted["value"]), _month(match)))
    return found


def _label(rest, counted):
    before = re.sub(r"(?:は|が|も|で|の|に|、|として|には)$", "", rest[: counted.start()].strip(" 、　"))
    if before:
        return before.rpartition("、")[2][-40:]
    after = rest[counted.end() :]
    done = re.search(r"[がをに]([一-鿿]{2,6})", after) or re.match(r"[^一-鿿]*([一-鿿]{2,6})", after)
    return done[1] if done else re.sub(r"^[^一-鿿ァ-ヴか-ん％%]+", "", counted["value"])


def _number(text):
    return 1 if text == "元" else int(unicodedata.normalize("NFKC", text))


def _year(match):
    year = _number(match["year"])
    if match["era"]:
        return _ERAS[match["era"]] + year
    return year if 1868 <= year <= 2150 else None


def _month(match):
    """The first of the month, or None where only the year is told: no month is made up."""
    year = _year(match)
    if not match["month"] or not year:
        return None
    month = _number(match["month"])
    return date(year, month, 1) if 1 <= month <= 12 else None


def fiscal_years_in(text):
    """(first, last) fiscal year of a plan's period such as 令和7年度～令和11年度, else (None, None)."""
    text = unicodedata.normalize("NFKC", text[:2000])
    one = r"(?:(令和|平成)?\s*(元|\d{1,4})\s*年度?\s*(?:\(\s*(\d{4})\s*(?:年度?)?\s*\))?)"
    found = re.search(rf"{one}\s*(?:から|~|〜|-|－|―|–|—)\s*{one}", text)
    if not found:
        return None, None
    first = _fiscal(found[1], found[2])
    last = _fiscal(found[4] or found[1], found[5])
    if first and last and first <= last <= first + 20:
        return first, last
    return None, None


def _fiscal(era, year):
    number = 1 if year == "元" else int(year)
    if number >= 1900:
        return number
    return _ERAS[era] + number if era else None
