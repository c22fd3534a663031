"""Which machine translates, if any."""

from django.core.exceptions import ImproperlyConfigured


def machine_translator(env):
    """What wagtail-localize asks for, from ``MACHINE_TRANSLATOR``, ``…_KEY`` and ``…_URL``; ``None`` where it is off.

    Raises:
        ImproperlyConfigured: the name is unknown, or what it needs is missing.
    """
    name = env.str("MACHINE_TRANSLATOR", default="").strip().lower()
    key, url = env.str("MACHINE_TRANSLATOR_KEY", default=""), env.str("MACHINE_TRANSLATOR_URL", default="")
    if not name:
        return None
    if name == "deepl":
        if not key:
            raise ImproperlyConfigured("MACHINE_TRANSLATOR=deepl needs its key in MACHINE_TRANSLATOR_KEY.")
        return {"CLASS": "translators.machine.deepl.DeepL", "OPTIONS": {"AUTH_KEY": key, "URL": url}}
    if name == "libretranslate":
        if not url:
            raise ImproperlyConfigured("MACHINE_TRANSLATOR=libretranslate needs its address in MACHINE_TRANSLATOR_URL.")
        options = {"LIBRETRANSLATE_URL": url, "API_KEY": key}
        return {"CLASS": "translators.machine.libretranslate.LibreTranslate", "OPTIONS": options}
    raise ImproperlyConfigured(f"MACHINE_TRANSLATOR is “{name}”; it may be deepl, libretranslate, or empty.")
