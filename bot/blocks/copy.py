"""How does somebody take an answer along? As plain text and as Markdown, preformatted, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from bot import markdown, text
from bot.answer import Answer
from bot.blocks import kit, limits
from bot.blocks.kit import Block, Modal
from bot.blocks.sheet import modal
from bot.edition import Edition

# Slack publishes no limit for preformatted text; as much as it takes in a section.
_PART = limits.SECTION_CHARACTERS - 100
_MOST = 20  # parts of each form: some 60,000 characters, far beyond any answer of ours


def render_copy(answer: Answer, edition: Edition) -> Modal:
    """The dialog with both forms; each ends with the names of its facts, which stay the same from day to day."""
    facts = f"Facts: {', '.join(answer.facts)}" if answer.facts else ""
    below = "\n".join(filter(None, [facts, edition.told]))
    told = {"Plain text": f"{text.render(answer)}\n\n{below}", "Markdown": f"{markdown.render(answer)}\n\n{below}"}
    return modal("Text to copy", [block for title, form in told.items() for block in _form(title, form)])


def _form(title: str, form: str) -> Iterator[Block]:
    yield kit.header(title)
    parts = list(pieces(form, _PART))
    yield from (kit.preformatted(part) for part in parts[:_MOST])
    if len(parts) > _MOST:
        yield kit.context("The rest is longer than Slack takes; the command line has all of it.")


def pieces(form: str, most: int) -> Iterator[str]:
    """The text in parts of at most that many characters, parted at the ends of lines where there are any."""
    part = ""
    for line in form.splitlines(keepends=True):
        if part and len(part) + len(line) > most:
            yield part.rstrip("\n")
            part = ""
        while len(line) > most:
            yield line[:most]
            line = line[most:]  # noqa: PLW2901 # what is left of a line that no part holds
        part += line
    if part.strip():
        yield part.rstrip("\n")
