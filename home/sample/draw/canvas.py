"""The register of pictures: every scene puts itself in under its file's name."""

from . import palette as p
from .svg import rect, tag

PICTURES = {}


def picture(name, width=1600, height=1000, paper=p.PAPER):
    """Register a function that returns the parts of a picture."""

    def register(draw):
        def whole():
            parts = "".join(draw(width, height))
            ground = rect(0, 0, width, height, paper) if paper else ""
            return tag(
                "svg",
                ground + parts,
                xmlns="http://www.w3.org/2000/svg",
                viewBox=f"0 0 {width} {height}",
                width=width,
                height=height,
            )

        PICTURES[name] = whole
        return draw

    return register


def spot(x, y, scale, local, left=False):
    """Where a point of a figure lies in the picture: its hand, for the thread."""
    return (x + (-1 if left else 1) * local[0] * scale, y + local[1] * scale)
