"""What can be pressed under an answer? Three things at once, the rest in a menu, and Slack's thumbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer import Answer, Notice
from bot.blocks import kit, limits
from bot.blocks.button import (
    ASK,
    EVIDENCE,
    FILE,
    MORE,
    PAGE,
    REMOVE,
    SHARE,
    SHARE_CHECK,
    Exhibit,
    Request,
    Sharer,
    Statement,
    button,
    shortened,
)
from bot.command import has_table
from bot.comparison import Verdict

FEEDBACK = "feedback"
RELATED, COPY, HELPFUL, UNHELPFUL, REPORT = "related", "copy", "helpful", "unhelpful", "report"

_SURE = kit.confirm(
    "Share to channel?", "This shows the checked text to the whole channel.", "Share", "Keep it private"
)
_WHY = {
    Verdict.DIFFER: "Why do they differ?",
    Verdict.DISAGREE: "Why do they disagree?",
    Verdict.SELF_CONTRADICTION: "Why a contradiction?",
}


@dataclass(frozen=True)
class Look:
    """How somebody wants answers: sources by name instead of by number, and the gist instead of all."""

    named: bool = False
    brief: bool = False


USUAL = Look()


@dataclass(frozen=True)
class Frame:
    """What stands around an answer.

    `request` is what its buttons ask for again; without it there are none for paging and sharing. `digest` tells what
    the answer's facts say now (bot/edition.py), and without it no button leads on from them. `thumbs` are Slack's own
    buttons for feedback, which messages for one person alone cannot be sure to have; those have it in their menu.
    `statement` is the text that was checked, where the check can be shared.
    `sharer` is whoever shared it, who alone may take it back. `note` is a closing line of markup, such as who that was.
    """

    request: Request | None = None
    share: bool = False
    suggest: bool = True
    note: str = ""
    digest: str = ""
    thumbs: bool = False
    sharer: str = ""
    statement: Statement | None = None
    look: Look = USUAL


@dataclass(frozen=True)
class Choice:
    """What was chosen from an answer's menu: the verb, and what it is about."""

    verb: str
    about: str

    @property
    def value(self) -> str:
        """As a menu carries it."""
        return f"{self.verb} {self.about}"


def read_choice(value: str) -> Choice:
    """The choice that a menu carried."""
    return Choice(*value.partition(" ")[::2])


def controls(answer: Answer, frame: Frame, number: int = 1, of: int = 1) -> Iterator[kit.Block]:
    """The blocks with all that can be pressed under page `number` of an answer."""
    pressed = [
        *_pages(frame, number, of),
        *_about(answer, frame),
        *_table(answer, frame),
        *_sharing(answer, frame, number),
        *_copying(answer, frame),
    ]
    menu = list(_menu(answer, frame))
    if pressed or menu:
        yield kit.actions([*pressed, *([kit.overflow(MORE, menu)] if menu else [])])
    if frame.thumbs and (about := _subject(answer, frame)):
        good, bad = Choice(HELPFUL, about), Choice(UNHELPFUL, about)
        yield kit.feedback(FEEDBACK, kit.option("Helpful", good.value), kit.option("Not helpful", bad.value))


def _pages(frame: Frame, number: int, of: int) -> Iterator[kit.Button]:
    if frame.request and number > 1:
        back = frame.request.at(number - 1)
        yield button(f"{PAGE}_back", "Back", back, spoken=f"Back to page {back.page} of {of}")
    if frame.request and number < of:
        ahead = frame.request.at(number + 1)
        yield button(f"{PAGE}_next", "Next", ahead, spoken=f"On to page {ahead.page} of {of}")


def _about(answer: Answer, frame: Frame) -> Iterator[kit.Button]:
    """What the answer rests on, and where it is about one disagreement, why."""
    if not (answer.answered and frame.digest):
        return
    exhibit = Exhibit(facts=answer.facts)
    if exhibit.fits:
        yield button(EVIDENCE, "Evidence", exhibit, spoken="Every claim with its quote and the proof")
    notices = [element for element in answer.elements if isinstance(element, Notice)]
    if len(notices) == 1 and notices[0].verdict in _WHY:
        why = Request(text=f"why {notices[0].fact}", whole=True)
        if not (frame.request and frame.request.text == why.text):
            spoken = f"{_WHY[notices[0].verdict]} {notices[0].topic}"
            yield button(f"{ASK}_why", _WHY[notices[0].verdict], why, spoken=spoken)


def _table(answer: Answer, frame: Frame) -> Iterator[kit.Button]:
    if frame.request and has_table(frame.request.text):
        spoken = f"{answer.title}: send me a CSV file in direct messages"
        yield button(FILE, "As CSV", frame.request.at(1), spoken=spoken)


def _sharing(answer: Answer, frame: Frame, number: int) -> Iterator[kit.Button]:
    if frame.sharer:
        yield button(REMOVE, "Remove", Sharer(sharer=frame.sharer), spoken="Remove what you shared")
    elif frame.request and frame.share and answer.answered:
        yield button(SHARE, "Share to channel", frame.request.at(number).seen(frame.digest))
    elif frame.statement:
        yield {**button(SHARE_CHECK, "Share to channel", frame.statement), "confirm": _SURE}


def _menu(answer: Answer, frame: Frame) -> Iterator[kit.Option]:
    """What else can be done; Slack takes five choices at most."""
    about = _subject(answer, frame)
    if not about:
        return
    yield _option("Related facts", Choice(RELATED, answer.facts[0]))
    if (copy := _copy(frame)) and _in_menu(copy):
        yield _option("Text to copy", copy)
    if not frame.thumbs:
        yield _option("Helpful", Choice(HELPFUL, about))
        yield _option("Not helpful", Choice(UNHELPFUL, about))
    yield _option("Report an error", Choice(REPORT, about))


def _copying(answer: Answer, frame: Frame) -> Iterator[kit.Button]:
    """What asks for the text to copy is too long for a menu where a question is long or follows another."""
    if frame.request and (copy := _copy(frame)) and not _in_menu(copy) and _subject(answer, frame):
        yield button(COPY, "Text to copy", frame.request.at(1))


def _copy(frame: Frame) -> Choice | None:
    return Choice(COPY, frame.request.at(1).value) if frame.request else None


def _in_menu(choice: Choice) -> bool:
    return len(choice.value) <= limits.OPTION_VALUE_CHARACTERS


def _option(label: str, choice: Choice) -> kit.Option:
    return kit.option(shortened(label, limits.LABEL_CHARACTERS), choice.value)


def _subject(answer: Answer, frame: Frame) -> str:
    """What is judged or reported: the first fact of an answer, and what all of them say now; empty for none."""
    about = f"{answer.facts[0]} {frame.digest}" if answer.answered and answer.facts and frame.digest else ""
    return about if len(about) + len(UNHELPFUL) < limits.OPTION_VALUE_CHARACTERS else ""
