"""Kana: one script for the other, and the Roman letters that people type for either."""

HIRAGANA = "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ"
KATAKANA = "ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ"
_TO_HIRAGANA = str.maketrans(KATAKANA, HIRAGANA)
_TO_KATAKANA = str.maketrans(HIRAGANA, KATAKANA)
_KANA = frozenset(HIRAGANA + KATAKANA + "ー")

# Hepburn, Kunrei and what keyboards take; the longest match counts. ISO 3602, and the Ministry's table of 1954.
_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ", "t": "タチツテト",
    "d": "ダヂヅデド", "n": "ナニヌネノ", "h": "ハヒフヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ",
    "r": "ラリルレロ", "l": "ラリルレロ",
}  # fmt: skip
_OTHERS = {
    "dzu": "ヅ", "dji": "ヂ", "ya": "ヤ", "yu": "ユ", "yo": "ヨ", "wa": "ワ", "wo": "ヲ", "fu": "フ", "shi": "シ", "chi": "チ", "tsu": "ツ", "ji": "ジ",
    "fa": "ファ", "fi": "フィ", "fe": "フェ", "fo": "フォ", "va": "バ", "vi": "ビ", "vu": "ブ", "ve": "ベ", "vo": "ボ",
    "je": "ジェ", "she": "シェ", "che": "チェ", "thi": "ティ", "dhi": "ディ", "wi": "ウィ", "we": "ウェ", "tsa": "ツァ",
}  # fmt: skip
_CONTRACTED = {
    "ky": "キ", "gy": "ギ", "sy": "シ", "sh": "シ", "zy": "ジ", "j": "ジ", "jy": "ジ", "ty": "チ", "ch": "チ", "cy": "チ", "ny": "ニ",
    "hy": "ヒ", "by": "ビ", "py": "ピ", "my": "ミ", "ry": "リ", "ly": "リ",
}  # fmt: skip
_SYLLABLES = {
    **{row + vowel: kana[place] for row, kana in _ROWS.items() for place, vowel in enumerate("aiueo")},
    **{
        row + vowel: kana + small
        for row, kana in _CONTRACTED.items()
        for vowel, small in zip("auo", "ャュョ", strict=True)
    },
    **_OTHERS,
}
_LONG = str.maketrans({"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee", "ō": "ou", "â": "aa", "î": "ii", "û": "uu", "ê": "ee", "ô": "ou"})  # fmt: skip


def hiragana(text):
    return text.translate(_TO_HIRAGANA)


def katakana(text):
    return text.translate(_TO_KATAKANA)


def is_kana(text):
    """Whether a text is kana and nothing else; not so an empty one."""
    return bool(text) and all(sign in _KANA for sign in text)


def kana_of_romaji(text):
    """A word in Roman letters in katakana, or ``""`` where it is none: ``kodomo`` → コドモ, ``network`` → nothing.

    Long vowels may be written with a macron, doubled, or as kana have them: see `sound`.
    """
    word = text.lower().translate(_LONG).replace("'", "’").replace("-", "")
    kana, place = [], 0
    while place < len(word):
        here = word[place]
        following = word[place + 1 : place + 2]
        if here == following and here in "kstpgdbzjcfh":
            kana.append("ッ")
            place += 1
            continue
        if here == "t" and word[place : place + 3] == "tch":
            kana.append("ッ")
            place += 1
            continue
        syllable = next(
            (word[place : place + length] for length in (3, 2, 1) if word[place : place + length] in _SYLLABLES), None
        )
        if syllable:
            kana.append(_SYLLABLES[syllable])
            place += len(syllable)
        elif here == "n" or (here == "m" and following in tuple("bpm")):
            kana.append("ン")
            place += 2 if word[place : place + 2] in ("nn", "n’") else 1
        elif here == "’":
            place += 1
        else:
            return ""
    return "".join(kana)


_SAME_SOUND = str.maketrans("ヂヅヲ", "ジズオ")
_VOWEL_ROWS = {vowel: frozenset(signs) for vowel, signs in {
    "ア": "アカガサザタダナハバパマヤラワァャヮ", "イ": "イキギシジチヂニヒビピミリィ", "ウ": "ウクグスズツヅヌフブプムユルゥュ",
    "エ": "エケゲセゼテデネヘベペメレェ", "オ": "オコゴソゾトドノホボポモヨロヲォョ",
}.items()}  # fmt: skip


def sound(reading):
    """A reading, in katakana, by which words that sound alike are the same.

    Long vowels go: コウリュウ, コーリュー and the コリュ that many write in Roman letters are one; ヂ is ジ and ヅ is ズ.
    """
    kept = []
    for sign in katakana(reading).translate(_SAME_SOUND):
        before = kept[-1] if kept else ""
        if sign == "ー":
            continue
        if before and sign in _VOWEL_ROWS and before in _VOWEL_ROWS[sign]:
            continue
        if sign == "ウ" and before in _VOWEL_ROWS["オ"]:
            continue
        if sign == "イ" and before in _VOWEL_ROWS["エ"]:
            continue
        kept.append(sign)
    return "".join(kept)
