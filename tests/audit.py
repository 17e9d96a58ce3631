"""Draw statements of the built site by a seed, each with the rows it rests on, for a person to read line by line.

`make site`, then `python tests/audit.py --seed 1126 > list.txt` prints 200: 60 sentences, 40 changes, 40 verdicts, 30
rankings and 30 lines. Where fewer are said than asked for, all of them are drawn, and refusals fill the rest: to refuse
wrongly is a fault too. `--of composition=24 figure=90` draws so many of these kinds instead.

What was read, with the result of each, lies in `audited.csv`; `--unread` draws of the others, `--again` names what was
read there and is said in other words since, or no more.
"""

import argparse
import csv
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "site" / "data"
AUDITED = ROOT / "tests" / "audited.csv"
WANTED = {"figure": 60, "change": 40, "verdict": 40, "ranking": 30, "series": 30}
# What a reader of the list needs of a row to judge the words; what is empty is left out.
COLUMNS = (
    "unit_name", "indicator_name", "value", "unit_measure", "qualifier", "period", "period_kind", "period_status",
    "stock_flow", "border", "breakdown", "note", "doubt", "is_preferred", "source_id", "source_published", "locator",
)  # fmt: skip
Row = dict[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1126)
    parser.add_argument("--of", nargs="+", metavar="KIND=COUNT", help="how many of which kinds")
    parser.add_argument("--unread", action="store_true", help="draw of what was not read yet")
    parser.add_argument("--again", action="store_true", help="compare what was read with what is said now")
    wish = parser.parse_args()
    statements = rows_of(DATA / "statements.csv")
    if wish.again:
        sys.stdout.write("".join(f"{line}\n" for line in reworded(statements)))
        return
    if wish.unread:
        read = {_key(each) for each in rows_of(AUDITED)}
        statements = [each for each in statements if _key(each) not in read]
    figures = {row["row_id"]: row for row in rows_of(DATA / "so-lieu-day-du.csv")}
    wanted = {kind: int(count) for kind, _, count in (one.partition("=") for one in wish.of)} if wish.of else WANTED
    for number, statement in enumerate(drawn(statements, wish.seed, wanted), 1):
        sys.stdout.write("\n".join([*described(number, statement, figures), "", ""]))


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _key(statement: Row) -> tuple[str, str, str]:
    return statement["kind"], statement["about"], statement["rows"]


def drawn(statements: list[Row], seed: int, kinds: dict[str, int]) -> list[Row]:
    """Return the statements of a seed, those that are said first, then refusals where too few are said."""
    chance, found = random.Random(seed), []
    for kind, wanted in kinds.items():
        for stated in ("true", "false"):
            some = [each for each in statements if (each["kind"], each["is_said"]) == (kind, stated)]
            size = min(len(some), wanted - sum(each["kind"] == kind for each in found))
            found += chance.sample(some, size)
    return found


def described(number: int, statement: Row, figures: dict[str, Row]) -> list[str]:
    verdict = "said" if statement["is_said"] == "true" else f"refused ({statement['reasons']})"
    lines = [
        f"{number}. {statement['kind']}, {verdict}: {statement['about']} {statement['outcome']}",
        statement["text"],
    ]
    for row_id in filter(None, statement["rows"].split(" ‖ ")):
        row = figures[row_id]
        lines.append("    " + " | ".join(f"{name} {row[name]}" for name in COLUMNS if row[name]))
    return lines


def reworded(statements: list[Row]) -> list[str]:
    """Return what was read and has other words now, or is not there any more, with the number it had."""
    texts = {(each["kind"], each["about"], each["rows"], each["text"]) for each in statements}
    read = [each for each in rows_of(AUDITED) if (each["kind"], each["about"], each["rows"], each["text"]) not in texts]
    return [f"{each['number']}. {each['kind']}: {each['text']}" for each in read]


if __name__ == "__main__":
    main()
