#!/usr/bin/env python
"""The command line of the café: `manage.py serve`, `manage.py demo`, `manage.py import_editions` …"""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cafecm.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"The settings need a look: {error}")


if __name__ == "__main__":
    main()
