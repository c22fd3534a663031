"""Blocks in which somebody speaks. Without their consent on record nothing of them is shown."""

from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from council.blocks.text import ParagraphBlock
from council.people import Person


class SpeakerValue(blocks.StructValue):
    """Words and who says them."""

    @cached_property
    def speaker(self):
        """The `Person`, or ``None`` where there is none or they may not be shown."""
        person = self.get("person")
        return person if person and person.live and person.has_consent else None

    @property
    def may_be_shown(self):
        """A voice belongs to a person: without one who agreed there is no voice."""
        return self.speaker is not None


class OptionalSpeakerValue(SpeakerValue):
    """Words that may be an organisation's own, with no person behind them."""

    @property
    def may_be_shown(self):
        """Whether nobody is named, or whoever is named agreed.

        A chosen person who may not be read (a draft) reaches the page as ``None``, like no choice at all, so the
        stream keeps a note of the choice: see `council.blocks.binding`.
        """
        if self.speaker is not None:
            return True
        return self.get("person") is None and "person" not in getattr(self, "withheld", ())


def sample_person():
    """Somebody for the block's preview; never saved."""
    return Person(name="山野さん", reading="やまの", role="民生委員", consent_record="–", live=True)


class VoiceBlock(blocks.StructBlock):
    """What one person tells, under a headline in their words."""

    headline = blocks.CharBlock(label=_("Headline"), max_length=100, help_text=_("The heart of it, in their words."))
    text = ParagraphBlock(label=_("What they tell"))
    person = SnippetChooserBlock(Person, label=_("Who speaks"))

    class Meta:
        icon = "openquote"
        label = _("Voice")
        label_format = _("Voice: {headline}")
        description = _("An interview told by the person, signed with their name and role.")
        template = "blocks/voice.html"
        value_class = SpeakerValue

    def get_preview_value(self):
        return self.normalize(
            {
                "headline": gettext("I only meant to stay for tea"),
                "text": gettext("<p>I came in out of the rain. Now I make the tea.</p>"),
                "person": sample_person(),
            }
        )


class QuestionAndAnswerBlock(blocks.StructBlock):
    """One question of an interview and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = ParagraphBlock(label=_("Answer"))
    person = SnippetChooserBlock(Person, label=_("Who answers"), required=False)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        label_format = _("Question: {question}")
        description = _("An interview in questions and answers.")
        template = "blocks/question_and_answer.html"
        value_class = OptionalSpeakerValue
        preview_value = {
            "question": _("How did it begin?"),
            "answer": _("<p>With one neighbour who asked.</p>"),
        }


class MessageBlock(blocks.StructBlock):
    """A message of an organisation, signed by who represents it."""

    organisation = blocks.PageChooserBlock(
        label=_("Organisation"), page_type="council.OrganisationPage", required=False
    )
    organisation_name = blocks.CharBlock(
        label=_("Organisation's name"),
        required=False,
        max_length=100,
        help_text=_("Where it has no page of its own."),
    )
    text = ParagraphBlock(label=_("Message"))
    person = SnippetChooserBlock(Person, label=_("Who signs"), required=False)

    class Meta:
        icon = "mail"
        label = _("Message")
        label_format = _("Message: {organisation_name}")
        description = _("What an organisation wants to say, signed.")
        template = "blocks/message.html"
        value_class = OptionalSpeakerValue
        preview_value = {
            "organisation_name": _("The reading circle"),
            "text": _("<p>We read aloud, and whoever likes joins in.</p>"),
        }
