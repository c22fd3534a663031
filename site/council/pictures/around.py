"""Wagtail's ``fill`` keeps a face where it stood, at the edge of a group; a portrait has it in its middle."""

from wagtail import hooks
from wagtail.images.image_operations import TransformOperation
from wagtail.images.rect import Rect

# The cut is this many times as wide as the focal area, so that hair and shoulders are in it …
_ROOM = 2
# … and no narrower than this many pixels, however small somebody has drawn that area.
_LEAST = 288


class AroundOperation(TransformOperation):
    """``around-144``: a square of 144 pixels with the focal area in its middle; without one, with that of the picture."""

    vary_fields = ("focal_point_width", "focal_point_height", "focal_point_x", "focal_point_y")

    def construct(self, size):
        self.size = int(size)

    def run(self, transform, image):
        width, height = transform.size
        focus = image.get_focal_point()
        x, y = focus.centroid if focus else (width / 2, height / 2)
        side = min(width, height)
        if focus:
            side = min(side, max(_ROOM * focus.width, _ROOM * focus.height, _LEAST))
        side = int(side)
        left, top = (round(max(0, min(at - side / 2, end - side))) for at, end in ((x, width), (y, height)))
        transform = transform.crop(Rect(left, top, left + side, top + side))
        return transform.resize((self.size, self.size)) if side > self.size else transform


@hooks.register("register_image_operations")
def register_around():
    return [("around", AroundOperation)]
