"""House rules that a person forgets and a machine does not: run by ``manage.py check``."""

from django.apps import apps
from django.core.checks import Error, register
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, Orderable, Page, RevisionMixin, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from council.pages import CouncilPage

OUR_APPS = {"council", "plans", "stories", "home", "search"}


def our_models():
    return [model for model in apps.get_models() if model._meta.app_label in OUR_APPS]


@register("council")
def check_page_types(app_configs, **kwargs):
    """Every page type says what it stands under and what stands under it."""
    return [
        Error(f"{model.__name__} does not declare {name}.", obj=model, id="council.E001")
        for model in our_models()
        if issubclass(model, CouncilPage)
        for name in ("parent_page_types", "subpage_types")
        if name not in vars(model)
    ]


@register("council")
def check_snippets_have_drafts(app_configs, **kwargs):
    """A translatable snippet without drafts goes live in another language before anybody has translated it."""
    return [
        Error(f"{model.__name__} is translatable, and so needs drafts and revisions.", obj=model, id="council.E002")
        for model in our_models()
        if issubclass(model, TranslatableMixin)
        and not issubclass(model, Page | Orderable)
        and not (issubclass(model, DraftStateMixin) and issubclass(model, RevisionMixin))
    ]


@register("council")
def check_relations_are_synchronised(app_configs, **kwargs):
    """wagtail-localize leaves many-to-many relations out unless it is told to copy them (its issue #820)."""
    return [
        Error(f"{model.__name__}.{field.name} needs a SynchronizedField.", obj=model, id="council.E003")
        for model in our_models()
        if issubclass(model, CouncilPage)
        for field in model._meta.local_many_to_many
        if isinstance(field, ParentalManyToManyField)
        and SynchronizedField(field.name) not in model.override_translatable_fields
    ]


@register("council")
def check_inline_text_is_translatable(app_configs, **kwargs):
    """Text of an inline child that is not translatable stays Japanese in every language."""
    found = []
    for model in our_models():
        if not issubclass(model, Orderable) or issubclass(model, TranslatableMixin):
            continue
        parents = [field.related_model for field in model._meta.fields if isinstance(field, ParentalKey)]
        if not any(issubclass(parent, TranslatableMixin) for parent in parents):
            continue
        found += [
            Error(f"{model.__name__}.{field.name} is text: {model.__name__} has to be translatable.", id="council.E004")
            for field in model._meta.local_fields
            if isinstance(field, models.CharField | models.TextField) and not field.choices
        ]
    return found


@register("council")
def check_blocks_are_described(app_configs, **kwargs):
    """Editors choose a block by its description; a block of a stream that has none is a riddle."""
    seen, found = set(), []
    for model in our_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for name, block in field.stream_block.child_blocks.items():
                    if type(block) in seen:
                        continue
                    seen.add(type(block))
                    found += _faults(name, block)
    return found


def _faults(name, block):
    if not block.get_description():
        yield Error(f"The block “{name}” has no description.", obj=type(block), id="council.E005")
    if isinstance(block, blocks.StructBlock) and not getattr(block.meta, "template", None):
        yield Error(f"The block “{name}” has no template.", obj=type(block), id="council.E006")
