"""What did a person type, once Slack's markup is taken off?"""

from __future__ import annotations

import html
import re

_REFERENCE = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")


def typed(text: str, myself: str = "") -> str:
    """The words without Slack's angle brackets and escapes; mentions of the user `myself` are left out."""
    return html.unescape(_REFERENCE.sub(lambda found: _words(found[1], found[2], myself), text)).strip()


def _words(target: str, label: str | None, myself: str) -> str:
    if myself and target == f"@{myself}":
        return ""
    if target.startswith(("@", "#", "!")):
        sign = "#" if target.startswith("#") else "@"
        return sign + (label or target[1:]).partition("^")[0].lstrip("@#")
    return label or target.removeprefix("mailto:")
