"""Bare Django, for `make bench` to measure the café beside: views of a few lines on the same server and database."""

import os
from pathlib import Path

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from cafecm import environment

LIST = """<!doctype html><title>Rows</title><ol>{% for row in rows %}
<li><a href="/rows/{{ row.pk }}/">{{ row.name }}</a> {{ row.starts_at|date:"l j F Y" }}, {{ row.place }}</li>
{% endfor %}</ol>"""
DEFAULT_MIDDLEWARE = [  # what `startproject` writes
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

settings.configure(
    SECRET_KEY="bare",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF="tests.bare",
    DATABASES={"default": environment.database("DATABASE_URL", default=Path(os.environ["DATA_DIR"]) / "bare.sqlite3")},
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=[] if "BARE_HELLO" in os.environ else DEFAULT_MIDDLEWARE,
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"list.html": LIST})]},
        }
    ],
)
django.setup()


class Row(models.Model):
    name = models.CharField(max_length=80)
    place = models.CharField(max_length=80)
    starts_at = models.DateTimeField(auto_now_add=True)
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "bare"

    def __str__(self) -> str:
        return self.name


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


def rows(request: HttpRequest) -> HttpResponse:
    """A list of 20 rows."""
    return render(request, "list.html", {"rows": Row.objects.order_by("pk")[:20]})


def take(request: HttpRequest) -> HttpResponse:
    """A transaction of one update and one insert."""
    with transaction.atomic():
        Row.objects.filter(pk=1).update(taken=models.F("taken") + 1)
        Row.objects.create(name="taken", place="here")
    return HttpResponse("taken")


urlpatterns = [path("hello/", hello), path("rows/", rows), path("take/", take)]
if "BARE_HELLO" not in os.environ:
    if Row._meta.db_table not in connection.introspection.table_names():
        with connection.schema_editor() as editor:
            editor.create_model(Row)
        Row.objects.bulk_create(Row(name=f"Row {number}", place=f"Place {number}") for number in range(20))
    connection.close()
application = get_wsgi_application()
