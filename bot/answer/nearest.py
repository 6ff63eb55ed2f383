"""What is said to a name that means nothing here? That there is no such thing, and the nearest form that is right."""

from __future__ import annotations

from bot.answer.elements import Answer, Chrome, Line, Paragraph, Pointer

COMMAND = "/deal"
_REPEATED = 40  # characters of somebody's words that are said back to them


def no_such(what: str, typed: str, nearest: tuple[str, ...], known: Line, others: tuple[str, ...] = ()) -> Answer:
    """That no `what` is called `typed`, and what comes nearest; where nothing does, what is `known`.

    `nearest` and `others` can be typed as they stand: `source 002`; the others are offered where nothing is near.
    """
    missing = Chrome(f"No {what} is called “{_shortened(typed)}”. ")
    said = (Chrome("The nearest is "), Pointer(f"{COMMAND} {nearest[0]}"), Chrome(".")) if nearest else known
    offered = tuple(f"{COMMAND} {form}" for form in nearest or others)
    return Answer(f"No such {what}", (Paragraph((missing, *said)),), answered=False, suggestions=offered)


def incomplete(title: str, hint: Line, forms: tuple[str, ...]) -> Answer:
    """What has to follow the name of a command, with examples of what can be typed."""
    offered = tuple(f"{COMMAND} {form}" for form in forms)
    return Answer(title, (Paragraph(hint),), answered=False, suggestions=offered)


def _shortened(typed: str) -> str:
    return typed if len(typed) <= _REPEATED else f"{typed[:_REPEATED].rstrip()}…"
