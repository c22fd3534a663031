"""A title in lines: as large as it fits, the lines about equally long."""

from dataclasses import dataclass

from council.language.phrases import phrases_of, signs_of

ELLIPSIS = "…"
_STOPS = frozenset("、。，．,.:;：；!?！？")
# A line may end short where the sentence takes a breath.
_AFTER_A_STOP = 0.25


@dataclass(frozen=True)
class Setting:
    """Lines of text in one size; ``font`` is Pillow's."""

    lines: list[str]
    font: object
    size: int


def set_lines(text, language_code, sizes, width, most_lines, font_of):
    """The text in the largest of the sizes in which it takes no more lines than that size may have.

    Args:
        text: One line of plain text.
        sizes: Pixels, the largest first.
        width: Pixels.
        most_lines: ``{size: number of lines}``.
        font_of: A function from a size to a font, or to ``None`` where there is none for this text.

    Returns:
        A `Setting`, in the smallest size cut short with an ellipsis; ``None`` without a font.
    """
    pieces = phrases_of(" ".join(text.split()), language_code)
    for size in sizes:
        font = font_of(size)
        if font is None:
            return None
        lines = _balanced(_that_fit(pieces, font, width), font, width)
        if len(lines) <= most_lines[size]:
            return Setting(lines, font, size)
    lines = lines[: most_lines[size]]
    lines[-1] = _cut_short(lines[-1], font, width)
    return Setting(lines, font, size)


def _that_fit(pieces, font, width):
    """The pieces, those that are wider than a line taken apart further, in the end between any two signs."""
    for piece in pieces:
        if font.getlength(piece.rstrip()) <= width:
            yield piece
            continue
        for part in signs_of(piece):
            if font.getlength(part.rstrip()) <= width:
                yield part
            else:
                yield from part


def _balanced(pieces, font, width):
    """As few lines as there can be, and of all ways to have so few the most even one."""
    pieces = list(pieces)
    # best[n]: (number of lines, unevenness, where the last line begins) of the first n pieces.
    best = [(0, 0, 0)]
    for end in range(1, len(pieces) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            length = font.getlength("".join(pieces[start:end]).rstrip())
            if length > width and start < end - 1:
                break
            rest = (width - length) ** 2 * (_AFTER_A_STOP if pieces[end - 1].rstrip()[-1:] in _STOPS else 1)
            ways.append((best[start][0] + 1, best[start][1] + rest, start))
        best.append(min(ways))
    lines, end = [], len(pieces)
    while end:
        start = best[end][2]
        lines.insert(0, "".join(pieces[start:end]).rstrip())
        end = start
    return lines


def _cut_short(line, font, width):
    while line and font.getlength(line + ELLIPSIS) > width:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
