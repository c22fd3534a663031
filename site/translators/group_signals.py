"""Groups follow their locale: made with it, allowed on its front page, and left without rights after it."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page

from translators.groups import allow_on_front_page, set_up_translators, withdraw
from translators.roles import LocaleRole


def make_groups(sender, instance, created, raw=False, **kwargs):
    if created and not raw:
        set_up_translators(instance)


def allow_on_new_front_page(sender, instance, created, raw=False, **kwargs):
    if created and not raw and isinstance(instance, Page) and instance.depth == 2:
        allow_on_front_page(instance)


def withdraw_rights(sender, instance, **kwargs):
    withdraw(instance)


post_save.connect(make_groups, sender=Locale, dispatch_uid="translators.make_groups")
post_save.connect(allow_on_new_front_page, dispatch_uid="translators.allow_on_new_front_page")
post_delete.connect(withdraw_rights, sender=LocaleRole, dispatch_uid="translators.withdraw_rights")
