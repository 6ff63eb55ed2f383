"""How fast is `/deal summary` beside bare Bolt apps? `make bench` measures both in one run and prints the ratios.

One connection shows how long a person waits, 64 how much one worker takes. The apps take turns, round after round, so
that what else the machine does falls on all of them alike; each figure and ratio is the median of its rounds.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import httpx
from slack_sdk.signature import SignatureVerifier

from bot.command import SLASH
from bot.slack.http import REQUEST_PATH
from tests.bench.contestants import BARE, BARE_AT_ONCE, OURS, SECRET, SPENT_PATH
from tests.bench.load import Load, Measured, generator, measure
from tests.bench.report import MANY, Results, Round, missed, report

ROOT = Path(__file__).parents[2]
_COMMAND = {
    "command": SLASH,
    "text": "summary",
    "team_id": "T1",
    "channel_id": "C1",
    "user_id": "U1",
    "response_url": "http://127.0.0.1:9/response",
}


def main() -> int:
    """Measures and prints; 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each app has its turn")
    parser.add_argument("--seconds", type=int, default=1, help="how long a turn is")
    arguments = parser.parse_args()
    with contextlib.ExitStack() as stack:
        ports = {name: stack.enter_context(serving(name)) for name in (OURS, BARE, BARE_AT_ONCE)}
        one = measured(ports, 1, arguments.rounds, arguments.seconds)
        many = measured({name: ports[name] for name in (OURS, BARE_AT_ONCE)}, MANY, arguments.rounds, arguments.seconds)
    results = Results(one, many)
    print(f"{SLASH} summary over loopback; load by {generator()}")
    print(report(results))
    return int(bool(missed(results)))


def measured(ports: dict[str, int], connections: int, rounds: int, seconds: float) -> list[Round]:
    """What the apps did round after round, after a first round that does not count."""
    for port in ports.values():
        measure(signed(port, connections, 1))
    return [{name: _turn(signed(port, connections, seconds)) for name, port in ports.items()} for _ in range(rounds)]


def _turn(load: Load) -> Measured:
    before = _spent(load.port)
    found = measure(load)
    answers = found.per_second * load.seconds
    return replace(found, worker_ms=(_spent(load.port) - before) * 1000 / answers)


def _spent(port: int) -> float:
    """The seconds of processor time that a server has had."""
    return float(httpx.get(f"http://127.0.0.1:{port}{SPENT_PATH}", trust_env=False).text)


def signed(port: int, connections: int, seconds: float) -> Load:
    """The command as Slack sends it, signed now; Slack's signatures hold for five minutes."""
    body, when = urlencode(_COMMAND), str(int(time.time()))
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": when,
        "X-Slack-Signature": SignatureVerifier(SECRET).generate_signature(timestamp=when, body=body) or "",
    }
    return Load(port, REQUEST_PATH, body, headers, connections, seconds)


@contextlib.contextmanager
def serving(name: str) -> Iterator[int]:
    """Serves an app in a process of its own until the block is left; gives its port."""
    starting = [sys.executable, "-m", "tests.bench.contestants", name]
    with subprocess.Popen(starting, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield int(server.stdout.readline())
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
