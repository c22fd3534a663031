"""HTML of this site's pages as Markdown (CommonMark, with the tables of GFM). Pure.

Headings, paragraphs, lists, links, quotations, tables, terms and their meanings, pictures by their alternative text. What
readers do not read (icons, codes, forms, what is hidden) is left out.
"""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from council.markdown.escape import escaped, escaped_address, escaped_line

_LEFT_OUT = {"script", "style", "svg", "form", "button", "template", "noscript", "rt", "rp", "nav"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "section"),
    *("summary", "table", "ul"),
}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\\\n"


def to_markdown(html, address):
    """The Markdown of a piece of HTML, its links made absolute from ``address``; ends with a line's end."""
    return "\n\n".join(_Converter(address).blocks(BeautifulSoup(html, "html.parser"))) + "\n"


class _Converter:
    def __init__(self, address):
        self.address = address

    def blocks(self, parent):
        """The blocks inside an element, each without a blank line at its ends."""
        found, run = [], []
        for child in parent.children:
            if _is_block(child):
                found += [*self._paragraph(run), *self._block(child)]
                run = []
            else:
                run.append(child)
        return [*found, *self._paragraph(run)]

    def _paragraph(self, run):
        text = self._inline(run)
        return [escaped_line(text)] if text else []

    def _block(self, tag):
        name = tag.name
        if _is_left_out(tag):
            return []
        if name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            text = self._inline(tag.children).replace(_BREAK, " ")
            return [f"{'#' * int(name[1])} {text}"] if text else []
        if name in {"ul", "ol"}:
            return self._list(tag)
        if name == "blockquote":
            return _quoted(self.blocks(tag))
        if name == "table":
            return self._table(tag)
        if name == "dt":
            text = self._inline(tag.children)
            return [f"**{text}**"] if text else []
        if name == "hr":
            return ["---"]
        return self.blocks(tag)

    def _list(self, tag):
        items = []
        for place, item in enumerate(tag.find_all("li", recursive=False), _start_of(tag)):
            inside = "\n\n".join(self.blocks(item))
            if inside:
                mark = f"{place}. " if tag.name == "ol" and not tag.has_attr("reversed") else "- "
                items.append(mark + inside.replace("\n", "\n" + " " * len(mark)))
        loose = any("\n\n" in item for item in items)
        return [("\n\n" if loose else "\n").join(_without_blanks(item) for item in items)] if items else []

    def _table(self, tag):
        rows = [
            [self._inline(cell.children).replace(_BREAK, " ") for cell in row.find_all(["th", "td"])]
            for row in tag.find_all("tr")
        ]
        rows = [row for row in rows if row]
        if not rows:
            return []
        width = max(map(len, rows))
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        lines.insert(1, "|" + " --- |" * width)
        caption = tag.find("caption")
        words = self._inline(caption.children) if caption else ""
        return [*([f"**{words}**"] if words else []), "\n".join(lines)]

    def _inline(self, children):
        return _tidy(self._joined(children))

    def _joined(self, children):
        """Two emphasised pieces of one kind side by side are one: their marks would meet, and be read as text."""
        made = ""
        for piece in map(self._piece, children):
            mark = next((each for each in ("**", "*") if made.endswith(each) and piece.startswith(each)), "")
            is_same = (
                mark and not made.endswith("\\" + mark) and _stars_at_end(made) == _stars_at_start(piece) == len(mark)
            )
            made = made[: -len(mark)] + piece[len(mark) :] if is_same else made + piece
        return made

    def _piece(self, node):
        if isinstance(node, PreformattedString):
            return ""
        if isinstance(node, NavigableString):
            words = escaped(_SPACE.sub(" ", node))
            # Before a link it would make a picture of it.
            return f"{words[:-1]}\\!" if words.endswith("!") else words
        if not isinstance(node, Tag) or _is_left_out(node):
            return ""
        if node.name == "br":
            return "\0"
        if node.name == "img":
            alt = escaped(node.get("alt", "").strip())
            return f"![{alt}]({self._absolute(node.get('src', ''))})" if alt else ""
        inside = self._joined(node.children)
        if node.name == "a" and node.get("href"):
            words = _tidy(inside).replace(_BREAK, " ")
            return f"[{words}]({self._absolute(node['href'])})" if words else ""
        if node.name in {"b", "strong", "em", "i"} and inside.strip():
            return _emphasised(inside, "**" if node.name in {"b", "strong"} else "*")
        return f" {inside} " if _is_block(node) else inside

    def _absolute(self, url):
        try:
            return escaped_address(urljoin(self.address, url))
        except ValueError:
            # No address, as http://[here]/ is none: it stands as the page has it.
            return escaped_address(url)


def _is_block(node):
    return isinstance(node, Tag) and (node.name in _BLOCKS or any(_is_block(child) for child in node.children))


def _is_left_out(tag):
    classes = set(tag.get("class", ()))
    return (
        tag.name in _LEFT_OUT or tag.has_attr("hidden") or tag.get("aria-hidden") == "true" or "print-only" in classes
    )


def _quoted(blocks):
    text = "\n\n".join(blocks)
    return ["\n".join(f"> {line}".rstrip() for line in text.split("\n"))] if text else []


def _emphasised(inside, mark):
    """The marks stand against the words, spaces outside: else they are no marks."""
    words = inside.strip()
    before, after = inside[: len(inside) - len(inside.lstrip())], inside[len(inside.rstrip()) :]
    return f"{before}{mark}{words}{mark}{after}"


def _stars_at_end(text):
    return len(text) - len(text.rstrip("*"))


def _stars_at_start(text):
    return len(text) - len(text.lstrip("*"))


def _start_of(tag):
    """Where a list begins to count; Markdown knows no numbers below 0."""
    start = tag.get("start", "").strip()
    return int(start) if start.isascii() and start.isdecimal() and len(start) < 10 else 1


def _tidy(text):
    """Single spaces, none at the ends, line breaks as Markdown has them."""
    lines = [_SPACE.sub(" ", line).strip(" ") for line in text.split("\0")]
    return _BREAK.join(line for line in lines if line)


def _without_blanks(text):
    return "\n".join(line.rstrip() for line in text.split("\n"))
