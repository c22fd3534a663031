"""What has to happen when something is saved."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale

from council.translation.locales import forget_locales

post_save.connect(forget_locales, sender=Locale, dispatch_uid="council.forget_locales")
post_delete.connect(forget_locales, sender=Locale, dispatch_uid="council.forget_locales")
