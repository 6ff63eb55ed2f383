"""What stands on the bot's Home tab? The deal at a glance, where the sources disagree, how to ask, and settings."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer import Legend
from bot.answer.statements import statement
from bot.answer.wording import label
from bot.blocks import kit, limits
from bot.blocks.button import EVIDENCE, Exhibit, button, request_for, shortened
from bot.blocks.controls import Look
from bot.blocks.kit import Block, Home
from bot.blocks.mrkdwn import Run, rows, runs_of, safe, visible
from bot.blocks.pieces import legend
from bot.command import CHECK_MESSAGE, SLASH
from bot.comparison import Comparison
from bot.desk import Desk

SETTING = "setting"
CITATIONS, ANSWERS = "citations", "answers"
_MOST = 20  # disagreements; all of them stand in the answer to the command
_PROMPTS = 5

_CITATIONS = {"short": "Sources by number: [001 ¶12]", "names": "Sources by name"}
_ANSWERS = {"full": "Answers in full, with quotes", "short": "Answers in short"}


def render_home(desk: Desk, look: Look) -> Home:
    """The tab of somebody who wants answers to look so."""
    store = desk.store
    blocks: list[Block] = [
        kit.header(shortened(visible(store.deal.title), limits.HEADER_CHARACTERS)),
        kit.context(safe(f"{len(store.sources)} articles, {len(store.facts)} facts. {desk.edition.told}.")),
        *_glance(desk, look),
        *_disagreements(desk),
        *_asking(desk),
        *_settings(look),
    ]
    return {"type": "home", "blocks": blocks}


def _glance(desk: Desk, look: Look) -> Iterator[Block]:
    """Each headline with its sources, and in words where these do not say the same."""
    yield kit.header("The deal at a glance")
    names = {source.id: source.label for source in desk.store.sources.values()} if look.named else {}
    for fact in desk.store.deal.headlines:
        if comparison := desk.deal.facts.get(fact):
            line = next(rows(runs_of(statement(comparison, desk.store), names)), "")
            yield kit.section(line, _evidence(comparison))
    sources = Legend(tuple((source.id, source.label) for source in desk.store.sources.values()))
    yield from (kit.context(piece.text) for piece in legend([sources]))


def _disagreements(desk: Desk) -> Iterator[Block]:
    yield kit.header("Where the sources disagree")
    found = desk.deal.disagreements()
    for comparison in found[:_MOST]:
        told = [Run(comparison.fact.question, "bold"), Run(f" {label(comparison)}", "italic")]
        yield kit.section(next(rows(told), "-"), _evidence(comparison, "again_"))
    rest = f"{len(found) - _MOST} more: " if len(found) > _MOST else "All of it with the quotes: "
    yield kit.context(f"{rest}`{SLASH} disagreements`" if found else "On no fact do the sources differ.")


def _evidence(comparison: Comparison, place: str = "") -> kit.Button:
    fact = comparison.fact
    spoken = f"Evidence{' of the disagreement' if place else ''}: {fact.question}"
    return button(f"{EVIDENCE}_{place}{fact.id}", "Evidence", Exhibit(facts=(fact.id,)), spoken=spoken)


def _asking(desk: Desk) -> Iterator[Block]:
    yield kit.header("How to ask")
    yield kit.section(
        f"•  Anywhere: `{SLASH}` and a question, or `{SLASH} help` for all commands; only you see the answer.\n"
        "•  In a channel: mention me with a question; I answer in a thread.\n"
        "•  Here, under *Messages*: just write.\n"
        f"•  In the menu of any message: *{safe(CHECK_MESSAGE.name)}* tells what the sources make of it."
    )
    asking = ((visible(prompt), request_for(prompt)) for prompt in desk.store.deal.prompts[:_PROMPTS])
    pressed = [
        button(f"{EVIDENCE}_ask_{place}", prompt, Exhibit(request=request))
        for place, (prompt, request) in enumerate(asking)
        if prompt and request
    ]
    if pressed:
        yield kit.actions(pressed)


def _settings(look: Look) -> Iterator[Block]:
    """Two menus; what they are for stands beside them, and what is chosen in them."""
    yield kit.header("Your settings")
    yield _setting("How sources are cited", CITATIONS, _CITATIONS, "names" if look.named else "short")
    yield _setting("How long answers are", ANSWERS, _ANSWERS, "short" if look.brief else "full")


def _setting(told: str, name: str, choices: dict[str, str], chosen: str) -> Block:
    options = {key: kit.option(text, key) for key, text in choices.items()}
    menu = kit.select(f"{SETTING}_{name}", list(options.values()), options[chosen], told)
    return kit.section(f"*{told}*", menu)
