"""How large a picture is shown in each place, and what is made of it for that."""

from dataclasses import dataclass

# What browsers choose from, the smallest file first; see docs/decisions/0013-pictures.md for what each weighs and costs.
MODERN_FORMATS = ("avif", "webp")
# For browsers that know neither, and for all else that reads an address: one size of it is enough.
PLAIN_FORMAT = "jpeg"


@dataclass(frozen=True)
class Preset:
    """A place in the layout.

    Attributes:
        operation: Wagtail's way to make it smaller: ``width``, ``max``, ``fill``, which keeps the focal point in, or our ``around``.
        boxes: ``(width, height)`` in pixels, smallest first; of ``width`` and ``around`` the height is 0.
        sizes: the ``sizes`` attribute: how wide the picture stands in the layout.
        plain: which of the boxes the JPEG has.
    """

    operation: str
    boxes: tuple[tuple[int, int], ...]
    sizes: str
    plain: int = 0

    def rule(self, box):
        """The box as Wagtail's filter writes it."""
        width, height = box
        return f"{self.operation}-{width}" + (f"x{height}" if height else "")

    def specs(self):
        """Every filter of the preset, in the order in which it is worth having them."""
        return [_spec(self.rule(self.boxes[self.plain]), PLAIN_FORMAT)] + [
            _spec(self.rule(box), name) for name in reversed(MODERN_FORMATS) for box in self.boxes
        ]

    def specs_for(self, image):
        """Those that differ for an image: of one that is smaller than a box, every larger box gives the same again."""
        boxes = self.boxes[:1] + tuple(
            box for smaller, box in zip(self.boxes, self.boxes[1:], strict=False) if self._is_larger(image, smaller)
        )
        plain = min(self.plain, len(boxes) - 1)
        return [_spec(self.rule(boxes[plain]), PLAIN_FORMAT)] + [
            _spec(self.rule(box), name) for name in reversed(MODERN_FORMATS) for box in boxes
        ]

    def _is_larger(self, image, box):
        """Whether a larger box would give a larger picture: ``fill`` takes both sides of it, ``max`` the one that is too long."""
        width, height = box
        sides = (image.width > width, image.height > (width if self.operation == "around" else height))
        return any(sides) if self.operation == "max" else all(sides)


PRESETS = {
    "hero": Preset("width", ((640, 0), (1040, 0), (1600, 0)), "(min-width: 75rem) 72rem, 100vw", plain=1),
    "wall": Preset("width", ((480, 0), (960, 0)), "(min-width: 64rem) 52vw, 100vw", plain=1),
    "wide": Preset("width", ((480, 0), (960, 0)), "(min-width: 64rem) 52rem, (min-width: 48rem) 42rem, 100vw", plain=1),
    "card": Preset("fill", ((400, 250), (800, 500)), "(min-width: 64rem) 22rem, (min-width: 40rem) 46vw, 100vw"),
    "portrait": Preset("around", ((144, 0), (288, 0)), "9rem"),
    "logo": Preset("max", ((160, 80), (320, 160)), "10rem", plain=1),
}


def format_of(spec):
    """``avif`` of ``width-640|format-avif``."""
    return spec.rpartition("|format-")[2]


def all_specs():
    """Every filter of every preset, each once: also those that only pictures have that are smaller than their place."""
    plain = (_spec(each.rule(box), PLAIN_FORMAT) for each in PRESETS.values() for box in each.boxes[: each.plain])
    return list(dict.fromkeys([*(spec for each in PRESETS.values() for spec in each.specs()), *plain]))


def _spec(rule, name):
    return f"{rule}|format-{name}"
