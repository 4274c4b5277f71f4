"""Every setting in one place. docs/reference/settings.md lists those a council may change."""

from pathlib import Path
from typing import Any

import allauth
import dj_database_url
from csp.constants import NONE, SELF

from rightdoor.site import environment as env
from rightdoor.site.mode import DEMO, MODE, PRODUCTION  # noqa: F401 - read as settings.DEMO
from rightdoor.site.signing_in import *  # noqa: F403 - settings are names in one module

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(env.text("RIGHTDOOR_VAR", str(ROOT / "var")))

SECRET_KEY = env.text("RIGHTDOOR_SECRET_KEY", None if PRODUCTION else "only-for-made-up-people-" + "x" * 40)
DEBUG = False
ALLOWED_HOSTS = env.words("RIGHTDOOR_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost,testserver")
CSRF_TRUSTED_ORIGINS = env.words("RIGHTDOOR_ORIGINS")
# How messages name this site, without a slash at the end.
ADDRESS = env.text("RIGHTDOOR_ADDRESS", None if PRODUCTION else "http://127.0.0.1:8000").rstrip("/")

# The partnership this house serves, and others whose rules may be shown beside its own.
PACKS_DIR = Path(env.text("RIGHTDOOR_PACKS_DIR", str(ROOT / "packs")))
PACK = env.text("RIGHTDOOR_PACK", "lewisham")
PACKS_TO_COMPARE = env.words("RIGHTDOOR_COMPARE", "essex,islington")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "rightdoor.ui",
    "rightdoor.post",
    "rightdoor.access",
    "rightdoor.directory",
    "rightdoor.workforce",
    "rightdoor.families",
    "rightdoor.plans",
    "rightdoor.frontdoor",
    "rightdoor.web",
]
if not PRODUCTION:
    INSTALLED_APPS.append("rightdoor.demo")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "rightdoor.directory.middleware.OpenData",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "rightdoor.access.middleware.SignInFirst",
    "rightdoor.web.languages.ReadersLanguage",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "rightdoor.site.urls"
WSGI_APPLICATION = "rightdoor.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            ROOT / "src" / "rightdoor" / room / "templates"
            for room in (
                "web",
                "demo",
                "frontdoor",
                "plans",
                "families",
                "directory",
                "workforce",
                "access",
                "ui",
            )
        ],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "rightdoor.ui.jinja.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "rightdoor.web.context.shell",
            ],
        },
    },
    {
        # Only for the pages of the sign-in library, whose parts are overridden in access/signin_templates.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "src" / "rightdoor" / "access" / "signin_templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rightdoor.web.context.shell",
            ],
        },
    },
]

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(env.text("DATABASE_URL", f"sqlite:///{VAR / 'rightdoor.sqlite3'}"))
}
SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if SQLITE:
    # Writers queue instead of failing, and readers never wait for them.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=67108864;PRAGMA cache_size=-20000;PRAGMA foreign_keys=ON;",
    }
# A connection is kept for the next request: opening one costs as much as three of its questions.
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = not SQLITE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}
if MODE == "test":
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Headers.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31536000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "display-capture")
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [ROOT / "src" / "rightdoor" / "ui" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS: list[Any] = [
    ROOT / "src" / "rightdoor" / "ui" / "static" / "build",
    ("sign-in", ROOT / "src" / "rightdoor" / "access" / "static"),
    # The sign-in library's own scripts for security keys.
    ("sign-in", Path(allauth.__file__).parent / "mfa" / "static" / "mfa" / "js"),
]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = MODE == "test"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

EMAIL_HOST = env.text("RIGHTDOOR_MAIL_HOST", "")
EMAIL_PORT = env.whole_number("RIGHTDOOR_MAIL_PORT", 587)
EMAIL_HOST_USER = env.text("RIGHTDOOR_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("RIGHTDOOR_MAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("RIGHTDOOR_MAIL_TLS", default=True)
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = str(VAR / "mail")
DEFAULT_FROM_EMAIL = env.text("RIGHTDOOR_FROM", "rightdoor@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
