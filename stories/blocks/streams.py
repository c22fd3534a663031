"""A story's body: every block there is."""

from django.utils.translation import gettext_lazy as _

from council.blocks.streams import SharedStreamBlock
from stories.blocks.facts import ActivitiesBlock, ExplainerBlock, FactBlock, MembersBlock, NeedsBlock
from stories.blocks.voices import MessageBlock, QuestionAndAnswerBlock, VoiceBlock


class StoryStreamBlock(SharedStreamBlock):
    voice = VoiceBlock(group=_("People"))
    question_and_answer = QuestionAndAnswerBlock(group=_("People"))
    message = MessageBlock(group=_("People"))
    needs = NeedsBlock(group=_("What it is about"))
    activities = ActivitiesBlock(group=_("What it is about"))
    fact = FactBlock(group=_("What it is about"))
    explainer = ExplainerBlock(group=_("What it is about"))
    members = MembersBlock(group=_("What it is about"))
