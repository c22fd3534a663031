"""`python -m home.sample.draw [name …]` writes the SVGs, and with CairoSVG and Pillow the PNGs."""

import sys
from pathlib import Path

from . import portraits, scenes_goals, scenes_organisations, scenes_stories  # noqa: F401
from .canvas import PICTURES
from .raster import rasterise

folder = Path(__file__).parent.parent / "pictures"
folder.mkdir(exist_ok=True)
for name in sys.argv[1:] or sorted(PICTURES):
    target = folder / f"{name}.svg"
    target.write_text(PICTURES[name]() + "\n", encoding="utf-8")
    rasterise(target)
