"""From text to words, for each language of the site: the same for what is searched and for what is asked.

Pure: nothing here reads the database or the settings.
"""

from council.language.analysis import analyse, vocabulary_of
from council.language.token import Token

__all__ = ["Token", "analyse", "vocabulary_of"]
