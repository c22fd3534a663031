"""The languages in which somebody answers, each in its own script: who cannot read the page still finds theirs."""

from django import forms
from django.conf import settings
from django.db import models
from wagtail import blocks

# BCP 47 codes that name a language without being the ``lang`` of the words it is written with here.
_SIGNED = {"jsl"}


def languages():
    """``[(BCP 47 code, name)]`` from the settings."""
    return list(settings.SPOKEN_LANGUAGES)


def spoken_languages(codes):
    """``[{"code", "name", "lang"}]`` in the order of the settings; ``lang`` is empty where the reader's own words stand."""
    chosen = set(codes or ())
    return [
        {"code": code, "name": name, "lang": "" if code in _SIGNED else code}
        for code, name in languages()
        if code in chosen
    ]


class SpokenLanguagesBlock(blocks.MultipleChoiceBlock):
    """The same in every language, so no translator is asked for it."""

    def __init__(self, **kwargs):
        # By its name: what the settings list may change without a migration.
        super().__init__(**{"choices": languages, "default": [], "widget": forms.CheckboxSelectMultiple, **kwargs})

    def get_searchable_content(self, value):
        return []


class SpokenLanguagesField(models.JSONField):
    """A list of codes, chosen by ticking."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=languages,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=kwargs.get("label", self.verbose_name),
            help_text=kwargs.get("help_text", self.help_text),
        )

    def deconstruct(self):
        """The database knows no difference."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
