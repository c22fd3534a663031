"""What a picture's file says beside the picture is taken out before it is kept: where a photograph was taken, with which
telephone, by whom, and the film that some telephones hang behind it. Nothing of that is for readers. Pure.

The picture itself is copied byte by byte. Only one that the camera says to turn is written anew, standing upright, so that
nothing later has to know of it; and AVIF, whose parts refer to each other by place.
"""

import io
import struct

from PIL import Image, ImageOps

_ORIENTATION = 0x0112
# Colour profiles and how the picture is to be read; GIF's with its number of rounds.
_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_PNG_KEPT = {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"}
_WEBP_DROPPED = {b"EXIF", b"XMP "}
_WEBP_FLAGS_DROPPED = 0x08 | 0x04
_GIF_KEPT = {b"NETSCAPE2.0", b"ANIMEXTS1.0"}
# Nearly what the camera gave: the picture is made smaller from it later.
_QUALITY = 95


def without_metadata(data):
    """A picture's file without anything but the picture, upright.

    Args:
        data: the bytes of a JPEG, PNG, WebP, GIF or AVIF file.

    Returns:
        Bytes; the same object where nothing had to go, and for any other kind of file.

    Raises:
        OSError: the file is no picture, or ends too early.
    """
    with Image.open(io.BytesIO(data)) as picture:
        name = picture.format
        if picture.getexif().get(_ORIENTATION, 1) != 1 and not getattr(picture, "is_animated", False):
            return _written_anew(ImageOps.exif_transpose(picture), name, picture.info.get("icc_profile"))
        if name == "AVIF" and ({"exif", "xmp"} & set(picture.info)) and not picture.is_animated:
            return _written_anew(picture, name, picture.info.get("icc_profile"))
    cleaners = {"JPEG": _jpeg, "MPO": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}
    try:
        clean = b"".join(cleaners[name](data)) if name in cleaners else data
    except (IndexError, struct.error) as error:
        raise OSError("The file ends too early.") from error
    return data if clean == data else clean


def _written_anew(picture, name, profile):
    out = io.BytesIO()
    picture.info.pop("exif", None)
    picture.info.pop("xmp", None)
    options = {"icc_profile": profile} if profile else {}
    if name in {"JPEG", "MPO"}:
        name, options = "JPEG", {**options, "subsampling": 0}
    picture.save(out, name, quality=_QUALITY, exif=b"", **options)
    return out.getvalue()


def _jpeg(data):
    """Segment by segment (ITU T.81, annex B) to the end of the picture; what hangs behind that is not copied."""
    yield data[:2]
    place = 2
    while True:
        if data[place] != 0xFF:
            raise OSError("The file is no JPEG.")
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == 0xD9:
            yield data[place : place + 2]
            return
        end = place + 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
        if marker == 0xDA:
            end = _after_scan(data, end)
        if _is_kept(marker, data[place + 4 : end]):
            yield data[place:end]
        place = end


def _is_kept(marker, content):
    is_application = 0xE0 <= marker <= 0xEF
    return content.startswith(_JPEG_KEPT.get(marker, b"\0none")) if is_application else marker != 0xFE


def _after_scan(data, place):
    """Where the next segment begins: behind 0xFF stands neither 0 (a byte of the picture) nor a restart marker."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            raise OSError("The file ends too early.")
        if data[place + 1] not in {0, 0xFF, *range(0xD0, 0xD8)}:
            return place
        place += 1 if data[place + 1] == 0xFF else 2


def _png(data):
    """Chunk by chunk to the last; critical ones begin with a capital letter (PNG, 5.4)."""
    yield data[:8]
    place = 8
    while True:
        length, name = struct.unpack(">I4s", data[place : place + 8])
        end = place + 12 + length
        if end > len(data):
            raise OSError("The file ends too early.")
        if name[:1].isupper() or name in _PNG_KEPT:
            yield data[place:end]
        if name == b"IEND":
            return
        place = end


def _webp(data):
    """A RIFF file: its chunks, the size of the whole in its head, in VP8X a flag for each kind (RFC 9649)."""
    chunks, place = [], 12
    last = 8 + struct.unpack("<I", data[4:8])[0]
    if last > len(data):
        raise OSError("The file ends too early.")
    while place + 8 <= last:
        name, length = struct.unpack("<4sI", data[place : place + 8])
        end = place + 8 + length + length % 2
        if name == b"VP8X":
            chunks.append(
                data[place : place + 8] + bytes([data[place + 8] & ~_WEBP_FLAGS_DROPPED]) + data[place + 9 : end]
            )
        elif name not in _WEBP_DROPPED:
            chunks.append(data[place:end])
        place = end
    content = b"WEBP" + b"".join(chunks)
    return [b"RIFF" + struct.pack("<I", len(content)) + content]


def _gif(data):
    """Blocks to the trailer; comments and what programs leave in application blocks are not copied (GIF89a)."""
    place = 13 + _colour_table(data[10])
    yield data[:place]
    while data[place] != 0x3B:
        start = place
        if data[place] == 0x2C:
            place += 10 + _colour_table(data[place + 9]) + 1
            kept = True
        else:
            kept = data[place + 1] not in {0xFE, 0xFF} or data[place + 3 : place + 14] in _GIF_KEPT
            place += 2
        while data[place]:
            place += data[place] + 1
        place += 1
        if kept:
            yield data[start:place]
    yield b"\x3b"


def _colour_table(flags):
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0
