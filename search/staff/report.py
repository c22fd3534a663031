"""The report of what readers did not find, and what can be done about it."""

from urllib.parse import urlencode

import django_filters
from django.urls import path, reverse
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permissions import page_permission_policy

from search.missed import MissedSearch
from search.promoted import PromotedResult
from search.results import find_pages
from search.staff.languages import language_choices, language_name
from search.staff.rights import may_see
from search.synonyms import Synonym
