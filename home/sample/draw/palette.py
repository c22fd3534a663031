"""The few colours every picture is made of."""

PAPER, WHITE, INK = "#fbf8f2", "#ffffff", "#1f2328"
GREEN, GREEN_MID, GREEN_SOFT, GREEN_PALE = "#115a36", "#5b9a78", "#bfd8c8", "#e3eee4"
ORANGE, ORANGE_MID, ORANGE_SOFT, ORANGE_PALE = "#c74700", "#e58a52", "#f5cfb4", "#fae8d9"
GREY_PALE, GREY_SOFT, GREY, SLATE = "#efebe3", "#d8d4cb", "#a19f99", "#4a5157"
YELLOW = "#eac25a"  # only the card that means "please slow down"
WOOD, WOOD_SOFT = "#b98a62", "#dcbf9f"

SKINS = ["#f5d6bd", "#eabf9a", "#cf9568", "#9a6442", "#6a432d"]
BLACK, BROWN, CHESTNUT, SILVER, SNOW = "#23252a", "#40302a", "#7a4b30", "#b4b1ab", "#e2dfd8"


def mix(first, second, share):
    """The colour that lies `share` of the way from the first to the second."""
    one, two = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (first, second))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(one, two, strict=False))


def shade(colour, share=0.12):
    """A little darker: the far arm, the far leg, the inside of a thing."""
    return mix(colour, INK, share)


def tint(colour, share=0.5):
    """A little nearer to the paper."""
    return mix(colour, PAPER, share)
