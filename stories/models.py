"""The app's models, each in a file of its own."""

from stories.index_page import StoryIndexPage
from stories.story import StoryPage, StorySubject

__all__ = ["StoryIndexPage", "StoryPage", "StorySubject"]
