"""What is kept: each test as a machine made it, and each judgement that a person signed. Rows are added, never changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.accessibility.criteria import BY_NUMBER, CRITERIA


class AccessibilityTest(models.Model):
    """One run of the audit over pages of the site: see `council.accessibility.load`."""

    tested_on = models.DateField(_("tested on"))
    loaded_at = models.DateTimeField(_("taken in at"), default=timezone.now)
    # [{"template", "locale", "url", "how"}]; ``how`` is "random", "chosen" or empty.
    pages = models.JSONField(_("tested pages"), default=list)
    # {number: {"result": "pass" | "fail" | "not_applicable" | "unknown", "by": ["keyboard"], "note": ""}}
    criteria = models.JSONField(_("results"), default=dict)
    # {name: version}
    tools = models.JSONField(_("tools"), default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("accessibility test")
        verbose_name_plural = _("accessibility tests")
        ordering = ["-tested_on", "-pk"]

    def __str__(self):
        return f"{self.tested_on}"

    def result_of(self, number):
        """What the machine says of a criterion: ``"unknown"`` where it says nothing."""
        return self.criteria.get(number, {}).get("result", "unknown")


class CriterionSignature(models.Model):
    """A person says of a criterion, with their name, whether the site meets it."""

    class Verdict(models.TextChoices):
        PASS = "pass", _("Met")
        NOT_APPLICABLE = "not_applicable", _("Nothing it applies to")
        FAIL = "fail", _("Not met")

    criterion = models.CharField(
        _("criterion"), max_length=5, choices=[(each.number, each.number) for each in CRITERIA]
    )
    verdict = models.CharField(_("result"), max_length=14, choices=Verdict.choices)
    name = models.CharField(_("who looked at it"), max_length=100, help_text=_("Not shown to readers."))
    date = models.DateField(_("when"), default=timezone.localdate)
    note = models.TextField(
        _("note for readers"),
        blank=True,
        max_length=500,
        help_text=_("What was found and where. Needed where the criterion is not met."),
    )
    signed_at = models.DateTimeField(_("signed at"), default=timezone.now)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    # The later test that failed what was signed as met: from then on it holds no more.
    reopened_by = models.ForeignKey(
        AccessibilityTest,
        verbose_name=_("reopened by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="reopened",
        editable=False,
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("signature under a criterion")
        verbose_name_plural = _("signatures under criteria")
        ordering = ["-signed_at", "-pk"]

    def __str__(self):
        return f"{self.criterion}: {self.get_verdict_display()}"

    @property
    def criterion_name(self):
        return BY_NUMBER[self.criterion].name
