"""Blocks that tell what was needed, what is done, and what is so."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from council.blocks.dates import DayBlock
from council.blocks.text import ParagraphBlock
from council.terms import Term
from council.themes import Theme


class NeedBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Need"), max_length=100)
    quote = blocks.TextBlock(label=_("In somebody's words"))

    class Meta:
        icon = "openquote"
        label = _("Need")


class NeedsBlock(blocks.StructBlock):
    """What people said they needed, each in a few words and a quotation."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=100)
    items = blocks.ListBlock(NeedBlock(), label=_("Needs"), min_num=1)

    class Meta:
        icon = "comment"
        label = _("Needs")
        description = _("Wishes that people voiced, side by side.")
        template = "blocks/needs.html"
        preview_value = {
            "heading": _("It began with these voices"),
            "items": [{"heading": _("A place to go"), "quote": _("After school there is nowhere to be.")}],
        }


class ActivitiesBlock(blocks.StructBlock):
    """What is done, under a motto."""

    motto = blocks.CharBlock(label=_("Motto"), required=False, max_length=200)
    items = blocks.ListBlock(blocks.CharBlock(label=_("Activity"), max_length=300), label=_("Activities"), min_num=1)

    class Meta:
        icon = "tasks"
        label = _("Activities")
        description = _("What a group does, point by point, under its motto.")
        template = "blocks/activities.html"
        preview_value = {
            "motto": _("Nobody eats alone"),
            "items": [_("Supper on Wednesdays"), _("A food shelf")],
        }


class FactBlock(blocks.StructBlock):
    """One figure, and when it was so."""

    label = blocks.CharBlock(label=_("What is counted"), max_length=100)
    value = blocks.CharBlock(label=_("Figure"), max_length=50, help_text=_("With its unit, such as 17団体."))
    as_of = DayBlock(label=_("As of"), required=False, help_text=_("Year and month are shown; the day may be any."))

    class Meta:
        icon = "info-circle"
        label = _("Fact")
        label_format = "{label}: {value}"
        description = _("A figure with its unit and date.")
        template = "blocks/fact.html"
        preview_value = {"label": _("Groups in the network"), "value": "17"}


class ExplainerBlock(blocks.StructBlock):
    """A column that explains a word."""

    term = SnippetChooserBlock(Term, label=_("Term"), required=False)
    heading = blocks.CharBlock(label=_("Heading"), max_length=100)
    text = ParagraphBlock(label=_("Explanation"))

    class Meta:
        icon = "info-circle"
        label = _("Explanation")
        label_format = _("Explanation: {heading}")
        description = _("What a word means, beside the story.")
        template = "blocks/explainer.html"
        preview_value = {
            "heading": _("Community worker"),
            "text": _("<p>Somebody who listens first and brings people together.</p>"),
        }


class MemberBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Text"))
    organisation = blocks.PageChooserBlock(
        label=_("Organisation"), page_type="council.OrganisationPage", required=False
    )

    class Meta:
        icon = "group"
        label = _("Member")


class MembersBlock(blocks.StructBlock):
    """Who belongs to a network, under one theme."""

    theme = SnippetChooserBlock(Theme, label=_("Theme"), required=False)
    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=100, help_text=_("Left empty: the theme's name.")
    )
    items = blocks.ListBlock(MemberBlock(), label=_("Members"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Members")
        label_format = _("Members: {heading}")
        description = _("Groups of a network and what each does, by theme.")
        template = "blocks/members.html"
        preview_value = {"heading": _("Play"), "items": [{"text": _("A playground made by children.")}]}
