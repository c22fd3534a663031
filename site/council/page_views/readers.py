"""Which requests are a person reading a page. What is looked at here is not kept."""

import re

from django.conf import settings

# What robots, previews of messengers and programs call themselves. Each is a part of a name, in small letters.
_ROBOTS = re.compile(
    "(?<!cu)bot|crawl|spider|slurp|archiver|scan|monitor|check|preview|facebookexternalhit|line-poker|whatsapp|"
    "curl|wget|python|httpx|aiohttp|go-http|java/|okhttp|ruby|perl|php|node|axios|headless|phantom|lighthouse|feed"
)


def is_reader(request):
    """Whether a person asks to read, as far as a browser says so.

    Not those who ask not to be counted (Do Not Track, Global Privacy Control), nor who has a session: that is the staff,
    or somebody who gave the password of a private page. Nor a page that a browser fetches in case it is wanted.
    """
    headers = request.headers
    return (
        request.method == "GET"
        and headers.get("DNT") != "1"
        and headers.get("Sec-GPC") != "1"
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not any("prefetch" in headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
        and headers.get("Sec-Fetch-Dest", "document") == "document"
        and not _is_robot(headers.get("User-Agent", ""))
    )


def _is_robot(name):
    return not name or _ROBOTS.search(name.lower()) is not None
