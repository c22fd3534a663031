"""SVG to a small palette PNG. Needs CairoSVG and Pillow, which the site itself does not."""

import io
from collections import Counter


def rasterise(svg, flat=112, blends=80):
    """Write the PNG beside the SVG; leave it when the two libraries are missing.

    The palette holds the fills as they are and, for the edges, what a median cut makes of the rest.
    """
    try:
        import cairosvg
        from PIL import Image
    except ImportError:
        return
    if svg.stem == "logo":  # stays see-through
        cairosvg.svg2png(url=str(svg), write_to=str(svg.with_suffix(".png")), output_width=480)
        return
    image = Image.open(io.BytesIO(cairosvg.svg2png(url=str(svg)))).convert("RGB")
    counted = Counter(image.getdata())
    fills = [colour for colour, _ in counted.most_common(flat)]
    rest = [colour for colour in counted if colour not in set(fills)]
    edges = Image.new("RGB", (len(rest) or 1, 1))
    edges.putdata(rest)
    mixed = edges.quantize(blends, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    index = {colour: i for i, colour in enumerate(fills)}
    index.update(zip(rest, (len(fills) + i for i in mixed.getdata()), strict=False))
    result = Image.new("P", image.size)
    result.putpalette([value for colour in fills for value in colour] + mixed.getpalette()[: blends * 3])
    result.putdata([index[colour] for colour in image.getdata()])
    result.save(svg.with_suffix(".png"), optimize=True)
