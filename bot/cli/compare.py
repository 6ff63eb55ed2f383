"""`dealcheck compare`: does one sentence bear out the figures of another, or each pair on standard input?"""

from __future__ import annotations

import argparse
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.cli.lines import STDIN, InputLine, input_lines
from bot.cli.output import print_row
from bot.cli.rows import Row
from bot.pairing import LONGEST, Pairer, Pairing
from bot.store import read_language

_EXAMPLES = """examples:
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
        description="Weigh the figures of a claim against those of a sentence of evidence. No records are needed.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "sentences",
        nargs="+",
        metavar="SENTENCE",
        help='the claim and the evidence; - reads {"claim": …, "evidence": …} from each line of stdin',
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line and nothing else")
    parser.set_defaults(run=run, parser=parser)


def run(arguments: argparse.Namespace) -> int:
    """Compare; 0 whatever comes of it, also where the two speak of different things."""
    pairer = Pairer(read_language())
    if arguments.sentences == [STDIN]:
        for line in input_lines():
            _print(_row(line, pairer), as_json=arguments.json)
        return 0
    if len(arguments.sentences) != _BOTH:
        arguments.parser.error("a claim and its evidence are expected, each as one argument")
    _print(_paired(pairer.pair(*arguments.sentences)), as_json=arguments.json)
    return 0


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
