"""Who speaks: the lines and brackets that sign a text with role and name."""

import re

from .characters import is_sentence
from .parts import Person, Words

_HONORIFIC = re.compile(r"(?:さん|さま|様|氏|先生|くん|君|ちゃん)$")
_ROLE = re.compile(
    r"(?:員|司|長|代表|理事|主任|職員|スタッフ|ボランティア|コーディネーター|コーディネータ|サポーター|メンバー|リーダー|役員|店主"
    r"|教諭|学生|高校生|中学生|小学生|利用者|参加者|住民|主宰|事務局|担当|世話人|オーナー|係|番|課|部|班|組|者|士|師|家|役|パパ|ママ|保護者|民児協)$"
)
_ORGANISATION = re.compile(
    r"(?:会|法人|センター|クラブ|カフェ|食堂|団体|ネット|ネットワーク|サロン|園|学校|小学校|中学校|高校|大学|社協|の家|広場|ひろば|隊|店|社|協議会|グループ|プロジェクト|ハウス)$"
)
_TITLE = re.compile(
    r"^(?P<organisation>.{2,30}?(?:会|法人|センター|クラブ|カフェ|食堂|団体|ネット|ネットワーク|サロン|園|社協|の家|広場|ひろば|隊|店|グループ))"
    r"(?P<role>共同代表|副代表|代表|副会長|会長|副理事長|理事長|理事|事務局長|事務局|施設長|園長|店長|主宰|部長|スタッフ|職員)$"
)
_ANONYMOUS = re.compile(
    r"^(?:[^\s。、]{0,16}[ \u3000・、])?(?:[0-9０-９一二三四五六七八九]+0?０?十?歳?代|[0-9０-９]{1,3}歳)(?:の)?[ \u3000・、]?[^\s。]{0,10}$"
    r"|^(?:匿名|[A-ZＡ-Ｚ]さん).{0,12}$"
)
_LABEL = re.compile(
    r"^(?:お?話(?:を?(?:伺った|聞いた)(?:方|人)|をしてくれた(?:方|人)|し手)?|語り手|話し手|聞いた人|回答者|談|文|協力)[ \u3000]*[:：／/][ \u3000]*"
)
_DASHES = re.compile(r"^[―—–─\-－~〜～・]{1,3}[ \u3000]*")
_ROUND = re.compile(r"^[（(](.+)[)）]$")
_NAME_THEN_ROLE = re.compile(r"^(?P<name>[^（(]{1,20}?)[ \u3000]*[（(](?P<role>[^（）()]{1,30})[)）]$")
_CLOSING = re.compile(r"[ \u3000]*[（(](?P<inner>[^（）()]{2,50})[)）][。 \u3000]*$")
_GAP = re.compile(r"[ \t\u3000／/]+")
_GIVEN_TO = re.compile(
    r"^(?P<who>.{2,40}?(?:さん|さま|氏|先生))(?:に(?:聞く|きく|聞きました|お話を.{1,8}|インタビュー)|の(?:お?話|声|思い)|から(?:の(?:メッセージ|ひとこと|声))?|より|インタビュー)$"
)
LONGEST_NAME = 40


def speaker_of(lines):
    """The Person signed by these lines, or None. `lines` are (text, line number), the whole signature."""
    texts = [(_unwrapped(text), number) for text, number in lines if text.strip()]
    if not 1 <= len(texts) <= 4 or any(len(text) > 60 or is_sentence(text) for text, _ in texts):
        return None
    named = _name_then_role(texts)
    if named:
        return named
    tokens = [(token, number) for text, number in texts for token in _tokens(text)]
    if not tokens or sum(len(token) for token, _ in tokens) > 80:
        return None
    name, number = tokens.pop()
    if re.search(r"[、。：:！!？?「」]", name) or len(name) > 20:
        return None
    if not _HONORIFIC.search(name):
        return _without_honorific(tokens, name, number)
    if _HONORIFIC.fullmatch(name) or re.fullmatch(r".*(?:みな|皆|たく|お客|お子|子ども|こども)(?:さん|様|さま)", name):
        return None
    if tokens and tokens[-1][1] == number and _is_family_name(tokens[-1][0], name):
        name = f"{tokens.pop()[0]} {name}"
    return _person(Words(name, (number,)), tokens)


