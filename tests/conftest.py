import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def real_outbox(settings):
    """Django's test runner would send mail to a list in memory; here, as in life, it goes to the outbox."""
    settings.EMAIL_BACKEND = "members.outbox.OutboxBackend"


@pytest.fixture(autouse=True)
def no_limits_left_over():
    """Rate limits count in the cache: each test begins with none used."""
    cache.clear()


@pytest.fixture(autouse=True)
def house_language(settings):
    """A request leaves its language to the thread: each test begins in that of the house."""
    with translation.override(settings.LANGUAGE_CODE):
        yield
