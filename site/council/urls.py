"""Addresses. What residents read stands under a language; the rest does not."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from council.feedback.views import answer as page_answer
from council.markdown.views import llms_txt, page_as_markdown
from council.robots import robots_txt
from council.share_picture.views import share_picture
from council.short_address.views import short_address, short_address_in_language
from council.sitemap import ReadersSitemap
from council.views import choose_language, front_door, serve_page
from search.feed import SearchFeed
from search.views import description, search, suggestions
from stories.feed import StoriesFeed, ThemeFeed

urlpatterns = [
    path("", front_door, name="front_door"),
    path("language/<str:language_code>/", choose_language, name="choose_language"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"^q/(?P<code>[^/]+)/?$", short_address, name="short_address"),
    path("llms.txt", llms_txt, name="llms_txt"),
    path("robots.txt", robots_txt, name="robots_txt"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": ReadersSitemap}}, name="sitemap"),
]

if settings.DEBUG:
    from django.conf.urls.static import static
    from django.contrib.staticfiles.urls import staticfiles_urlpatterns

    urlpatterns += staticfiles_urlpatterns()
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

urlpatterns += i18n_patterns(
    path("q/<str:code>/", short_address_in_language, name="short_address_in_language"),
    path("share-picture/<str:kind>/<int:pk>/<str:digest>.png", share_picture, name="share_picture"),
    path("search/", search, name="search"),
    path("search/suggest/", suggestions, name="search_suggestions"),
    path("search/feed/", SearchFeed(), name="search_feed"),
    path("search/opensearch.xml", description, name="search_description"),
    path("feed/", StoriesFeed(), name="stories_feed"),
    path("did-it-help/<int:page_id>/", page_answer, name="page_answer"),
    path("feed/<slug:slug>/", ThemeFeed(), name="theme_feed"),
    # First Wagtail's own addresses (the login and the password of a private page), then everything else.
    path("", include([url for url in wagtail_urls.urlpatterns if url.name != "wagtail_serve"])),
    re_path(r"^((?:[\w\-]+/)*)index\.md$", page_as_markdown, name="page_as_markdown"),
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
    prefix_default_language=True,
)
