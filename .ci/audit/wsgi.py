"""The application that is audited, with the uploaded pictures that a proxy would serve."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

# Looked for at each request: smaller pictures are made while the site runs.
application = WhiteNoise(
    get_wsgi_application(), root=settings.MEDIA_ROOT, prefix=settings.MEDIA_URL, autorefresh=True, max_age=31_536_000
)
