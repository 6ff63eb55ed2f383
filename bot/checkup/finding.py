"""What does one check come to? One line: what was found, and what to do where that is a problem."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a check ended; one that could not be made says what it waits for."""

    OK = "ok"
    PROBLEM = "problem"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Finding:
    """What a check found, never with a token or a secret in it; `advice` says what to do about a problem."""

    check: str
    state: State
    told: str
    advice: str = ""


def fine(check: str, told: str) -> Finding:
    return Finding(check, State.OK, told)


def problem(check: str, told: str, advice: str) -> Finding:
    return Finding(check, State.PROBLEM, told, advice)


def skipped(check: str, why: str) -> Finding:
    return Finding(check, State.SKIPPED, why)
