"""What has to happen when something is saved."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from council.middleware.current_site import forget_sites
from council.translation.locales import forget_locales

for signal in (post_save, post_delete):
    signal.connect(forget_locales, sender=Locale, dispatch_uid="council.forget_locales")
    signal.connect(forget_sites, sender=Site, dispatch_uid="council.forget_sites")

for signal in (page_published, page_unpublished, post_page_move):
    signal.connect(forget_sites, dispatch_uid="council.forget_sites")
