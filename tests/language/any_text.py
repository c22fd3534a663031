"""Texts that nobody writes, for what has to take any string."""

import random
import time

LENGTH = 10_000
ALPHABETS = {
    "english": "abcdefghijklmnopqrstuvwxyz'’-., \n",
    "hyphens": "a-",
    "dots": "a.",
    "commas": "1,0",
    "one word": "e",
    "marks": "e\u0301\u0323",
    "chinese": "社会福祉协议的和服务在東京志工網路，。 ",
    "one character": "的",
    "two characters": "協议会",
    "korean": "협의회사회복지의은을에서하는 ",
    "thai": "สวัสดิการผู้อายุ ",
    "nepali": "हिन्दीशिक्षा ",
    "emoji": "👩‍👩‍👧🏽🇯🇵\ufe0f ",
    "surrogates": "\ud800\udfffa",
    "controls": "\x00\x07\u200b\u202ea\n",
    "compatibility": "㌔㍿ﬁⅧ①ｶﾞ",
}


def any_texts():
    """``{name: text}``, each of 10,000 signs, always the same."""
    dice = random.Random(7)
    texts = {name: "".join(dice.choices(alphabet, k=LENGTH)) for name, alphabet in ALPHABETS.items()}
    texts["everything"] = "".join(chr(dice.randrange(0x110000)) for _ in range(LENGTH))
    texts["empty"] = ""
    return texts


def faults_of(tokens, text):
    """What is wrong with the words of a text, as sentences; also that they took longer than their number allows."""
    start = time.process_time()
    found = tokens(text)
    faults = ["took more than two seconds"] if time.process_time() - start > 2 else []
    place = 0
    for token in found:
        if not place <= token.start < token.end <= len(text):
            faults.append(f"{token} is not where a word can stand")
        if not token.forms or not all(form.isalnum() for form in token.forms):
            faults.append(f"{token} has a form that is none")
        place = token.start
    if found and (found[0].joined or found[0].follows):
        faults.append("the first word follows another")
    return faults
