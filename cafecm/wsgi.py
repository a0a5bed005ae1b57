"""What a WSGI server loads: `cafecm.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from cafecm.processes import end_with_parent, is_supervised

if is_supervised():
    end_with_parent()  # the server's own worker processes are not started by us
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cafecm.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  (loads the views, which Django puts off until somebody asks)
# What the program consists of stays as long as it runs. Python looks for what is left over once a quarter of all that
# it holds is new: counted in, the program has it put that off until megabytes of old pages lie about.
gc.collect()
gc.freeze()
