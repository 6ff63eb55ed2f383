"""What can be typed after the slash command, and what is the answer? Plain functions; Slack is nowhere near.

`COMMANDS` is the one registry: the help, the playground's composer and later the app's manifest are made from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.answer import Answer, Bullets, Chrome, Line, Paragraph, Pointer
from bot.answer.chatter import too_long
from bot.answer.wording import listed
from bot.desk import Desk
from bot.fact import Store
from bot.lookup import Found
from bot.question import Focus

SLASH = "/deal"
LONGEST = 500  # characters; a question is shorter, and a button's value has to hold it
_SENTENCE = 3  # words; fewer may be a slip in a command's name, as many are meant as a sentence
_NEAR = 70  # of 100: "sumary" and "timline" come above 85, a word of its own such as "time" stays below
_REPEATED = 40  # characters of somebody's words that are said back to them

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_SLASHED = re.compile(r"^/(deal|dealwho|who)(?!\w)", re.IGNORECASE)
_TO_BE = re.compile(r"^(?:is|are|was|were)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Command:
    """One word that can be typed after the slash command.

    `hint` names what follows the word and is empty where nothing does; `example` takes what follows from the store.
    """

    name: str
    hint: str
    description: str
    answer: Callable[[Desk, str], Answer]
    example: Callable[[Store], str]

    @property
    def usage(self) -> str:
        """How it is typed: `/deal who NAME`."""
        return " ".join(filter(None, (SLASH, self.name, self.hint)))

    def sample(self, store: Store) -> str:
        """A line that can be typed as it stands: `/deal who` with somebody's name."""
        return " ".join(filter(None, (SLASH, self.name, self.example(store))))


def respond(desk: Desk, typed: str) -> Answer:
    """The answer to what was typed after the slash command.

    The name of a command decides. A word that comes near one is told so, everything else is taken as a question, and
    what is neither is told what can be typed.
    """
    text = tidy(typed)
    if not text:
        return help_answer(desk.store)
    return _too_long(desk, text) or _command(desk, text) or _without_command(desk, text)


def converse(desk: Desk, said: str, focus: Focus | None = None) -> Answer:
    """The answer to what was said to the bot: commands work too, but nobody is told that a word is none.

    `focus` is what the thread was last about: "sources?" there asks for those of the last answer.
    """
    text = tidy(said)
    if not has_words(text):
        return start(desk.store)
    followed = desk.follow(text, focus) if focus else None
    return _too_long(desk, text) or followed or _command(desk, text) or desk.ask(text)


def start(store: Store) -> Answer:
    """What to ask, for somebody who named the bot and asked nothing."""
    lead = Chrome(f"Ask me about {store.deal.title}. Each answer has its sources and says where they disagree.")
    return _guidance("Ask me", (lead,), store.deal.prompts)


def tidy(typed: str) -> str:
    """What was typed on one line, without marks that cannot be seen and without the slash before a command."""
    line = " ".join(_UNSEEN.sub(" ", typed).split())
    return _SLASHED.sub(lambda found: "" if found[1].casefold() == "deal" else "who", line).strip()


def is_sentence(text: str) -> bool:
    """Whether the text is meant as a question, not as the name of a command."""
    return has_words(text) and (text.endswith("?") or len(text.split()) >= _SENTENCE)


def has_words(text: str) -> bool:
    """Whether there is anything to read in the text: emoji and signs alone ask nothing."""
    return any(character.isalnum() for character in text)


def help_answer(store: Store) -> Answer:
    """Every command with what it does, and questions that can be asked."""
    lead = Chrome(f"Cited answers about {store.deal.title}, and where the sources disagree.")
    rows = tuple((Pointer(command.usage), Chrome(f" {command.description}")) for command in COMMANDS)
    hint = Chrome(f"A question can also stand right behind {SLASH}, or be asked by mentioning me.")
    elements = (Paragraph((lead,)), Bullets(rows), Paragraph((hint,)))
    return Answer("What you can ask", elements, answered=False, suggestions=store.deal.prompts)


def _who(desk: Desk, rest: str) -> Answer:
    """A name's card; "who takes over?" is a question that begins with the name of this command."""
    name = _TO_BE.sub("", rest).rstrip("? ")
    if isinstance(desk.lookup.find(name), Found) or not is_sentence(rest) or name != rest.rstrip("? "):
        return desk.who(name)
    return desk.ask(f"who {rest}")


def _ask(desk: Desk, rest: str) -> Answer:
    return desk.ask(rest)


def _first_person(store: Store) -> str:
    people = (entity.name for entity in store.entities.values() if entity.kind == "person")
    return next(people, next((entity.name for entity in store.entities.values()), ""))


def _first_prompt(store: Store) -> str:
    return next(iter(store.deal.prompts), "")


def _nothing(_: Store) -> str:
    return ""


COMMANDS = (
    Command("summary", "", "the deal in short", lambda desk, _: desk.summary, _nothing),
    Command("timeline", "", "what happened, in order", lambda desk, _: desk.timeline, _nothing),
    Command(
        "disagreements",
        "",
        "where the sources do not say the same, and why",
        lambda desk, _: desk.disagreements,
        _nothing,
    ),
    Command("who", "NAME", "what the sources say of a person or a company", _who, _first_person),
    Command("ask", "QUESTION", "the answer to a question, with its sources", _ask, _first_prompt),
    Command("sources", "", "the articles, and what to know of each", lambda desk, _: desk.sources, _nothing),
    Command("help", "", "this list", lambda desk, _: help_answer(desk.store), _nothing),
)
_BY_NAME = {command.name: command for command in COMMANDS}


def _too_long(desk: Desk, text: str) -> Answer | None:
    return too_long(LONGEST, desk.store) if len(text) > LONGEST else None


def _command(desk: Desk, text: str) -> Answer | None:
    """The answer of the command that the text begins with; a sentence may begin with such a word by chance."""
    name, _, rest = text.partition(" ")
    command = _BY_NAME.get(name.casefold())
    if command is None or (rest and not command.hint and is_sentence(text)):
        return None
    return command.answer(desk, rest)


def _without_command(desk: Desk, text: str) -> Answer:
    near = None if is_sentence(text) else _nearest(text)
    if near:
        return _unknown(text, near, desk.store)
    if isinstance(desk.lookup.find(text), Found):
        return desk.who(text)
    understood = is_sentence(text) or desk.asker.read(text).intent
    found = desk.ask(text)
    return found if found.answered or understood else _unknown(text, None, desk.store)


def _nearest(text: str) -> Command | None:
    hit = process.extractOne(text.partition(" ")[0].casefold(), list(_BY_NAME), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return _BY_NAME[hit[0]] if hit else None


def _unknown(text: str, near: Command | None, store: Store) -> Answer:
    said = text if len(text) <= _REPEATED else f"{text[:_REPEATED]}…"
    missing = Chrome(f"There is no command “{said}”.")
    if near is None:
        after = listed((command.name for command in COMMANDS), "or")
        hint = Chrome(f"After {SLASH} comes {after}, or a question in a few words.")
        return _guidance("No such command", (missing, Chrome(" "), hint), (f"{SLASH} help",))
    nearest = (missing, Chrome(" The nearest is "), Pointer(near.usage), Chrome("."))
    return _guidance("No such command", nearest, (near.sample(store),))


def _guidance(title: str, line: Line, suggestions: tuple[str, ...]) -> Answer:
    return Answer(title, (Paragraph(line),), answered=False, suggestions=suggestions)
