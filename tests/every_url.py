"""The site with the pages that only a development machine has."""

from cafecm.urls import handler400, handler403, handler404, handler500, of_a_development_machine
from cafecm.urls import urlpatterns as pages_of_the_site

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [*pages_of_the_site, *of_a_development_machine]
