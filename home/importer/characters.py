"""Which characters count: what is white space, what is a mark, and how text is compared."""

import re

SPACES = re.compile(r"[\s\u200b\u2060\ufeff\u00ad]+")
# Markdown's own marks: they say what a line is, and are no text.
MARKDOWN = re.compile(r"<br\s*/?>|[#*|_`>]", re.IGNORECASE)
# Marks that print uses for the same purpose: bullets, brackets round a heading, numbers before it. They are
# set aside where a field holds the words without them, and the report says so.
PRINT_MARK = re.compile(
    r"[-+=~\\■□◆◇▼▽▲△★☆◎▶►▷❖●○◯〇・･·•‣▪●．.、。，,:：;；―—–－‐ー−～〜…‥"
    r"()（）\[\]［］【】〈〉《》≪≫＜＞〔〕「」『』｜＃0-9０-９①-⑳⑴-⒇Ⅰ-Ⅻⅰ-ⅻ❶-❿]"
)
SENTENCE_END = re.compile(r"[。．.！？!?…♪☆]\s*[」』）)】]*$|[」』]$")
URL = re.compile(r"https?://[\w.\-/?=&%#~:+@!$,;]+", re.ASCII)
QUOTED = re.compile(r"^[「『].*[」』]$", re.DOTALL)


def squeeze(text):
    """The characters that must be somewhere: without white space and Markdown's marks."""
    return SPACES.sub("", MARKDOWN.sub("", text))


def is_sentence(text):
    """Ends as a sentence does."""
    return bool(SENTENCE_END.search(text.strip().removesuffix("**")))


def looks_cut(text):
    """Ends in the middle: neither a stop nor a closing bracket."""
    end = text.rstrip().removesuffix("**")
    return bool(end) and not re.search(r"[。．！？!?…♪」』）)】\]：:]$", end)


def join_lines(texts):
    """Lines of one paragraph → one text. Japanese is joined without a space, Latin words with one."""
    joined = ""
    for text in texts:
        text = text.strip()
        if joined and text and re.match(r"[0-9A-Za-z,.;]", joined[-1]) and re.match(r"[0-9A-Za-z]", text):
            joined += " "
        joined += text
    return joined
