"""The site as a development machine has it: with the page of its look."""

from cafecm.design import design
from cafecm.urls import handler400, handler403, handler404, handler500, i18n_patterns, path
from cafecm.urls import urlpatterns as pages_of_the_site

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [
    *pages_of_the_site,
    *i18n_patterns(path("design/", design, name="design"), prefix_default_language=False),
]
