"""Is a record that breaks its shape told in plain words, with the line?"""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.problem import Place
from bot.record import Deal
from bot.store.marked import read_marked
from bot.store.schema import schema_problems

DEAL = """\
title: "A deal"
curated: "2030-01-15"
headlines: [price]
subjects:
  terms: {label: "Terms"}
laws:
  - {id: double, kind: ratio, from: price, to: worth, factor: "double"}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "text"),
    [
        ('title: "A deal"', "titel: x", 1, "titel is not a known key"),
        ('title: "A deal"\n', "", 1, "title is missing"),
        ('"A deal"', '""', 1, "title is blank"),
        ('"2030-01-15"', "tomorrow", 2, "curated string should match pattern"),
        ("[price]", "price", 3, "headlines must be a list"),
        ("[price]", "[price, [worth]]", 3, "headlines.1 must be text"),
        ("[price]", "[Price]", 3, "headlines.0 string should match pattern"),
        ('label: "Terms"', "", 5, "subjects.terms.label is missing"),
        ("kind: ratio", "kind: sum", 7, "laws.0 input tag 'sum'"),
        ("to: worth, ", "", 7, "laws.0.ratio.to is missing"),
    ],
)
def test_each_error_names_its_field_and_line(tmp_path: Path, old: str, new: str, line: int, text: str) -> None:
    """A curator reads which field is wrong, how, and where."""
    path = tmp_path / "deal.yaml"
    path.write_text(DEAL.replace(old, new, 1))
    marked = read_marked(path)
    with pytest.raises(ValidationError) as error:
        Deal.model_validate(marked.data | {"id": "x", "place": Place(str(path), 1)})
    found = schema_problems(error.value, marked, ())
    assert (Place(str(path), line), "Y006") in [(problem.place, problem.code) for problem in found]
    assert any(problem.text.startswith(text) for problem in found)
