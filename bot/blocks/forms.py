"""Which forms does somebody fill in? The reason of a judgement and the report of an error; fields are named here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.blocks import kit, limits
from bot.blocks.button import shortened
from bot.blocks.kit import Block, Modal
from bot.blocks.mrkdwn import safe, visible
from bot.blocks.sheet import modal
from bot.command import LONGEST, SLASH, has_words, statement_in
from bot.fact import Fact, Store

REASON, REPORT_FORM, QUESTION_FORM = "reason", "report", "question"  # the callback ids of the forms
WHY, FACT, WRONG, SAID_IN, QUESTION = "why", "fact", "wrong", "said_in", "question"  # their fields
TYPED = 1_000  # characters of a field; as many as the journal keeps

REASONS = {
    "another-question": "It answers another question",
    "wrong": "It is wrong or out of date",
    "missing": "Something is missing",
    "hard-to-read": "It is hard to read",
}


def reason_form(about: str) -> Modal:
    """Why an answer was not helpful; `about` is the answer that was judged."""
    choices = [kit.option(label, reason) for reason, label in REASONS.items()]
    why = kit.field(WHY, "What was wrong with the answer?", kit.radio_buttons(WHY, choices))
    return form(
        REASON, "Not helpful", "Send", [kit.section("Your judgement is noted. A reason helps more."), why], about
    )


def report_form(fact: str, store: Store) -> Modal:
    """An error on a fact, which can be changed for any other."""
    groups = _groups(store)
    options = {option["value"]: option for group in groups for option in group["options"]}
    sources = ", ".join(source.name for source in store.sources.values())
    fields: list[Block] = [
        kit.field(FACT, "On which fact?", kit.grouped_select(FACT, groups, "Choose a fact", options.get(fact))),
        kit.field(WRONG, "What is wrong?", kit.text_field(WRONG, "In your own words", TYPED, multiline=True)),
        kit.field(
            SAID_IN,
            "Where is it said?",
            kit.text_field(SAID_IN, "Source and paragraph, or an address", TYPED),
            shortened(f"The sources are {visible(sources)}.", limits.INPUT_CHARACTERS),
        ),
    ]
    return form(REPORT_FORM, "Report an error", "Send", fields)


def question_form(deal: str, examples: tuple[str, ...]) -> Modal:
    """A question about the deal; an example stands below the field."""
    field = kit.text_field(QUESTION, "Type your question", LONGEST)
    field["focus_on_load"] = True
    hint = shortened(f"For example: {visible(examples[0])}", limits.INPUT_CHARACTERS) if examples else ""
    label = shortened(f"What do you want to know about {visible(deal)}?", limits.INPUT_CHARACTERS)
    return form(QUESTION_FORM, "Ask about the deal", "Ask", [kit.field(QUESTION, label, field, hint)])


def question_slips(question: str) -> dict[str, str]:
    """What is wrong with a question, by field: no words, too many, or a text to be checked, which no dialog keeps."""
    if not has_words(question):
        return {QUESTION: "Type a question, such as the one below."}
    if len(question) > LONGEST:
        return {QUESTION: f"A question has at most {LONGEST} characters."}
    if statement_in(question) is not None:
        return {QUESTION: f"To check a text, type {SLASH} check and the text, or use the menu of its message."}
    return {}


def told(title: str, text: str) -> Modal:
    """A dialog with one line, when a form was sent."""
    return modal(title, [kit.section(safe(text))])


def form(callback_id: str, title: str, submit: str, blocks: list[Block], carried: str = "") -> Modal:
    """A dialog that is sent off; `carried` comes back with it."""
    made = modal(title, blocks, carried)
    made["callback_id"] = callback_id
    made["submit"] = kit.plain(submit)
    made["close"] = kit.plain("Cancel")
    return made


def _groups(store: Store) -> list[kit.OptionGroup]:
    """The facts by subject; Slack takes a hundred in each."""
    facts = store.facts.values()
    subjects = {key: [fact for fact in facts if fact.subject == key] for key in store.deal.subjects}
    return [_group(store.deal.subjects[key].label, chosen) for key, chosen in subjects.items() if chosen]


def _group(label: str, facts: Iterable[Fact]) -> kit.OptionGroup:
    options = [kit.option(_short(fact.question), fact.id) for fact in facts]
    return {"label": kit.plain(_short(label)), "options": options[: limits.MENU_OPTIONS]}


def _short(label: str) -> str:
    return shortened(visible(label), limits.LABEL_CHARACTERS)


def slips(filled: Mapping[str, str], known: bool) -> dict[str, str]:
    """What is wrong with a report, by field: blanks alone say nothing; `known` whether it says where."""
    found = {}
    if not filled.get(WRONG, "").strip():
        found[WRONG] = "Say what is wrong."
    if not known:
        found[SAID_IN] = "Name a source by its number or name, or give the address where it is said."
    return found
