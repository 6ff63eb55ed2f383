"""Is this machine ready: the environment's variables, the records, the state file and the port?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checkup.finding import Finding, fine, problem
from bot.journal import JournalError, try_out
from bot.lint import check_all
from bot.problem import StoreError
from bot.settings import ApiSettings, SettingsError, read_settings
from bot.slack import PortError, bound
from bot.store import read_language


def variables(kind: type[ApiSettings]) -> Iterator[Finding]:
    """Whether each variable is set that this way of running needs, and each that is set is one that can be used."""
    wrong = _wrong(kind)
    for field in kind.model_fields.values():
        name = str(field.alias)
        if name in wrong:
            yield problem(name, *wrong[name])
        elif field.is_required():
            yield fine(name, "is set")


def _wrong(kind: type[ApiSettings]) -> dict[str, tuple[str, str]]:
    """By variable, what is wrong with it and what to put there."""
    try:
        read_settings(kind)
    except SettingsError as error:
        lines = (line.split(" ", 1) for line in error.lines)
        return {name: _parted(told) for name, told in lines}
    return {}


def _parted(told: str) -> tuple[str, str]:
    wrong, _, meant = told.partition("; it is ")
    return wrong, f"set it to {meant}"


def records(facts: Path, seeds: Path) -> Finding:
    """Whether the linter finds anything."""
    try:
        found = [slip for report in check_all(facts, seeds, read_language()) for slip in report.problems]
    except StoreError as error:
        found = list(error.problems)
    if found:
        return problem("records", f"{len(found)} found in {facts}", "dealcheck lint lists them")
    return fine("records", f"nothing found in {facts}")


def state_file(path: Path) -> Finding:
    """Whether the bot can write to its file, which is made where there is none."""
    try:
        try_out(path)
    except JournalError as error:
        return problem("state file", str(error), "let DEALCHECK_STATE name a file that the bot may write to")
    return fine("state file", f"{path} can be written")


def port(host: str, number: int) -> Finding:
    """Whether the address can be listened on: not while the bot itself, or anything else, does."""
    try:
        bound(host, number).close()
    except PortError as error:
        told, _, advice = str(error).partition("; ")
        return problem("port", told, f"{advice}, unless it is the bot itself that runs there")
    return fine("port", f"{host}:{number} is free")
