"""What do the sample bot's messages, modals and Home tab consist of?"""

from typing import Any

Json = dict[str, Any]


def summary(page: int = 1) -> list[Json]:
    """An answer with most of what a message can hold."""
    return [
        {
            "type": "header",
            "text": {"type": "plain_text", "text": "Harbour buys Lighthouse: the deal in short"},
        },
        section(
            "*Price.* Harbour pays *$4 billion to $5 billion* in cash and shares `[101 ¶3]` `[104 ¶1]`\n"
            "*Stake.* It takes *49 %*, and _nearly half_ of the votes `[102 ¶7]`\n"
            "*Valuation.* :warning: the sources disagree: *$9 billion* `[101 ¶4]` or *$10 billion* `[103 ¶2]`"
        ),
        {
            "type": "section",
            "fields": [
                {"type": "mrkdwn", "text": "*Stage*\nannounced, not closed"},
                {"type": "mrkdwn", "text": "*Sources*\n4 articles, 31 claims"},
                {"type": "mrkdwn", "text": "*Disagreements*\n2 major, 1 minor"},
                {"type": "mrkdwn", "text": f"*Page*\n{page} of 3"},
            ],
        },
        {"type": "divider"},
        {
            **section(
                "> the buyer will hold a stake of up to 49 percent\n"
                "• <https://example.org/101|101 Harbour Gazette>, paragraph 3\n"
                "• <https://example.org/102|102 Evening Ledger>, paragraph 7 &amp; 8"
            ),
            "accessory": {
                "type": "overflow",
                "action_id": "choose",
                "options": [
                    {"text": {"type": "plain_text", "text": "Copy as text"}, "value": "copy"},
                    {"text": {"type": "plain_text", "text": "Report an error"}, "value": "report"},
                ],
            },
        },
        {
            "type": "context",
            "elements": [
                {
                    "type": "mrkdwn",
                    "text": "Sources: 101 Harbour Gazette · 102 Evening Ledger · 103 Quay Weekly",
                }
            ],
        },
        {
            "type": "actions",
            "elements": [
                button("Share to channel", "share", "primary"),
                button("Next page", "more", value=str(page + 1)),
                button("Remove", "break", "danger"),
            ],
        },
    ]


def report_form() -> Json:
    """A modal with one of each field that people fill in."""
    return {
        "type": "modal",
        "callback_id": "report",
        "title": plain("Report an error"),
        "submit": plain("Send"),
        "close": plain("Cancel"),
        "notify_on_close": True,
        "private_metadata": "fact:price",
        "blocks": [
            section("*What is wrong?* The curators read every report."),
            field("fact", "Which fact?", chooser("static_select", "fact", "Price", "Stake")),
            field("what", "What is wrong?", typed("text", multiline=True, min_length=5)),
            field("where", "Where is it said?", typed("where"), optional=True),
            field("kind", "What kind of slip?", chooser("radio_buttons", "kind", "A figure", "A name")),
            field("more", "And", chooser("checkboxes", "more", "Tell me", "Be quick"), optional=True),
            {"type": "actions", "block_id": "buttons", "elements": [button("Evidence", "evidence")]},
        ],
    }  # fmt: skip


def evidence(depth: int = 1) -> Json:
    """A modal that stacks: each of its buttons opens another on top."""
    return {
        "type": "modal",
        "title": plain(f"Evidence {depth}"),
        "close": plain("Back" if depth > 1 else "Close"),
        "blocks": [
            section("> the buyer will hold a stake of up to 49 percent\n`[102 ¶7]` says *49 %*, hedged with “up to”."),
            {
                "type": "actions",
                "block_id": "next",
                "elements": [button("The source", "source", value=str(depth)), button("Once more", "again")],
            },
        ],
    }


def home(length: str = "short") -> Json:
    """A Home tab with a setting."""
    radio = chooser("radio_buttons", "length", "short", "full")
    radio["initial_option"] = radio["options"][length == "full"]
    setting = section(f"Your answers are *{length}*.") | {"block_id": "settings", "accessory": radio}
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": plain("The deal at a glance")},
            section("*Price* $4 billion to $5 billion `[101 ¶3]`\n*Stake* 49 % `[102 ¶7]`"),
            {"type": "divider"},
            setting,
            {"type": "actions", "block_id": "go", "elements": [button("Evidence", "evidence")]},
        ],
    }  # fmt: skip


def feedback() -> Json:
    """What stands under an answer: two thumbs and a bin."""
    choices = {
        "positive_button": {"text": plain("Good"), "value": "+"},
        "negative_button": {"text": plain("Bad"), "value": "-"},
    }
    trash = {"type": "icon_button", "action_id": "trash", "icon": "trash", "text": plain("Remove")}
    return {
        "type": "context_actions",
        "elements": [{"type": "feedback_buttons", "action_id": "feedback", **choices}, trash],
    }


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def chooser(kind: str, action_id: str, *words: str) -> Json:
    offered = [{"text": plain(word), "value": word.lower()} for word in words]
    return {"type": kind, "action_id": action_id, "options": offered}


def typed(action_id: str, **more: object) -> Json:
    return {"type": "plain_text_input", "action_id": action_id, **more}


def field(block_id: str, label: str, element: Json, *, optional: bool = False) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, "optional": optional}


def section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(text: str, action_id: str, style: str | None = None, value: str = "1") -> Json:
    made = {
        "type": "button",
        "action_id": action_id,
        "value": value,
        "text": {"type": "plain_text", "text": text},
    }
    return made | ({"style": style} if style else {})
