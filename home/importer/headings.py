"""What a heading says that follows: the words which councils' plans use for the same things."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from .numbers import LEADING_NUMBER, NUMBER, normalise_number


class Kind(StrEnum):
    CONTENTS = "contents"
    CHAPTER = "chapter"
    PILLAR = "pillar"
    GOAL = "goal"
    STATEMENT = "statement"
    SITUATION = "situation"
    INITIATIVES = "initiatives"
    PHILOSOPHY = "philosophy"
    PERIOD = "period"
    PLAN = "plan"
    STORIES = "stories"
    STORY = "story"
    EXPLAINER = "explainer"
    QUESTIONS = "questions"
    MEMBERS = "members"
    MESSAGES = "messages"
    ACTIVITIES = "activities"
    TURN_TO = "turn_to"
    IMPRINT = "imprint"
    ASIDE = "aside"


# A heading is no longer than this; a longer line can only be a label with its text behind a colon.
LONGEST = 120

# What opens or fills the outline of a plan, and so ends a story.
OUTLINE = {Kind.CHAPTER, Kind.PILLAR, Kind.GOAL, Kind.STATEMENT}
SECTIONS = {Kind.SITUATION, Kind.INITIATIVES}


@dataclass(frozen=True)
class Meaning:
    """`name` is what follows the known word in the same line; `rank` orders words of the outline."""

    kind: Kind
    number: str = ""
    name: str = ""
    rank: int = 0
    side: str = ""
    doubt: str = ""  # "" clear, "assumed" by convention, "unsure" the editor must say
    chapter: bool = False  # written as a chapter (第2章 …), so it stands above any one goal


_SPACE = r"[ \t\u3000]*"
_SEPARATOR = r"[ \t\u3000:：．.、\-－―—｜|]*"
# Between a known word and the text that belongs to it. No 、: 課題、そして… is a sentence.
_GAP = r"[ \t\u3000:：\-－―—｜|]*"
# A name may not begin with a particle: 目標を立てる is a sentence about goals, not a goal.
_PARTICLE = re.compile(
    r"[をにはがのとでへもや](?![ \t\u3000])|について|として|から|まで|など|ごと|別|達成|体系|一覧|設定"
)

# The words that open a part of the outline, and how high they stand.
_OUTLINE_WORDS = (
    (
        Kind.PILLAR,
        20,
        r"(?:計画の|活動の|重点的な|基本的な|取り?組みの|\d+つの)?(?:基本的?方針|重点方針|活動方針|基本柱|柱|方針|分野)",
    ),
    (Kind.PILLAR, 30, r"基本目標|基本的な目標|大目標|基本的?方向性?|基本課題"),
    (
        Kind.GOAL,
        40,
        r"重点目標|活動目標|行動目標|個別目標|施策目標|分野別目標|推進目標|取り?組み?目標|実施目標|中目標|地域目標"
        r"|施策の方向性?|施策の目標|基本施策|重点施策|個別施策|施策|重点項目|推進項目|活動項目|推進施策|取り?組みの方向性?|重点課題",
    ),
    (Kind.GOAL, 45, r"小目標|目標|ゴール"),
)
_OUTLINE = tuple(
    (
        kind,
        rank,
        re.compile(
            rf"^(?:第{_SPACE}(?P<ordinal>[0-9０-９一二三四五六七八九十]+){_SPACE}の{_SPACE})?(?P<word>{words})"
            rf"(?:{_SPACE}(?:その)?(?P<number>{NUMBER}))?(?P<gap>{_GAP})(?P<name>.*)$"
        ),
    )
    for kind, rank, words in _OUTLINE_WORDS
)
_HEADS_INITIATIVES = re.compile(r"施策|基本施策|重点施策|個別施策|推進施策|重点項目|推進項目|活動項目|取り?組み?の方向")
_CHAPTER = re.compile(
    rf"^第{_SPACE}(?P<number>[0-9０-９一二三四五六七八九十]+){_SPACE}(?P<word>部|編|章|節)(?P<gap>{_SEPARATOR})(?P<name>.*)$"
)
_CHAPTER_RANK = {"部": 0, "編": 0, "章": 5, "節": 10}

_STATEMENT = re.compile(
    r"^(?:私たちの|わたしたちの|地域の|この地域で|みんなで|\d+年後の|[０-９]+年後の|この目標で|計画が)?"
    r"(?:(?:目指す|めざす|目ざす|目指したい|ありたい|あるべき)(?:べき)?"
    r"(?:地域|まち|町|暮らし|くらし|社会|将来|数年後)?の?(?:姿|すがた|将来像|方向性?|まち|地域像|地域|社会|ゴール|もの|こと)"
    r"|将来像|(?:数|五|十|\d+|[０-９]+)年後の(?:姿|まち|地域)|ゴールイメージ|目標とする姿|理想の姿|実現したい(?:姿|こと|まち|地域))"
    rf"(?:{_SPACE}(?P<number>{NUMBER}))?(?P<gap>{_GAP})(?P<name>.*)$"
)

_STATE = r"(?:現状|現況|課題|背景|実態|問題点|問題|状況|地域課題|困りごと|困り事)"
_SITUATION = re.compile(
    rf"^(?:[^\s。、:：]{{0,14}}?(?:の|における|をめぐる|を取り巻く|をとりまく|からみえる|から見える|から見えた|から見えてきた|見えてきた|みえてきた|主な|感じる|現在の|これまでの))?"
    rf"{_STATE}(?:{_SPACE}(?:[とや・、／/&＆]|および|及び|から){_SPACE}(?:今後の|主な|地域の|これからの)?"
    rf"(?:{_STATE}|方向性))*(?:について|認識|分析|整理|の分析|の整理|点)?"
    rf"(?P<gap>{_GAP})(?P<name>.*)$"
)
_WHY = re.compile(r"^(?:なぜ(?:取り組む|必要|この).{0,12}|(?:いま|今)、?(?:地域|まち)では.{0,8})$")

_COMMUNITY = re.compile(
    r"(?:この|身近な|各|[^\s、。・]{0,6})?(?:地域|住民|区民|市民|町民|村民|府民|道民|県民|都民|個人|家庭|家族|自分|世帯|ご?近所"
    r"|みんな|皆|みなさん|皆さん|みなさま|わたし|私|一人ひとり|ひとりひとり|一人一人|自治会|町会|町内会|地区|校区|学区"
    r"|民生委員|児童委員|ボランティア|団体|企業|事業者|事業所|商店|学校|NPO|ＮＰＯ|法人|当事者|自助|互助|共助)"
    r"(?:の?(?:住民|団体|法人|みなさん|皆さん|方々|方|人たち|人|個人|グループ|組織|一人ひとり|みんな|たち))*(?:等|など|同士|自身|レベル)?"
)
_COUNCIL = re.compile(r"[^\s、。・]{0,20}(?:社協|社会福祉協議会)(?:事務局|職員)?|本会|当会|本協議会|当協議会|事務局")
# Residents' bodies that bear the council's name.
_DISTRICT_COUNCIL = re.compile(r"[^\s、。・]{0,8}(?:地区|校区|学区|支部)(?:社協|社会福祉協議会)")
_GOVERNMENT = re.compile(
    r"[^\s、。・]{0,8}(?:行政|区|市|町|村|県|都|府|道|国|役所|役場|自治体|公的機関|関係機関|専門機関)(?:等|など)?|公助"
)
_AND = re.compile(r"[・、，,／/＆&]|および|及び|または|そして|(?<=.)[とや](?=.)")
_WHAT = re.compile(
    r"(?:今後の|これからの|主な|主要な|重点的?な?|具体的な?|実施する|推進する|取り?組む|やる|する|行う|おこなう|できる|果たす|期待される|新たな|この)*"
    r"(?:取り?組み?|とりくみ|活動|行動|役割|事業|施策|こと|実践|アクション|支援)"
    r"(?:内容|項目|例|の例|の方向性?|の内容|計画|事項|など|等|の展開)?"
)
_LINK = re.compile(r"(?:にできる|ができる|でできる|がする|でする|による|における|として|では|での|の|が|で|は|に|も)")
_BRACKETED = re.compile(r"^(?P<outer>[^（(]{1,16})[（(](?P<inner>[^（()）]{1,20})[)）]$")
_HELP = re.compile(r"[自互共公]助(?:[・、][自互共公]助)*")
_NO_ONE = re.compile(
    r"^(?:今後の|これからの|主な|主要な|重点的?な?|具体的な?|個別の?|新たな|計画期間中の|本計画の|実施する|推進する)*"
    r"(?:取り?組み?|とりくみ|事業|施策|実施事業|重点事業|活動計画|実施計画|取り?組み?計画|行動計画|アクションプラン)"
    r"(?:内容|項目|の方向性?|の内容|一覧|例|など|等)?$"
)

# 取り組み【地域】
_BESIDE = re.compile(rf"(?:{_WHAT.pattern})[ \t\u3000]*[【（(〈\[［〔](?P<who>[^】）)〉\]］〕]{{1,20}})[】）)〉\]］〕]")
_FIXED = (
    (
        # About the plan as a book: no page type holds it.
        Kind.ASIDE,
        r"はじめに|おわりに|(?:会長)?(?:ごあいさつ|ご挨拶|あいさつ|挨拶)|序文?|巻頭言|発刊に(?:よせて|あたって)|計画とは|進行管理|資料編?|参考資料"
        r"|(?:本)?計画の?(?:策定|位置[づ付]け|推進|体系|構成|概要|評価|趣旨|目的|見直し|進め方)[^。]{{0,16}}|策定の?(?:趣旨|経緯|背景|体制)[^。]{{0,10}}"
        r"|施策の?体系図?|体系図|アンケート(?:調査)?の?結果(?:から)?",
    ),
    (Kind.CONTENTS, r"目{s}次|もくじ|ＣＯＮＴＥＮＴＳ|(?i:contents)"),
    (Kind.PERIOD, r"計画の?期間|計画の期間と.{{0,10}}|期間"),
    (
        Kind.STORIES,
        r"(?:[^。]{{0,14}}(?:地域|まち|街|各地|[区市町村]内?|こんな)(?:で|に|の)?[^。]{{0,24}}(?:取り?組み?|活動|つながり|輪|動き|実践)[^。]{{0,8}}"
        r"(?:広が|ひろが|生まれ|うまれ|始ま|はじま|進ん|育っ|動い|あり|行わ)[^。]{{0,12}}[！!。]?)"
        r"|(?:[^\s。]{{0,10}}の)?(?:取り?組み?|活動|実践|先進|好|地域)?の?(?:事例|実践例|エピソード|ストーリー|物語)(?:集|紹介|の紹介)?"
        r"|(?:[^\s。]{{0,10}}の)?(?:取り?組み?|活動)の?(?:紹介|レポート|報告)|(?:地域|住民|区民|市民|町民|みんな|現場|活動者|参加者|担い手)の声"
        r"|インタビュー|こんな(?:取り?組み?|活動)をしています",
    ),
    (Kind.QUESTIONS, r"(?:よくある質問|Ｑ＆Ａ|Q{s}&{s}A|質問と回答|一問一答)"),
    (
        Kind.MEMBERS,
        r"(?:参加|加盟|構成|協力|登録|所属|加入|賛同)(?:している)?(?:団体|メンバー|法人)(?:の?(?:紹介|一覧))?|[^。]{{0,10}}(?:仲間|メンバー)(?:が|は)?(?:いっぱい|たくさん|紹介|たち)[！!]?|団体紹介",
    ),
    (
        Kind.ACTIVITIES,
        r".*(?:合言葉|合い言葉|モットー|スローガン).*|(?:主な|おもな)活動(?:内容)?|活動内容|こんな活動をしています",
    ),
    (Kind.MESSAGES, r".*(?:メッセージ|ひとこと|一言|からの声)[～〜」！!]*"),
    (
        Kind.TURN_TO,
        r"(?:[^\s。]{{0,8}}の)?(?:相談窓口|相談先|相談機関|相談できる(?:場所|窓口|ところ)|ご?相談は(?:こちら|こちらへ)?|困った(?:とき|時)(?:は|には|の相談先)?"
        r"|参加(?:するには|方法|したい方へ|のしかた)|活動に参加(?:するには|したい方へ)?)",
    ),
    (Kind.IMPRINT, r"お?問い?合わ?せ(?:先|窓口)?|連絡先|発行(?:元|者|日)?|編集(?:・発行)?|奥付"),
)
_FIXED = tuple((kind, re.compile(rf"^(?:{pattern.format(s=_SPACE)})$")) for kind, pattern in _FIXED)

_PHILOSOPHY = re.compile(
    rf"^(?:計画の|本計画の)?(?:基本理念|理念|キャッチフレーズ|計画の愛称)(?P<gap>{_GAP})(?P<name>.*)$"
)
_STORY = re.compile(
    rf"^(?P<kicker>(?:取り?組み?|活動|実践)?(?:事例|実践例|ストーリー|エピソード|レポート|インタビュー|物語|活動紹介|取り?組み紹介|特集)"
    rf"{_SPACE}(?:{NUMBER})?)(?P<gap>[ \t\u3000:：．.、－―—｜|]+)(?P<name>.+)$"
)
_STORY_NUMBERED = re.compile(
    rf"^(?P<kicker>(?:取り?組み?|活動|実践)?(?:事例|実践例|ストーリー|エピソード|レポート|インタビュー){_SPACE}{NUMBER}){_SPACE}(?P<name>.*)$"
)
_EXPLAINER = re.compile(
    rf"^(?:(?:ミニ|ひとくち|用語)?(?:コラム|ＣＯＬＵＭＮ|(?i:column))|用語解説|用語説明|用語の(?:解説|説明)|用語集?|解説|キーワード解説?|豆知識|ワンポイント(?:解説)?|ことばの(?:説明|解説))"
    rf"(?:{_SPACE}(?P<number>{NUMBER}))?(?P<gap>{_GAP})(?P<name>.*)$"
)
_PLAN = re.compile(
    r"^[^。、]{0,30}(?:地域)?(?:福祉|ふくし)[^。、]{0,16}(?:計画|プラン)(?:[^。]{0,20}(?:年度|概要版|素案|案|編|版|[）)」]))?$"
)
_WHAT_IS = re.compile(r"^(?P<name>.{1,30}?)とは(?:何か|何ですか|なに|なんですか)?[？?]?$")


def meaning_of(text):
    """What a heading's words say, or None. `text` is without #, symbols and enclosing brackets."""
    text = text.strip(" \t\u3000*")
    if len(text) > LONGEST and not re.match(r"^[^:：]{1,30}[:：]", text):
        return None
    number, rest = "", text
    led = re.match(rf"^(?P<number>{LEADING_NUMBER}){_SEPARATOR}(?=\S)", text)
    if led:
        number, rest = normalise_number(led["number"]), text[led.end() :]
    return _chapter(text) or _meaning(rest, number) or (_meaning(text, "") if led else None)


