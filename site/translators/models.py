"""The app's models, each in a file of its own."""

from translators.gaps_allowed import GapsAllowed
from translators.roles import LocaleRole
from translators.suggestions import Suggestion
from translators.synced_text import SyncedText

__all__ = ["GapsAllowed", "LocaleRole", "Suggestion", "SyncedText"]
