"""Settings: everything a person may change comes from `cafecm.environment`; the README lists it."""

import sys
from email.utils import formataddr
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from cafecm import environment

BASE_DIR = Path(__file__).resolve().parent.parent
environment.load(BASE_DIR / ".env")

# What a person may change ---------------------------------------------------------------------------------------

DEVELOPMENT = environment.switch("DEVELOPMENT", default=False)  # `make run` and `make dev` say so
DEBUG = environment.switch("DEBUG", default=DEVELOPMENT)
DEMO = environment.switch("DEMO", default=DEVELOPMENT)
HOST = environment.text("HOST", "127.0.0.1")
PORT = environment.whole_number("PORT", default=8000, least=1, most=65535)
SITE_URL = environment.web_address("SITE_URL", default=f"http://{HOST}:{PORT}")
DATA_DIR = (BASE_DIR / environment.text("DATA_DIR", "var")).resolve()
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)  # sessions, addresses and codes are for nobody else
COMMUNITY_NAME = environment.text("COMMUNITY_NAME", "Café des Community Managers")
LANGUAGE_CODE = environment.one_of("LANGUAGE_CODE", ["fr", "en"], default="fr")
TIME_ZONE = environment.time_zone("TIME_ZONE", default="Europe/Paris")
TRUSTED_PROXIES = environment.whole_number("TRUSTED_PROXIES", default=0, least=0, most=9)
SITE_HOST = urlsplit(SITE_URL).hostname
MAIL_FROM = environment.text("MAIL_FROM", f"cafe@{SITE_HOST}")
DKIM_SELECTOR = environment.text("DKIM_SELECTOR", "")  # of the key that signs our mails, to be looked up
AUTHSERV_ID = environment.text("AUTHSERV_ID", "")  # without it, no mail that comes in is believed
MAILBOX = environment.mailbox("IMAP_URL")  # the worker reads what arrives there
SECRET_KEY = environment.secret_key("SECRET_KEY", default=DATA_DIR / "secret_key")
DATABASES = {"default": environment.database("DATABASE_URL", default=DATA_DIR / "cafe.sqlite3")}
DATABASES |= environment.replica("REPLICA_DATABASE_URL", of=DATABASES["default"])
REQUIRE_SECOND_FACTOR = environment.switch("REQUIRE_SECOND_FACTOR", default=False)  # of organizers, and in the admin
WEB_WORKERS = environment.web_workers("WEB_WORKERS", database=DATABASES["default"])
ACCESS_LOG = environment.switch("ACCESS_LOG", default=False)
LOG_FORMAT = environment.one_of("LOG_FORMAT", ["text", "json"], default="text")
METRICS_TOKEN = environment.text("METRICS_TOKEN", "")  # without it, there are none

# Mail: every message is a row of the outbox first; the worker sends it through the transport ----------------------

EMAIL_BACKEND = "members.outbox.OutboxBackend"
KEPT_MAIL_DIR = DATA_DIR / "mail"
_transport = environment.mail_transport("EMAIL_URL", default=f"filemail:///{KEPT_MAIL_DIR}")
MAIL_TRANSPORT = _transport.pop("EMAIL_BACKEND")
EMAIL_HOST = _transport.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _transport.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _transport.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _transport.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = bool(_transport.get("EMAIL_USE_TLS"))
EMAIL_USE_SSL = bool(_transport.get("EMAIL_USE_SSL"))
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = KEPT_MAIL_DIR
DEFAULT_FROM_EMAIL = SERVER_EMAIL = formataddr((COMMUNITY_NAME, MAIL_FROM))
MAILS_ARE_KEPT = DEBUG and MAIL_TRANSPORT.endswith("filebased.EmailBackend")  # shown at /dev/mail/

# The house --------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "cafecm",
    "events",
    "venues",
    "members",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]
MIDDLEWARE = [
    "cafecm.middleware.complete",
    "cafecm.middleware.traced",
    "django.middleware.security.SecurityMiddleware",
    "cafecm.kept.kept",
    "cafecm.middleware.roomy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cafecm.middleware.PolicyMiddleware",
    "cafecm.middleware.headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "cafecm.middleware.TooMuchMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "cafecm.phone.offline_for",
    "cafecm.outages.OutageMiddleware",
]
ROOT_URLCONF = "cafecm.urls"
WSGI_APPLICATION = "cafecm.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "cafecm.context_processors.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "members.templatetags.dates"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": environment.caches("REDIS_URL", database=DATABASES["default"])}  # rate limits count here

# Languages and time -------------------------------------------------------------------------------------------------

FORMAT_MODULE_PATH = ["cafecm.formats"]
LANGUAGES = [("fr", _("French")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True

# Files --------------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": environment.media("MEDIA_BUCKET"),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# Signing in ---------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "members.Member"
AUTHENTICATION_BACKENDS = ["members.backends.Backend"]
# Nobody needs a password; whoever sets one has it kept by Argon2id.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "events:home"
ACCOUNT_ADAPTER = "members.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # no password: a six-digit code signs people in
ACCOUNT_FORMS = {
    "signup": "members.forms.SignupForm",
    "login": "members.forms.LoginForm",
    "request_login_code": "members.forms.RequestLoginCodeForm",
    "confirm_login_code": "members.forms.ConfirmLoginForm",
    "confirm_email_verification_code": "members.forms.ConfirmAddressForm",
    "add_email": "members.forms.AddAddressForm",
}
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "site_web"
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
# Offered for an address that is new to us only, "use another address" would tell which ones are not.
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = False
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""  # the sender's name says who writes
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "events:home"
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
# Against guessing, and against filling somebody's mailbox; `members/limits.py` says which counts where.
ACCOUNT_RATE_LIMITS = {
    "ask_for_code": "20/m/ip",
    "code_to_own_browser": "3/m/key,30/d/key",
    "code_to_network": "3/m/key,12/d/key",
    "code_to_strangers": "60/d/key",
    "check_code": "5/10m/key",
    "request_login_code": None,  # counted as the others
    "confirm_email": "120/d/key",  # the same, and what is sent a second time
    "manage_email": "10/m/user,30/d/user",
    "hide_photo": "10/h/ip",
}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_ADAPTER = "members.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = COMMUNITY_NAME
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "login_webauthn": "members.passkeys.LoginForm",
    "authenticate_webauthn": "members.passkeys.AuthenticateForm",
    "reauthenticate_webauthn": "members.passkeys.ReauthenticateForm",
    "add_webauthn": "members.passkeys.AddForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG  # passkeys on http://localhost
USERSESSIONS_TRACK_ACTIVITY = False  # it would write a row at every page a member reads

# Safety -------------------------------------------------------------------------------------------------------------

ALLOWED_HOSTS = [SITE_HOST, "localhost", "127.0.0.1"] if DEBUG else [SITE_HOST]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
_https = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _https
# Browsers take such a cookie from this very host over https alone: no neighbour of the domain can set one.
COOKIE_PREFIX = "__Host-" if _https else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid", f"{COOKIE_PREFIX}csrftoken"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = False
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # meant: other sites may share the domain
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_REDIRECT_EXEMPT = [r"^(health/|ready/|metrics)$"]  # asked from inside, past the proxy
SESSION_ENGINE = "members.sessions"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_USE_SESSIONS = False
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "cafecm.sentences.Sentences"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "cafecm.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# Words for the machine ----------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"text": {"()": "cafecm.logs.Line"}, "json": {"()": "cafecm.logs.Json"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT, "stream": sys.stderr}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
