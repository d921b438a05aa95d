"""Write the rule book in both languages from the rules themselves; a test holds the pages to it.

What a rule checks stands in `texts.toml`, the examples are the cases of `tests/cases`.
"""

from __future__ import annotations

import importlib
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from lamtheobac import RULES, Unit, check, format_date, format_number, law
from lamtheobac.messages import message
from lamtheobac.rules.finding import Missing, Profile
from lamtheobac.rules.provisions import name_of_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from lamtheobac import Rule
    from lamtheobac.errors import Lang

FOLDER: Final = Path(__file__).parent
ROOT: Final = FOLDER.parents[1]
PAGES: Final[Mapping[Lang, Path]] = {"vi": ROOT / "docs/vi/rules.md", "en": ROOT / "docs/rules.md"}
TEXTS: Final[dict[str, Any]] = tomllib.loads((FOLDER / "texts.toml").read_text(encoding="utf-8"))


def examples() -> dict[str, tuple[str, dict[Lang, str]]]:
    """Give the first case in which each rule finds something, and what it says there."""
    sys.path.insert(0, str(ROOT / "tests"))
    cases = importlib.import_module("rule_cases")
    found: dict[str, tuple[str, dict[Lang, str]]] = {}
    for path in sorted(cases.CASES.glob("*.toml")):
        rules, listed = cases.read_cases(path.name)
        for case in listed:
            if "find" not in case:
                continue
            for each in check(cases.programme_of(case), only=rules):
                found.setdefault(each.code, (case["name"], {"vi": each.message_vi, "en": each.message_en}))
    return found


def page(lang: Lang, told: Mapping[str, tuple[str, dict[Lang, str]]]) -> str:
    """Write the page of one language."""
    words: dict[str, str] = TEXTS["words"][lang]
    lines = [f"# {words['title']}", "", *TEXTS["intro"][lang].strip().splitlines(), ""]
    lines += [f"| {words['missing']} | |", "|---|---|"]
    lines += [f"| `{each.value}` | {each.name_in(lang)} |" for each in Missing]
    by_subject: dict[str, dict[str, list[Rule]]] = {}
    for rule in RULES:
        by_subject.setdefault(rule.code.partition("/")[0], {}).setdefault(rule.code, []).append(rule)
    for subject, rules in by_subject.items():
        lines += ["", f"## {TEXTS['subjects'][subject][lang]}"]
        for code, versions in rules.items():
            lines += ["", *_tell(code, versions, lang, told[code])]
    lines += ["", f"## {words['left-out']}", "", words["left-out-why"], ""]
    lines += [f"| | {words['rule']} | {words['needs']} |", "|---|---|---|"]
    lines += [f"| {row['id']} | {row[lang]} | {row['needs_' + lang]} |" for row in TEXTS["left_out"]]
    lines += [
        "",
        f"## {words['elsewhere']}",
        "",
        f"| | {words['rule']} | {words['where']} |",
        "|---|---|---|",
    ]
    lines += [f"| {row['id']} | {row[lang]} | {row['where_' + lang]} |" for row in TEXTS["elsewhere"]]
    return "\n".join(lines) + "\n"


def _tell(code: str, versions: list[Rule], lang: Lang, told: tuple[str, dict[Lang, str]]) -> Iterator[str]:
    """Tell of one rule."""
    words: dict[str, str] = TEXTS["words"][lang]
    rule = versions[-1]
    name, said = told
    grave = [
        f"{words[profile]}: {words['off'] if severity is None else severity.name_in(lang)}"
        for profile in get_args(Profile)
        for severity in (rule.severity_in(profile),)
    ]
    yield from (f'<a id="{code}"></a>', "", f"### `{code}`", "", TEXTS["rules"][code][lang], "")
    yield f"- **{words['severity']}**: {'; '.join(grave)}"
    yield f"- **{words['missing']}**: {rule.missing.name_in(lang)}"
    yield f"- **{words['to-do']}**: {message(f'{code}/to-do', lang)}"
    yield f"- **{words['example']}**: {name} → *{said[lang]}*"
    sources = [line for each in versions for line in _sources(each, lang)]
    if len(sources) < 2:
        yield f"- **{words['source']}**: {sources[0] if sources else words['arithmetic']}"
    else:
        yield f"- **{words['source']}**:"
        yield from (f"  - {line}" for line in sources)


def _sources(rule: Rule, lang: Lang) -> Iterator[str]:
    """Name what a rule rests on, with its days and how sure we are of it."""
    words: dict[str, str] = TEXTS["words"][lang]
    if rule.document:
        known = law.built_in().documents[rule.document]
        article = f", {rule.article}" if rule.article else ""
        yield f"{rule.document}{article} ({_days(rule.start, rule.end, lang)}; {known.confidence.name_in(lang)})"
    for table, *key in rule.rests_on:
        if not key:
            yield words["whole-table"].format(table=table)
            continue
        for row in law.built_in().history(table, *key):
            sure = row.status if row.status is law.Status.UNVERIFIED else row.confidence
            article = words["not-known"] if row.article.startswith("chưa rõ") else row.article
            name = name_of_source(law.built_in(), row)
            value = f"{format_number(row.value)} {Unit(row.unit).name_in(lang)}"
            yield f"{name}, {article}: {value} ({_days(row.start, row.end, lang)}; {sure.name_in(lang)})"


def _days(start: date | None, end: date | None, lang: Lang) -> str:
    """Write from when to when something holds."""
    words: dict[str, str] = TEXTS["words"][lang]
    ends = [
        f"{words[word]} {format_date(day, style='slash')}"
        for word, day in (("from", start), ("to", end))
        if day
    ]
    return " ".join(ends) + ("" if end else f", {words['still']}")


def main() -> None:
    """Write both pages."""
    told = examples()
    for lang, path in PAGES.items():
        path.write_text(page(lang, told), encoding="utf-8")


if __name__ == "__main__":
    main()
