"""``manage.py measure_pictures``: what each format and quality weighs, how long it takes, and how near it comes."""

import io
from pathlib import Path
from statistics import mean
from time import process_time

from django.core.management.base import BaseCommand, CommandError
from PIL import Image, ImageMath, ImageOps

QUALITIES = {"jpeg": (70, 76, 82), "webp": (60, 70, 76, 80), "avif": (45, 50, 55, 61, 70)}
WIDTHS = (480, 960, 1600)
_OPTIONS = {"jpeg": {"progressive": True, "optimize": True}}
# Windows of SSIM (Wang and others, 2004) without overlap: near enough to compare, and Pillow alone can do it.
_WINDOW = 8
_STEADY_MEAN, _STEADY_SPREAD = (0.01 * 255) ** 2, (0.03 * 255) ** 2


class Command(BaseCommand):
    help = "Encodes pictures in each format and quality: kilobytes, milliseconds of processor time, and SSIM (1: the same)."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, help="photographs and drawings to measure")
        parser.add_argument("--widths", nargs="+", type=int, default=WIDTHS, help="in pixels; none is made wider")

    def handle(self, *, files, widths, **options):
        originals = [_opened(path) for path in files]
        for width in widths:
            pictures = [_at_width(each, width) for each in originals]
            self.stdout.write(f"{width} pixels wide at most, {len(pictures)} pictures, means:")
            for name, qualities in QUALITIES.items():
                for quality in qualities:
                    weight, took, likeness = map(
                        mean, zip(*[_encode(each, name, quality) for each in pictures], strict=True)
                    )
                    self.stdout.write(f"  {name} {quality}: {weight:6.1f} KB {took:6.0f} ms  SSIM {likeness:.4f}")


def _opened(path):
    try:
        with Image.open(path) as picture:
            return ImageOps.exif_transpose(picture).convert("RGB")
    except OSError as error:
        raise CommandError(f"{path} is no picture: {error}") from error


def _at_width(picture, width):
    if picture.width <= width:
        return picture
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _encode(picture, name, quality):
    """``(KB, ms, SSIM)``"""
    out = io.BytesIO()
    start = process_time()
    picture.save(out, name.upper(), quality=quality, **_OPTIONS.get(name, {}))
    took = (process_time() - start) * 1000
    return len(out.getvalue()) / 1000, took, ssim(picture, Image.open(out))


def ssim(one, other):
    """How alike two pictures of one size are in their lightness: 1 for the same."""
    first, second = (each.convert("L").convert("F") for each in (one, other))
    mean_of = [each.reduce(_WINDOW) for each in (first, second)]
    square_of = [_product(each, each).reduce(_WINDOW) for each in (first, second)]
    both = _product(first, second).reduce(_WINDOW)
    likeness = ImageMath.lambda_eval(
        lambda of: (
            ((of["a"] * of["b"] * 2 + _STEADY_MEAN) * ((of["ab"] - of["a"] * of["b"]) * 2 + _STEADY_SPREAD))
            / (
                (of["a"] * of["a"] + of["b"] * of["b"] + _STEADY_MEAN)
                * (of["aa"] - of["a"] * of["a"] + of["bb"] - of["b"] * of["b"] + _STEADY_SPREAD)
            )
        ),
        a=mean_of[0],
        b=mean_of[1],
        aa=square_of[0],
        bb=square_of[1],
        ab=both,
    )
    return mean(likeness.get_flattened_data())


def _product(one, other):
    return ImageMath.lambda_eval(lambda of: of["a"] * of["b"], a=one, b=other)
