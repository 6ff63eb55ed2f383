"""How fast is `/deal summary` beside bare Bolt apps? `make bench` measures both in one run and prints the ratios.

One connection shows how long a person waits, 64 how much one worker takes. The apps take turns, round after round, so
that what else the machine does falls on all of them alike; each figure is the median of its rounds.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from bot.command import SLASH
from bot.slack.http import REQUEST_PATH
from tests.bench.contestants import BARE, BARE_AT_ONCE, OURS, SECRET
from tests.bench.load import Load, Measured, generator, measure
from tests.bench.report import MANY, Results, missed, report

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
    parser.add_argument("--rounds", type=int, default=3, help="how often each app has its turn")
    parser.add_argument("--seconds", type=int, default=3, help="how long a turn is")
    arguments = parser.parse_args()
    with contextlib.ExitStack() as stack:
        ports = {name: stack.enter_context(serving(name)) for name in (OURS, BARE, BARE_AT_ONCE)}
        one = measured(ports, 1, arguments.rounds, arguments.seconds)
        many = measured({name: ports[name] for name in (OURS, BARE_AT_ONCE)}, MANY, arguments.rounds, arguments.seconds)
    results = Results(one, many)
    print(f"{SLASH} summary over loopback; load by {generator()}")
    print(report(results))
    return int(bool(missed(results)))


def measured(ports: dict[str, int], connections: int, rounds: int, seconds: float) -> dict[str, Measured]:
    """What each app did, after a first turn that does not count."""
    turns: dict[str, list[Measured]] = {name: [] for name in ports}
    for number in range(rounds + 1):
        for name, port in ports.items():
            found = measure(signed(port, connections, seconds if number else 1))
            turns[name] += [found] if number else []
    return {name: _middle(found) for name, found in turns.items()}


def _middle(found: list[Measured]) -> Measured:
    return Measured(
        statistics.median(turn.median_ms for turn in found), statistics.median(turn.per_second for turn in found)
    )


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
