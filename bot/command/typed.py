"""What did somebody type: on one line, without the slash, a sentence or a text to be checked?"""

from __future__ import annotations

import re

from bot.answer.charts import Chart, charts_named

SLASH = "/deal"
CHART = "chart"  # the command that answers with pictures too
LONGEST = 500  # characters; a question is shorter, and a button's value has to hold it
_SENTENCE = 3  # words; fewer may be a slip in a command's name, as many are meant as a sentence

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_SLASHED = re.compile(r"^/(deal|dealwho|who)(?!\w)", re.IGNORECASE)
_TO_CHECK = re.compile(r"\s*(?:/deal\s+)?check\b(?!\s*\?)\s*:?(?:\s+(.*))?$", re.IGNORECASE | re.DOTALL)


def tidy(typed: str) -> str:
    """What was typed on one line, without marks that cannot be seen and without the slash before a command."""
    line = _visible(typed)
    return _SLASHED.sub(lambda found: "" if found[1].casefold() == "deal" else "who", line).strip()


def statement_in(typed: str) -> str | None:
    """What is to be checked, where that is what was typed; its lines stay lines, at whose ends statements end."""
    found = _TO_CHECK.match(typed)
    return "\n".join(map(_visible, (found[1] or "").splitlines())) if found else None


def charts_in(typed: str) -> tuple[Chart, ...]:
    """The charts that are asked for, where that is what was typed; none otherwise."""
    name, _, rest = tidy(typed).partition(" ")
    return charts_named(rest) or () if name.casefold() == CHART else ()


def is_sentence(text: str) -> bool:
    """Whether the text is meant as a question, not as the name of a command."""
    return has_words(text) and (text.endswith("?") or len(text.split()) >= _SENTENCE)


def has_words(text: str) -> bool:
    """Whether there is anything to read in the text: emoji and signs alone ask nothing."""
    return any(character.isalnum() for character in text)


def _visible(line: str) -> str:
    return " ".join(_UNSEEN.sub(" ", line).split())
