"""`dealcheck compare`: what do two sources say beside each other, or does one sentence bear out another's figures?"""

from __future__ import annotations

import argparse
import os
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.cli.account_rows import compare_rows
from bot.cli.deal import add_deal_options, open_desk
from bot.cli.lines import STDIN, InputLine, input_lines
from bot.cli.output import add_output_options, print_row, show
from bot.cli.rows import Row
from bot.pairing import LONGEST, Pairer, Pairing
from bot.store import read_language

_EXAMPLES = """examples:
  dealcheck compare 001 002
  dealcheck compare "It has over 1,900 employees." "The firm employs 2,100 people."
  dealcheck compare --json - < pairs.jsonl"""
_BOTH = 2


class Sentences(BaseModel):
    """What comes in on a line: a claim, and the evidence that it is weighed against; other fields are left alone."""

    model_config = ConfigDict(frozen=True, strict=True)

    claim: str = Field(max_length=LONGEST)
    evidence: str = Field(max_length=LONGEST)


def register(commands: Any) -> None:
    """Add `compare` to the commands."""
    parser = commands.add_parser(
        "compare",
        description=(
            "Show what sources say beside each other; or weigh the figures of a claim against those of a sentence of "
            "evidence, for which no records are needed."
        ),
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "compared",
        nargs="+",
        metavar="ID|SENTENCE",
        help='ids of sources; or claim and evidence; - reads {"claim": …, "evidence": …} from each line of stdin',
    )
    add_output_options(parser)
    add_deal_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare; 0 whatever comes of it, also where the two speak of different things."""
    if any(map(str.isdecimal, arguments.compared)):
        _compare_sources(arguments)
        return 0
    pairer = Pairer(read_language())
    if arguments.compared == [STDIN]:
        for line in input_lines():
            _print(_row(line, pairer), as_json=arguments.json)
        return 0
    if len(arguments.compared) != _BOTH:
        arguments.parser.error("a claim and its evidence are expected, each as one argument, or ids of sources")
    _print(_paired(pairer.pair(*arguments.compared)), as_json=arguments.json)
    return 0


def _compare_sources(arguments: argparse.Namespace) -> None:
    desk, names = open_desk(arguments, os.environ), " ".join(arguments.compared)
    if arguments.json:
        for row in compare_rows(names, desk):
            print_row(row)
    else:
        show(desk.compare(names), plain=arguments.plain)


def _row(line: InputLine, pairer: Pairer) -> Row:
    if line.error:
        return _refused(line.error)
    try:
        sentences = Sentences.model_validate_json(line.text)
    except ValidationError as error:
        return _refused(_told(error))
    return _paired(pairer.pair(sentences.claim, sentences.evidence))


def _paired(pairing: Pairing) -> Row:
    return {"relation": pairing.relation, "reason": pairing.reason}


def _refused(error: str) -> Row:
    return {"relation": None, "reason": "", "error": error}


def _told(error: ValidationError) -> str:
    told = ((".".join(map(str, problem["loc"])), problem["msg"]) for problem in error.errors())
    return "; ".join(f"{field}: {message}" if field else message for field, message in told)


def _print(row: Row, *, as_json: bool) -> None:
    if as_json:
        print_row(row)
    else:
        print(f"{row['relation'] or 'NOT COMPARED'}: {row.get('error') or row['reason']}", flush=True)