def _tokens(text):
    text = re.sub(rf"[ \u3000]+({_HONORIFIC.pattern[:-1]})$", r"\1", text)
    for token in _GAP.split(text):
        role, dot, name = token.rpartition("・")
        if dot and _ROLE.search(role) and _HONORIFIC.search(name):
            yield from (role, name)
        elif token:
            yield token


def is_anonymous(text):
    """（40代 女性）: somebody, but nobody by name."""
    return bool(_ANONYMOUS.match(_unwrapped(text))) and len(text) < 40


def closing_speaker(words):
    """(text without its signature, Person) where a text ends with （role name）; (words, None) where not."""
    found = _CLOSING.search(words.text[-80:])
    if not found:
        return words, None
    person = speaker_of([(found["inner"], words.lines[-1])]) if words.lines else None
    if not person:
        return words, None
    cut = len(words.text) - len(found.group())
    return Words(words.text[:cut], words.lines), person


def closing_anonymous(words):
    """(text, attribution) where a text ends with （40代 女性）."""
    found = _CLOSING.search(words.text[-80:])
    if not found or not is_anonymous(found["inner"]):
        return words, None
    cut = len(words.text) - len(found.group())
    return Words(words.text[:cut], words.lines), Words(found["inner"], words.lines[-1:])


def speaker_in_heading(words):
    """The Person a heading names (山野さんに聞く, 民生委員 山野さん): copies, since the heading keeps its words."""
    found = _GIVEN_TO.match(words.plain)
    text = found["who"] if found else words.plain
    person = speaker_of([(text, 0)])
    if not person:
        return None
    for name in ("name", "role", "organisation_name"):
        value = getattr(person, name)
        setattr(person, name, value.copy() if value else None)
    return person


def _unwrapped(text):
    text = text.strip().replace("**", "")
    text = _DASHES.sub("", _LABEL.sub("", text))
    inner = _ROUND.match(text)
    text = inner[1].strip() if inner else text
    return re.sub(r"(?:のお話|談)$", "", text)


def _name_then_role(texts):
    """山野さん（民生委員）"""
    if len(texts) != 1:
        return None
    text, number = texts[0]
    found = _NAME_THEN_ROLE.match(text)
    if not found or not _HONORIFIC.search(found["name"].strip()):
        return None
    tokens = [(token, number) for token in _GAP.split(found["name"].strip())]
    name = tokens.pop()[0]
    if tokens and _is_family_name(tokens[-1][0], name):
        name = f"{tokens.pop()[0]} {name}"
    tokens += [(token, number) for token in _GAP.split(found["role"].strip())]
    return _person(Words(name, (number,)), tokens)


def _is_family_name(token, given):
    """山野 花子さん: a short token before the name that is neither a role nor an organisation."""
    short = re.fullmatch(
        r"[一-鿿々]{1,2}|[一-鿿々]{2}[木川嵐部田原野山本井口島村谷沢澤崎]|[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,5}", token
    )
    return bool(short) and not _ROLE.search(token) and not _ORGANISATION.search(token) and len(given) <= 7


def _without_honorific(tokens, name, number):
    """保護司 / 山野 花子: only where a role stands right before."""
    if not re.fullmatch(r"[一-鿿々]{1,4}|[ァ-ヺー]{2,8}|[ぁ-ゖ]{2,4}", name) or not tokens:
        return None
    numbers = {number}
    if not _ROLE.search(tokens[-1][0]):
        family, line = tokens.pop()
        if not tokens or not re.fullmatch(r"[一-鿿々]{1,3}", family) or not _ROLE.search(tokens[-1][0]):
            return None
        name = f"{family} {name}"
        numbers.add(line)
    if _ROLE.search(name) or _ORGANISATION.search(name):
        return None
    return _person(Words(name, tuple(sorted(numbers))), tokens)


def _person(name, tokens):
    if len(name.text) > LONGEST_NAME or len(tokens) > 5:
        return None
    if not tokens:
        return Person(name)
    if len(tokens) == 1:
        token, number = tokens[0]
        titled = _TITLE.match(token)
        if titled:
            return Person(name, Words(titled["role"], (number,)), Words(titled["organisation"], (number,)))
        words = Words(token, (number,))
        only_organisation = _ORGANISATION.search(token) and not _ROLE.search(token)
        return Person(name, None, words) if only_organisation else Person(name, words)
    *organisation, (role, role_line) = tokens
    return Person(
        name,
        Words(role, (role_line,)),
        Words(
            " ".join(token for token, _ in organisation),
            tuple(sorted({number for _, number in organisation})),
        ),
    )