def _meaning(text, number):
    short = len(text) <= LONGEST
    return (
        (_fixed(text) if short else None)
        or _outline(text, number)
        # The number before 目指す姿 (4. 目指す姿) counts the parts of a page; one behind it counts goals.
        or _labelled(_STATEMENT, Kind.STATEMENT, text, "")
        or _situation(text, number)
        or initiatives(text, number)
        or _labelled(_PHILOSOPHY, Kind.PHILOSOPHY, text, number)
        or (_story(text) if short else None)
        or _explainer(text, number)
        or (Meaning(Kind.PLAN, name=text) if short and _PLAN.match(text) else None)
    )


def _fixed(text):
    for kind, pattern in _FIXED:
        if pattern.match(text):
            return Meaning(kind)
    return None


def _chapter(text):
    found = _CHAPTER.match(text)
    if not found or (not found["gap"] and _PARTICLE.match(found["name"])):
        return None
    number, name = normalise_number(found["number"]), found["name"].strip()
    within = _meaning(name, "") if name else None
    if within and within.kind != Kind.PLAN:
        return replace(within, number=within.number or number, chapter=True)
    return Meaning(Kind.CHAPTER, number, name, _CHAPTER_RANK[found["word"]], chapter=True)


def _outline(text, number):
    for kind, rank, pattern in _OUTLINE:
        found = pattern.match(text)
        if not found:
            continue
        own, name = found["ordinal"] or found["number"] or "", found["name"].strip()
        if not own and not number and not found["gap"] and name:
            continue  # 方針転換, 目標達成: the word is only part of another
        if not found["gap"] and _PARTICLE.match(name):
            continue
        if not own and not name and found["word"] != "施策" and _HEADS_INITIATIVES.match(found["word"]):
            # 施策の方向, 重点施策 without a name: what is done stands below it.
            return Meaning(Kind.INITIATIVES, number, side="council", doubt="assumed")
        if not own and not number and not name and found["word"] in ("分野", "方針", "柱"):
            continue
        return Meaning(kind, normalise_number(own) or number, name, rank)
    return None


