"""Radicals that are written where the kanji that looks like them is meant."""

# PDFs made by browsers and by macOS name the radical where a kanji looks like it: 食 becomes ⻝, 日 becomes ⽇. These are
# the ones that Unicode's NFKC leaves alone or, as 戸, turns into another country's form.
_PAIRS = "⺎兀⺐尢⺒巳⺓幺⺔彑⺙攵⺛旡⺝月⺟母⺠民⺩王⺼月⻁虎⻄西⻆角⻑長⻘青⻝食⻣骨⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀⼾戸"

# From the code of a radical to its kanji: for ``str.translate``.
RADICALS = {ord(radical): kanji for radical, kanji in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
