"""How do tests type commands? In this process for what is said, in one of its own for how it starts and ends."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from tests.sample.records import Records

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "bot"]


@dataclass(frozen=True)
class Shell:
    """Types commands about the sample records and keeps what they print."""

    records: Records
    capture: pytest.CaptureFixture[str]

    def run(self, *words: str, code: int = 0) -> str:
        """What a command prints on stdout; its exit code has to be `code`."""
        assert main([*words, *self.options]) == code
        return self.capture.readouterr().out

    def refuse(self, *words: str, code: int) -> str:
        """What a command prints on stderr where it fails with `code`; it prints nothing on stdout."""
        assert main([*words, *self.options]) == code
        out, err = self.capture.readouterr()
        assert out == ""
        return err

    def rows(self, *words: str) -> list[dict[str, Any]]:
        """The objects that a command prints with `--json`; every line has to be one."""
        return [json.loads(line) for line in self.run(*words, "--json").splitlines()]

    @property
    def options(self) -> tuple[str, ...]:
        return ("--facts", str(self.records.facts), "--seeds", str(self.records.seeds))


def process(*words: str, given: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own, on the real records."""
    return subprocess.run([*PROGRAM, *words], cwd=ROOT, input=given, env=env, capture_output=True, check=False)
