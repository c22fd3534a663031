"""A fresh sample site in a folder, as a council would run it."""

import io
import os
import secrets
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PASSWORD_PAGE, LOGIN_PAGE = "audit-password", "audit-login"
REMOVED_PAGE, LOST_PICTURE_PAGE = "audit-removed", "audit-lost-picture"
# The sample has no such pages.
MADE_FOR_THE_AUDIT = (PASSWORD_PAGE, LOGIN_PAGE, REMOVED_PAGE, LOST_PICTURE_PAGE)


def set_up(folder, address):
    """Makes the site in ``folder``, or takes the one that is there. Django is ready afterwards.

    Args:
        address: where it will be served, such as ``http://127.0.0.1:8099``; canonical addresses are made of it.
    """
    folder = Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="audit.settings",
        AUDIT_FOLDER=str(folder),
        SECRET_KEY=secrets.token_urlsafe(64),
        DATABASE_URL=f"sqlite:///{folder / 'site.sqlite3'}",
        MEDIA_ROOT=str(folder / "media"),
        ALLOWED_HOSTS="127.0.0.1",
        BASE_URL=address,
        SECURE_SSL_REDIRECT="false",
    )
    import django

    django.setup()
    from django.core.management import call_command

    call_command("compile_messages", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("setup_site", verbosity=0)
    call_command("load_sample", if_empty=True, verbosity=0)
    call_command("make_pictures", stdout=io.StringIO())
    _add_what_the_sample_lacks()


def _add_what_the_sample_lacks():
    """Two pages behind doors, one whose picture is lost, and the short address of one that was removed."""
    from django.conf import settings
    from wagtail.models import PageViewRestriction

    from council.short_address.models import ShortAddress

    removed = Path(settings.STATIC_ROOT).parent / REMOVED_PAGE
    if removed.exists():
        return
    for slug, kind in ((PASSWORD_PAGE, PageViewRestriction.PASSWORD), (LOGIN_PAGE, PageViewRestriction.LOGIN)):
        page = _publish("名簿", slug)
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password=secrets.token_urlsafe(16))
    picture = _lost_picture()
    summary = "写真のファイルがなくなったとき、このページがどう見えるか。"
    _publish(
        "写真をなくしたページ",
        LOST_PICTURE_PAGE,
        summary=summary,
        picture=picture,
        picture_alt="橋の上で手をふる人たち",
    )
    page = _publish("終わったお知らせ", REMOVED_PAGE)
    number = ShortAddress.objects.get(translation_key=page.translation_key)
    page.delete()
    removed.write_text(str(number))


def _publish(title, slug, **fields):
    from home.front_tree import front_page
    from home.models import StandardPage

    front = front_page()
    return front.add_child(instance=StandardPage(title=title, slug=slug, locale=front.locale, **fields))


def _lost_picture():
    """An image whose file is gone, as after a fault of a disk."""
    from django.core.files.base import ContentFile
    from PIL import Image
    from wagtail.images import get_image_model

    content = io.BytesIO()
    Image.new("RGB", (800, 500), "#6f6a5e").save(content, "PNG")
    image = get_image_model().objects.create(title="橋", file=ContentFile(content.getvalue(), "lost.png"))
    image.file.storage.delete(image.file.name)
    return image


@contextmanager
def unusual_council():
    """What the sample's council does not show: the emergency banner (in Japanese, for all readers), and no logo."""
    from council.models import CouncilSettings

    council = CouncilSettings.objects.get()
    logo, council.logo = council.logo, None
    council.emergency_level = "emergency"
    council.save()
    wording = council.wordings.filter(locale__language_code="ja")
    words = {
        "emergency_title": "大雨のため、窓口を閉めています",
        "emergency_text": "川には近づかないでください。ひなん所は三つ開いています。",
        "emergency_link": "https://example.jp/",
        "emergency_link_text": "ひなん所の一覧",
    }
    wording.update(**words)
    try:
        yield
    finally:
        wording.update(**dict.fromkeys(words, ""))
        council.logo, council.emergency_level = logo, ""
        council.save()


@contextmanager
def served(folder, address):
    """The site at its address, by gunicorn."""
    log = (Path(folder) / "gunicorn.log").open("wb")
    bind = address.removeprefix("http://")
    _refuse_if_taken(bind)
    paths = os.pathsep.join(str(each) for each in (ROOT, ROOT / "site", ROOT / ".ci"))
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", ROOT / "gunicorn.conf.py", "audit.wsgi"],
        cwd=ROOT,
        # On a busy machine, a first picture takes longer than a worker is given.
        env={**os.environ, "BIND": bind, "PYTHONPATH": paths, "GUNICORN_CMD_ARGS": "--timeout 300"},
        stdout=log,
        stderr=log,
    )
    try:
        _wait_for(f"{address}/ja/", server)
        yield
    finally:
        server.terminate()
        server.wait()
        log.close()


def _refuse_if_taken(bind):
    """What answers there already would be audited in the place of this site."""
    host, port = bind.split(":")
    with socket.socket() as probe:
        if probe.connect_ex((host, int(port))) == 0:
            raise SystemExit(f"Something else answers at {bind}; --port takes another.")


def _wait_for(address, server):
    for _attempt in range(120):
        if server.poll() is not None:
            raise SystemExit("The site does not start; see gunicorn.log in its folder.")
        try:
            with urlopen(address, timeout=30):
                return
        except (URLError, ConnectionError):
            time.sleep(0.5)
    raise SystemExit(f"The site does not answer at {address}.")
