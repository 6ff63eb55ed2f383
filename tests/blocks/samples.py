"""Which payloads are right, for tests of the judges to spoil?"""

from __future__ import annotations

from typing import Any

from tests.blocks.judge import Json


def button(action: str, label: str, **more: Any) -> Json:
    return {"type": "button", "action_id": action, "text": plain(label), "value": action, **more}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def marked(text: str) -> Json:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def message() -> list[Json]:
    """Blocks in which nothing is wrong."""
    return [
        {
            "type": "section",
            "text": marked("The stake is *49%* [001 ¶12]"),
            "accessory": button("ask_0", "Show quotes"),
        },
        {"type": "context", "elements": [marked("Sources: *001* First Word")]},
        {"type": "actions", "elements": [button("share", "Share to channel"), button("ask_1", "Related")]},
    ]


def modal() -> Json:
    """A view in which nothing is wrong."""
    picture = {
        "type": "image",
        "image_url": "https://bot.example/p.png",
        "alt_text": "Amounts, as each source gives them",
    }
    return {"type": "modal", "title": plain("Evidence"), "blocks": [picture, *message()]}


def put(holder: Any, place: str, value: Any) -> None:
    *path, last = (int(step) if step.isdecimal() else step for step in place.split("/"))
    for step in path:
        holder = holder[step]
    holder[last] = value