def _labelled(pattern, kind, text, number):
    found = pattern.match(text)
    if not found:
        return None
    name = found["name"].strip()
    own = found.groupdict().get("number") or ""
    if name and not own and not found["gap"]:
        return None
    if not found["gap"] and _PARTICLE.match(name):
        return None
    return Meaning(kind, normalise_number(own) or number, name, 50)


def _situation(text, number):
    if _WHY.match(text):
        return Meaning(Kind.SITUATION, number)
    return _labelled(_SITUATION, Kind.SITUATION, text, number)


def initiatives(text, number=""):
    """Who does what (地域での取り組み, 社協の役割, 主な取組), or None."""
    label, gap, name = text, "", ""
    colon = re.match(r"^([^:：]{2,24})([:：])[ \t\u3000]*(.+)$", text)
    if colon:
        label, gap, name = colon[1].strip(), colon[2], colon[3].strip()
    label = label.strip(" \t\u3000！!")
    bracketed = _BRACKETED.match(label)
    if bracketed:
        # 自助（自分でできること）, 社協の取組（主なもの）
        found = initiatives(bracketed["inner"], number) or initiatives(bracketed["outer"], number)
        return replace(found, name=name) if found else None
    if _HELP.fullmatch(label):
        side = whose(label)
        return Meaning(Kind.INITIATIVES, number, name, side=side[0], doubt=side[1])
    if _NO_ONE.match(label):
        bare = re.fullmatch(r"(?:取り?組み?|とりくみ|事業|施策)(?:内容|の内容|など|等)?", label)
        return Meaning(Kind.INITIATIVES, number, name, side="council", doubt="unsure" if bare else "assumed")
    for link in _LINK.finditer(label):
        who, what = label[: link.start()], label[link.end() :]
        if not who:
            continue
        if what and not _WHAT.fullmatch(what):
            continue
        if not what and link.group() not in ("が", "は", "では"):
            continue
        side = whose(who)
        if side:
            return Meaning(Kind.INITIATIVES, number, name, side=side[0], doubt=side[1])
    beside = _BESIDE.fullmatch(label)
    side = beside and whose(beside["who"])
    if side:
        return Meaning(Kind.INITIATIVES, number, name, side=side[0], doubt=side[1])
    # 社協の「の」 is at times left out: 社協取組
    short = re.fullmatch(r"(.+?)(?:取り?組み?|の役割)", label)
    side = short and whose(short[1])
    if side and not gap:
        return Meaning(Kind.INITIATIVES, number, name, side=side[0], doubt=side[1])
    return None


