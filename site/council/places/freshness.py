"""How long a page that says what is open now may be kept."""

import datetime

from django.utils import timezone
from django.utils.cache import patch_cache_control

# A cache that holds a page longer would hide what an editor changes.
_SECONDS_AT_MOST = 300


def local_moment():
    """Now, as the clocks of the ward have it, without a zone: what opening hours are compared with."""
    return timezone.localtime().replace(tzinfo=None)


def is_same_for_all(page, request):
    """Whether every reader may see the page as it is: no draft, and nothing behind a login."""
    return not getattr(request, "is_preview", False) and getattr(page, "is_restricted", None) is False


def keep_until_it_changes(response, moment, places):
    """Lets a response be kept for as long as what it says of opening hours holds, five minutes at most.

    Args:
        response: what a page that every reader may see has answered.
        moment: the local time at which it was made, without a zone.
        places: the `council.places.place.PlacePage` objects it speaks of.
    """
    changes = [_next_midnight(moment)]
    for place in places:
        session = place.schedule.next_session(moment)
        if session:
            changes.append(session.ends if session.begins <= moment else session.begins)
    seconds = (min(changes) - moment).total_seconds()
    patch_cache_control(response, max_age=max(1, min(int(seconds), _SECONDS_AT_MOST)))
    return response


def _next_midnight(moment):
    return datetime.datetime.combine(moment.date() + datetime.timedelta(days=1), datetime.time())
