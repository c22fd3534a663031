"""Plain text inside Markdown (CommonMark). Pure."""

import re

# What begins an emphasis, a link, code, HTML or a reference anywhere in a line.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&~|])")
# What begins a heading, a list, a quotation or a rule at a line's beginning.
_AT_BEGINNING = re.compile(r"^(\s*)([#+\-=]|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)
_IN_ADDRESS = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\n": "", "\\": "%5C"})


def escaped(text):
    """Text that is read as what it is."""
    return _ANYWHERE.sub(r"\\\1", text)


def escaped_line(line):
    """The same for finished inline Markdown that a block begins with."""

    def replace(match):
        mark = match[2]
        return f"{match[1]}{mark}\\" if mark[0].isdigit() else f"{match[1]}\\{mark}"

    return _AT_BEGINNING.sub(replace, line)


def escaped_address(url):
    return url.translate(_IN_ADDRESS)
