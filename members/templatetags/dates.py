"""Takes the place of Django's own `date`, in every template."""

from typing import Any

from django import template
from django.template import defaultfilters

from members.dates import style_for

register = template.Library()


@register.filter(expects_localtime=True, is_safe=False)
def date(value: Any, style: str = "DATE_FORMAT") -> str:
    """The date as people write it in the active language; "" for none."""
    return str(defaultfilters.date(value, style_for(value, style)))
