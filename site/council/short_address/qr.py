"""QR codes, all made the same way: error correction M (a crease or a stain does no harm), four modules of quiet zone."""

import io

import segno

QUIET_ZONE = 4
# Pixels a module: a code of 33 modules is then 820 pixels wide, enough for 7 cm in print.
PNG_SCALE = 20


def inline_svg(address):
    """For a page: no size of its own, coloured by ``currentColor`` where the style says so."""
    return _code(address).svg_inline(scale=1, border=QUIET_ZONE, omitsize=True, svgclass="qr", lineclass=None)


def svg_file(address):
    """A file of its own, black on white, as bytes."""
    return _save(address, kind="svg", scale=PNG_SCALE, light="white", xmldecl=True)


def png_file(address):
    """A file of its own, black on white, as bytes."""
    return _save(address, kind="png", scale=PNG_SCALE, light="white")


def _save(address, **options):
    out = io.BytesIO()
    _code(address).save(out, border=QUIET_ZONE, **options)
    return out.getvalue()


def _code(address):
    return segno.make(address, error="m", micro=False, boost_error=False)