def whose(who):
    """(side, doubt) for the one who acts, or None when no one known is named."""
    if _DISTRICT_COUNCIL.fullmatch(who):
        return "community", "unsure"
    tokens = [token for token in _AND.split(who) if token]
    sides = {_side(token) for token in tokens}
    if None in sides or not sides:
        # と and や also stand inside words (ひとり, やまと市): then the whole must be one actor.
        sides = {_side(who)}
    if sides == {"community"}:
        return "community", ""
    if None in sides:
        return None
    # 行政 is not the council; a plan of the council still tells it among what the official side does.
    return "council", ("" if sides == {"council"} else "unsure")


def _side(token):
    if _DISTRICT_COUNCIL.fullmatch(token):
        return "community"
    if _COUNCIL.fullmatch(token):
        return "council"
    if _COMMUNITY.fullmatch(token):
        return "community"
    return "government" if _GOVERNMENT.fullmatch(token) else None


def _story(text):
    found = _STORY.match(text) or _STORY_NUMBERED.match(text)
    if not found:
        return None
    return Meaning(Kind.STORY, found["kicker"].strip(), found["name"].strip())


def _explainer(text, number):
    labelled = _labelled(_EXPLAINER, Kind.EXPLAINER, text, number)
    if labelled:
        return labelled
    return Meaning(Kind.EXPLAINER, number, text) if _WHAT_IS.match(text) else None
