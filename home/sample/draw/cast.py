"""People who appear more than once."""

from . import palette as p
from .figures import Person

S = p.SKINS
HOST = Person(style="bob", hair=p.BROWN, top=p.GREEN, bottom=p.SLATE, apron=p.WHITE)
GRANDFATHER = Person(build="elder", skin=S[1], hair=p.SNOW, style="bald", top=p.GREEN_SOFT, bottom=p.SLATE)
GRANDMOTHER = Person(
    build="elder", skin=S[0], hair=p.SILVER, style="bun", top=p.ORANGE_SOFT, bottom=p.GREEN, skirt=True
)
COOK = Person(
    build="broad",
    skin=S[1],
    hair=p.BROWN,
    style="kerchief",
    cloth=p.ORANGE,
    top=p.GREEN_SOFT,
    bottom=p.SLATE,
    apron=p.WHITE,
)
STUDENT = Person(build="teen", skin=S[0], hair=p.BLACK, style="short", top=p.WHITE, bottom=p.INK)
GIRL = Person(
    build="child",
    skin=S[0],
    hair=p.BLACK,
    style="tail",
    cloth=p.ORANGE,
    top=p.ORANGE_SOFT,
    bottom=p.GREEN,
    skirt=True,
)
BOY = Person(build="child", skin=S[2], hair=p.BROWN, style="curly", top=p.GREEN_MID, bottom=p.SLATE)
LITTLE = Person(build="small", skin=S[1], hair=p.BROWN, style="fringe", top=p.ORANGE, bottom=p.SLATE)
NEWCOMER = Person(skin=S[2], hair=p.BLACK, style="tail", cloth=p.GREEN, top=p.ORANGE, bottom=p.INK)
VEILED = Person(skin=S[2], style="scarf", cloth=p.GREEN_MID, top=p.ORANGE_SOFT, bottom=p.SLATE, coat=70)
NEIGHBOUR = Person(build="broad", skin=S[3], hair=p.BLACK, style="crop", top=p.ORANGE_MID, bottom=p.SLATE)
ROLLER = Person(skin=S[0], hair=p.CHESTNUT, style="bob", top=p.GREEN_MID, bottom=p.SLATE)
YOUNG = Person(build="teen", skin=S[1], hair=p.BLACK, style="bob", top=p.GREY, bottom=p.INK)
WORKER = Person(build="broad", skin=S[1], hair=p.SILVER, style="cap", cloth=p.GREEN, top=p.SLATE, bottom=p.SLATE)
COUNCIL = Person(skin=S[0], hair=p.BLACK, style="crop", top=p.GREEN, bottom=p.INK, glasses=True)
COUNCIL_WOMAN = Person(skin=S[1], hair=p.BLACK, style="bun", top=p.GREEN, bottom=p.INK)
