"""What Korean puts behind a word: particles, and the endings of 하다 and 되다, which make a verb of any noun."""

_PARTICLES = """
    은 는 이 가 을 를 의 에 도 와 과 로 만 랑
    에서 에게 에는 에도 에만 에서는 에서도 에서만 에서의 에게는 에게도 에게서 께 께서 께서는 한테 한테서
    으로 으로는 으로도 으로만 으로서 으로써 으로의 로는 로도 로서 로써 로의 까지 까지는 까지도 까지의 부터 부터는 부터의
    보다 보다는 처럼 마다 만의 만을 만이 만으로 밖에 이나 이라도 라도 이란 이라는 이라고 이며 이고 이랑 과의 와의 과는 와는
    이다 입니다 입니까 이에요 예요 인지
"""
_PLURAL = "들"
_VERB = """
    하다 하는 하고 하며 하여 하면 하기 하지 하게 하거나 하려면 하려고 하려는 하도록 하던 하실 하시는 하신 하세요 하십시오 하였다 하였습니다
    한 한다 할 함 합니다 합니까 합시다 해 해서 해요 해도 해야 해주세요 했다 했던 했습니다 하기가 하기를 하기에 하기로 하기는 함을
    되다 되는 되고 되며 되어 되면 되지 되었다 되었습니다 된 된다 될 됩니다 돼 돼서 돼요 됐다 됐습니다
"""
# Behind a word of one syllable too (집에서), as these are never the end of a word of two.
_AFTER_ONE = "에서 에게 에는 에서는 에게는 으로 으로는 까지 부터 입니다 이에요"
# Words that end as if something stood behind them.
_WHOLE = {"어린이", "젊은이", "고양이", "전문가", "활동가", "상담가", "소아과", "되다", "하다"}

_NO_WORDS = """
    및 또는 또 더 등 등의 등을 이 그 저 것 것을 것이 것은 수 때 때에 곳 중 더욱 매우 아주 그리고 하지만 그러나 그래서 어떻게 어디 어디서 어디에 무엇 무엇을
    언제 누가 왜 있는 있다 있습니다 있나요 있으며 있을 없는 없습니다 위한 위해 위하여 대한 대해 대하여 관한 관해 관하여 통한 통해 통하여 따라 따른 따르면
    같은 같이 받을 받는 받고 싶은 싶어요 합니까 인가요 입니까 좀 꼭
"""
_CARRYING_NOTHING = frozenset(_NO_WORDS.split()) | frozenset(_VERB.split())
_ENDINGS = frozenset(
    [*_PARTICLES.split(), *_VERB.split(), _PLURAL, *(_PLURAL + particle for particle in _PARTICLES.split())]
)
_ENDINGS_AFTER_ONE = frozenset(_AFTER_ONE.split())
# How long the endings are of which a syllable is the last, the longest first.
_LENGTHS = {
    last: sorted({len(ending) for ending in _ENDINGS if ending[-1] == last}, reverse=True)
    for last in {ending[-1] for ending in _ENDINGS}
}

# 협의회 has neither 의회 nor, with 의 behind it, 회의 in it: what they share is written with syllables that no word has.
_SET_APART = {"협의회": "협읭횡"}


def set_apart(text):
    """A text in which 의회 is not found in 협의회. Keeps the length."""
    for word, other in _SET_APART.items():
        text = text.replace(word, other)
    return text


def length_of_stem(word):
    """How many syllables of a word stand before what was put behind it; all where nothing was."""
    if word in _WHOLE:
        return len(word)
    for ending in _LENGTHS.get(word[-1], ()):
        stem, behind = len(word) - ending, word[-ending:]
        if (stem > 1 and behind in _ENDINGS) or (stem == 1 and behind in _ENDINGS_AFTER_ONE):
            return stem
    return len(word)


def carries_nothing(word):
    """Whether a word only helps others: 노인을 위한 식사 is about 노인 and 식사."""
    return word in _CARRYING_NOTHING


def is_ending(word):
    """Whether a whole word is something put behind another, as 의 in NPO의."""
    return word in _ENDINGS
