"""What a WSGI server loads: `cafecm.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from cafecm.processes import end_with_parent, is_supervised

if is_supervised():
    end_with_parent()  # the server's own worker processes are not started by us
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cafecm.settings")
application = get_wsgi_application()
