"""What is the answer to what was typed or said? A command, a text to be checked, or a question."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.answer import Answer, Chrome, Line, Paragraph, Pointer
from bot.answer.chatter import too_long
from bot.answer.tables import Table
from bot.answer.wording import listed
from bot.command.registry import COMMANDS, Command, help_answer
from bot.command.typed import LONGEST, SLASH, charts_in, has_words, is_sentence, statement_in, tidy
from bot.desk import Desk
from bot.fact import Store
from bot.lookup import Found
from bot.question import Focus

_NEAR = 70  # of 100: "sumary" and "timline" come above 85, a word of its own such as "time" stays below
_REPEATED = 40  # characters of somebody's words that are said back to them
_BY_NAME = {command.name: command for command in COMMANDS}


def respond(desk: Desk, typed: str) -> Answer:
    """The answer to what was typed after the slash command.

    The name of a command decides. A word that comes near one is told so, everything else is taken as a question, and
    what is neither is told what can be typed.
    """
    text = tidy(typed)
    if not text:
        return help_answer(desk.store)
    checked = _checked(desk, typed)
    return checked or _too_long(desk, text) or _command(desk, text) or _without_command(desk, text)


def converse(desk: Desk, said: str, focus: Focus | None = None) -> Answer:
    """The answer to what was said to the bot: commands work too, but nobody is told that a word is none.

    `focus` is what the thread was last about: "sources?" there asks for those of the last answer.
    """
    text = tidy(said)
    if not has_words(text):
        return start(desk.store)
    checked = _checked(desk, said)
    on_its_own = checked or charts_in(text)
    followed = desk.follow(text, focus) if focus and not on_its_own else None
    return checked or _too_long(desk, text) or followed or _command(desk, text) or desk.ask(text)


def table_of(desk: Desk, typed: str) -> Table | None:
    """What was typed as a table; None for whatever gives none."""
    command = _with_table(typed)
    return command.table(desk.store, desk.deal) if command and command.table else None


def has_table(typed: str) -> bool:
    """Whether what was typed is a command, and nothing more, that gives a table too."""
    return _with_table(typed) is not None


def start(store: Store) -> Answer:
    """What to ask, for somebody who named the bot and asked nothing."""
    lead = Chrome(f"Ask me about {store.deal.title}. Each answer has its sources and says where they disagree.")
    return _guidance("Ask me", (lead,), store.deal.prompts)


def _with_table(typed: str) -> Command | None:
    command = _BY_NAME.get(tidy(typed).casefold())
    return command if command and command.table else None


def _checked(desk: Desk, typed: str) -> Answer | None:
    """A check, of a text of any length: what is beyond the checker's limits it names itself."""
    statement = statement_in(typed)
    return None if statement is None else desk.check(statement)


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
    sentence = is_sentence(text) or _opens_a_sentence(text, desk)
    near = None if sentence else _nearest(text)
    if near:
        return _unknown(text, near, desk.store)
    if isinstance(desk.lookup.find(text), Found):
        return desk.who(text)
    understood = sentence or desk.asker.read(text).intent
    found = desk.ask(text)
    return found if found.answered or understood else _unknown(text, None, desk.store)


def _opens_a_sentence(text: str, desk: Desk) -> bool:
    """Whether the first of several words stands for two, as "who's" does: no command is called so."""
    first, _, rest = text.casefold().replace("’", "'").partition(" ")
    return bool(rest) and " " in desk.language.words.questions.short_forms.get(first, "")


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
