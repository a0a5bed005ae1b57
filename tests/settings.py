"""The settings of the tests: those of the product, without what a developer's own `.env` or `var/` says."""

import os
import tempfile

for name in ("SECRET_KEY", "EMAIL_URL", "SITE_URL", "COMMUNITY_NAME", "TRUSTED_PROXIES", "MAIL_FROM", "HOST", "PORT"):
    os.environ[name] = ""
for name in ("AUTHSERV_ID", "DKIM_SELECTOR", "IMAP_URL", "REDIS_URL", "WEB_WORKERS", "ACCESS_LOG", "LOG_FORMAT"):
    os.environ[name] = ""
os.environ["REPLICA_DATABASE_URL"] = os.environ["METRICS_TOKEN"] = os.environ["MEDIA_BUCKET"] = ""
os.environ.update(
    DATA_DIR=tempfile.mkdtemp(prefix="cafecm-tests-"),
    DEVELOPMENT="off",
    DEBUG="off",
    DEMO="off",
    LANGUAGE_CODE="fr",
    TIME_ZONE="Europe/Paris",
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL", ""),
)

from cafecm.settings import *  # noqa: E402, F403
from cafecm.settings import DATA_DIR, DATABASES, STORAGES, TEMPLATES  # noqa: E402

if "sqlite" in DATABASES["default"]["ENGINE"]:
    # A real file: threads of the live server meet the write-ahead log and IMMEDIATE as in life.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
else:
    DATABASES["default"]["OPTIONS"]["pool"] = False  # a pool outlives the test database that it is connected to
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 200_000}}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "«undefined: %s»"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
