"""What looks damaged: signs that Japanese does not use, words with a kana of the wrong size, broken lines and tables.

Nothing is repaired here. The lists are short on purpose: a false alarm costs an editor's trust.
"""

import re
from itertools import pairwise

from .characters import looks_cut
from .chunks import Bullets, Grid, Item, Prose
from .headings import Kind
from .initiatives import is_name
from .lines import has_letters_apart, without_marks
from .parts import Remark
from .people import speaker_of

# Ideographs outside Shift_JIS are Chinese, or damaged, in a Japanese text. These few are good Japanese all the same:
# the forms which the list of common kanji (2010) and JIS X 0213 (2004) print.
_JAPANESE_ALL_THE_SAME = set("俱剝吞噓嚙囊塡姸屛幷搔摑攢潑瀆瘦焰禱簞繡繫萊蔣蟬蠟軀醬醱頰顚驒鷗麴麵啞屢巢渴內𠮟𠮷")
# In Shift_JIS, but in today's Japanese a slip of the Chinese form.
_CHINESE_FORMS = dict(zip("个从无广处虽亚尔", "個従無広処雖亜爾", strict=True))
# What a Chinese form stands for most often: a hint, no repair.
_BETTER = dict(
    zip(
        "步对说时关开电东车长门问间见现样乐实应图团护务业联络经设计动协习议产亲远进过还连选难题领头页风饭馆马鱼鸟书买卖众儿爱气发边邻龄养济访谈认识为总给组织绍结继续",
        "歩対説時関開電東車長門問間見現様楽実応図団護務業連絡経設計動協習議産親遠進過還連選難題領頭頁風飯館馬魚鳥書買売衆児愛気発辺隣齢養済訪談認識為総給組織紹結継続",
        strict=True,
    )
)
# Small っ, ゃ, ゅ, ょ set as large ones: words that cannot be meant as they stand.
_LARGE_KANA = re.compile(
    r"ゆつくり|じつくり|しつかり|はつきり|すつかり|ゆつたり|びつくり|やつぱり|がつかり|さつぱり|すつきり|たつぷり|ばつちり|にこつと|ほつと(?=す|し)"
    r"|きつかけ|ちよつと|いつしよ|一しよ|いらつしや|おつしや|しやべ|みんなでいつしよ|あつという間|ずつと(?=続|前|昔|住)"
    r"|(?![一二三四五六七八九十百幾])[一-鿿]つ(?:て|た(?![めびちりけ]))(?![か-ん]?つ)|(?:(?:だ|あ|な|や|よ)つ[たて]|かつた)(?=[。、こりらくい])|ましよう|でしようか|ませんでしよう"
)
_LARGE_KATAKANA = re.compile(
    r"ボランテイア|コミユニテ[イィ]|ネツトワ[ーー]ク|スタツフ|フオーラム|グル一プ|メツセージ|ニユース|シヨートステイ|キヤンプ|チヤレンジ|シヨツプ"
    r"|プロジエクト|フエスタ|フアミリ|カフエ|パーテイ|ミーテイング|アクテイブ|サポ一|センタ一|コ一ディ|サ一クル|サ一ビス"
)
# 一, 二 and 卜 among katakana stand for ー, ニ and ト.
_KANJI_FOR_KATAKANA = re.compile(
    r"(?<=[ァ-ヴ])一(?![ヶカケヵ])(?=[ァ-ヴー])|(?<=[ァ-ヴー])二(?=[ァ-ヴー])|(?<=[ァ-ヴー])卜(?![一-鿿])"
)
_HALF_WIDTH = re.compile(r"[｡-ﾟ]+")
_MOJIBAKE = re.compile(r"(?:[縺繧繝譁荳][^\sぁ-ん]?){2,}|(?:[ÃÂãâ][\u0080-\u00bf‚ƒ„…†‡ˆ‰]){2,}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u0080-\u009f]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_RADICAL = re.compile(r"[\u2e80-\u2fdf]")
_COMBINING = re.compile(r"[\u3099\u309a]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_PAIRS = {"（": "）", "(": ")", "「": "」", "『": "』", "【": "】", "〈": "〉", "《": "》", "［": "］"}
_MIXED = re.compile(r"（[^（）()]{0,200}\)|\([^（）()]{0,200}）")
_TAG = re.compile(r"</?(?!br\b)[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,200})?>")
_SAFE = {}


def suspects_in(text):
    """What in a text must be looked at before it is published: "步 (歩?)", "ゆつくり"."""
    found = {}
    for character in set(_IDEOGRAPH.findall(text)):
        if character in _CHINESE_FORMS or not _is_japanese(character):
            better = _BETTER.get(character) or _CHINESE_FORMS.get(character)
            found[f"{character} ({better}?)" if better else character] = None
    for pattern in (_LARGE_KANA, _LARGE_KATAKANA, _KANJI_FOR_KATAKANA, _HALF_WIDTH, _MOJIBAKE):
        for match in pattern.finditer(text):
            found[
                text[max(0, match.start() - 1) : match.end() + 1] if pattern is _KANJI_FOR_KATAKANA else match.group()
            ] = None
    for pattern in (_CONTROL, _PRIVATE, _RADICAL):
        for character in set(pattern.findall(text)):
            found[f"U+{ord(character):04X}"] = None
    if "\ufffd" in text:
        found["U+FFFD"] = None
    return sorted(found)


def _is_japanese(character):
    if character not in _SAFE:
        safe = character in _JAPANESE_ALL_THE_SAME
        if not safe:
            try:
                character.encode("cp932")
                safe = True
            except UnicodeEncodeError:
                safe = False
        _SAFE[character] = safe
    return _SAFE[character]


def look_for_damage(lines, sections):
    """Every Remark about damage, in order of lines."""
    found = []
    for line in lines:
        if line.is_blank:
            continue
        for suspect in suspects_in(line.raw):
            found.append(Remark("suspect_character", (line.number,), suspect, asks=True))
        if has_letters_apart(line.raw.strip()):
            found.append(Remark("letters_apart", (line.number,)))
        if _COMBINING.search(line.raw):
            found.append(Remark("combining_marks", (line.number,)))
        if _MIXED.search(line.raw):
            found.append(Remark("mixed_brackets", (line.number,)))
        tag = _TAG.search(line.raw)
        if tag:
            found.append(Remark("markup", (line.number,), tag.group()))
    for place, section in enumerate(sections):
        found.extend(_heading_without_content(sections, place))
        found.extend(_in_chunks(section))
    return sorted(found, key=lambda remark: remark.lines)


def _heading_without_content(sections, place):
    section = sections[place]
    if not section.heading or not section.is_bare():
        return
    following = sections[place + 1] if place + 1 < len(sections) else None
    expected = section.kind in (Kind.SITUATION, Kind.INITIATIVES, Kind.STATEMENT, Kind.TURN_TO)
    deeper = bool(following and following.level > section.level > 0)
    level = bool(following and section.level and 0 < following.level <= section.level)
    if following is None or level or (expected and not deeper):
        yield Remark("heading_without_content", (section.line,), section.title.plain)


def _in_chunks(section):
    previous = None
    for chunk in section.chunks:
        if isinstance(chunk, Grid):
            yield from _table(chunk)
        elif isinstance(chunk, Bullets):
            for item in chunk.items:
                yield from _cut_lines(item)
                yield from _open_brackets(item)
        else:
            yield from _cut_lines(chunk)
            yield from _open_brackets(chunk)
            if isinstance(previous, Prose) and _stops_short(previous.lines[-1].body):
                yield Remark("sentence_cut", (previous.lines[-1].number, chunk.lines[0].number))
        previous = chunk


def _stops_short(text):
    """A paragraph that goes on after a blank line: it is long, or its last word asks for more."""
    return looks_cut(text) and (len(text) >= 20 or (len(text) >= 8 and bool(re.search(r"[をがにはでとて、]$", text))))


def _cut_lines(prose):
    """A sentence that runs over the end of a line. Lines that are short on purpose (a title) count too."""
    run = []
    if speaker_of([(line.body, line.number) for line in prose.lines]):
        return
    lines = prose.lines[1:] if isinstance(prose, Item) and is_name(without_marks(prose.lines[0])) else prose.lines
    for line, following in pairwise(lines):
        begins_anew = following.bullet or following.symbol or following.ordered
        if looks_cut(line.body) and not begins_anew:
            run.append(line.number)
            if following.number != line.number:
                run.append(following.number)
        elif run:
            yield Remark("sentence_cut", tuple(sorted(set(run))))
            run = []
    if run:
        yield Remark("sentence_cut", tuple(sorted(set(run))))


def _open_brackets(prose):
    text = "".join(line.body for line in prose.lines)
    for left, right in _PAIRS.items():
        if text.count(left) != text.count(right) and not (left in "（(" and _MIXED.search(text)):
            yield Remark("open_bracket", prose.numbers[:1], left + right)


def _table(grid):
    width = len(grid.rows[0])
    for row in grid.rows:
        if len(row) != width:
            yield Remark("table_uneven", (row[0].lines[0],))
        elif row and not row[-1].text:
            yield Remark("table_tail", (row[0].lines[0],))
    for line in grid.lines:
        if line.is_table_rule:
            rules = [cell.strip(" :") for cell in line.raw.strip().strip("|").split("|")]
            if len(rules) != width:
                yield Remark("table_uneven", (line.number,))
            elif len(rules) > 1 and len(rules[-1]) <= 2 < max(len(rule) for rule in rules[:-1]) - 3:
                yield Remark("table_tail", (line.number,))
