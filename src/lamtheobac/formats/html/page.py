"""A programme as one page for people: a file of its own, fit for a screen, a telephone and A4 (trang báo cáo)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.formats.html.cards import place, say
from lamtheobac.formats.html.charts import bar_chart, bar_of
from lamtheobac.formats.html.look import LOOK
from lamtheobac.formats.html.markup import Markup, element, join, outline, table
from lamtheobac.formats.terminal import Parts
from lamtheobac.messages import issue
from lamtheobac.records.award import AwardForm
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.programme import Programme
from lamtheobac.rules import check
from lamtheobac.rules.finding import Severity
from lamtheobac.text.numbers import format_number
from lamtheobac.values.dates import format_date
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lamtheobac.errors import Lang
    from lamtheobac.formats.html.charts import Bar
    from lamtheobac.records.counts import Coverage
    from lamtheobac.records.totals import Total
    from lamtheobac.rules.finding import Finding

__all__ = ["report"]

_MOST_ROWS: Final = 500
_MOST_BARS: Final = 24
_HUNDRED: Final = Decimal(100)
_RECORDS: Final = ("models", "activities", "dialogues", "awards", "observations", "reports")
_RECIPIENTS: Final = ("collectives", "individuals", "households", "recipients")
# Nothing may be fetched and nothing may run, whatever a text holds.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def report(
    programme: Programme,
    *,
    lang: Lang = "vi",
    findings: Sequence[Finding] | None = None,
    changed_on: Sequence[date] | None = None,
    annotated: str = "",
) -> str:
    r"""Write a programme as one page that stands alone (trang báo cáo).

    The page holds no script and asks for nothing; names of people and notes that may name them are not in it.

    Args:
        programme: The records.
        lang: The language of headings and messages; names and figures stay as they are.
        findings: What does not fit; None checks the programme.
        changed_on: The days before and after which the organisations are shown; None takes the days of the
            successions.
        annotated: The source report with its figures marked: markup is kept, any other text escaped.

    Raises:
        OptionError: A language that does not exist.
        WrongTypeError: No programme.

    >>> page = report(Programme(name="Học tập & làm theo Bác"))
    >>> page[:32], "<h1>Học tập &amp; làm theo Bác</h1>" in page, "<script" in page
    ('<!DOCTYPE html>\n<html lang="vi">', True, False)
    """
    if not isinstance(programme, Programme):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="Programme", given=type(programme).__name__))
    if lang not in ("vi", "en"):
        raise OptionError(issue("option/unknown", known="vi, en"))
    found = check(programme) if findings is None else findings
    writer = _Writer(programme, lang)
    days = _days_of_change(programme) if changed_on is None else changed_on
    sections = [
        ("overview", writer.overview(found)),
        ("findings", writer.findings(found)),
        ("totals", writer.totals()),
        ("coverage", writer.coverage()),
        ("awards-by-form", writer.awards()),
        *((name, outline(_levels(lines))) for name, lines in writer.parts.all((), None) if name in _RECORDS),
        ("trees", join(*(writer.trees(day) for day in days))),
        ("rules", writer.rules(found)),
        ("annotated", annotated),
    ]
    return _page(programme.name, writer, [(name, body) for name, body in sections if body])


def _page(title: str, writer: _Writer, sections: Sequence[tuple[str, str]]) -> str:
    """Put the sections under their headings, with a list of them at the top."""
    links = [element("li", element("a", writer.heading(name), href=f"#{name}")) for name, _ in sections]
    body = element(
        "main",
        element("h1", title),
        element("nav", element("ul", *links, class_="narrow"), aria_label=writer.say("contents")),
        *(
            element("section", element("h2", writer.heading(name), id=name), text, aria_labelledby=name)
            for name, text in sections
        ),
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title),
        Markup(f"<style>{LOOK}</style>"),
    )
    foot = element("footer", writer.say("made-of", count=len(writer.programme.records())))
    return "<!DOCTYPE html>\n" + element("html", head, element("body", body, foot), lang=writer.lang) + "\n"


def _days_of_change(programme: Programme) -> list[date]:
    """Find the days on which organisations followed one another."""
    return sorted({each.on for each in programme.successions})


def _levels(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Take the indents of a text page as depths of a list, whose dashes are the list's own."""
    return ((indent // 2 - 1, text.removeprefix("- ")) for indent, text in lines)


class _Writer:
    """The sections of one page: what they all need is the programme and the language."""

    def __init__(self, programme: Programme, lang: Lang) -> None:
        self.programme = programme
        self.lang: Lang = lang
        self.parts = Parts(programme, lang)

    def say(self, name: str, **values: str | int) -> str:
        return say(name, self.lang, **values)

    def heading(self, name: str) -> str:
        """Give the heading of a section; the text page has some of them, in capitals."""
        words = self.parts.say(name).capitalize() if name in _RECORDS else self.say(name)
        return words[:1].upper() + words[1:]

    def _more(self, rows: Sequence[object], most: int = _MOST_ROWS) -> Markup:
        """Say how much is not shown."""
        return element("p", self.say("more", count=len(rows) - most)) if len(rows) > most else Markup()

    def _table(self, caption: str, heads: Iterable[str], rows: Sequence[Sequence[str]]) -> Markup:
        """Write a table that may be wider than a telephone, and can then be moved by the keyboard."""
        title = self.heading(caption)
        inside = table(title, map(self.say, heads), rows[:_MOST_ROWS])
        box = element("div", inside, class_="wide", role="region", aria_label=title, tabindex="0")
        return join(box, self._more(rows))

    def _chart(self, name: str, title: str, bars: Sequence[Bar], *, in_percent: bool = False) -> Markup:
        drawn = bar_chart(name, title, bars[:_MOST_BARS], full=_HUNDRED if in_percent else None)
        return element("figure", element("figcaption", title), drawn, self._more(bars, _MOST_BARS))

    def overview(self, findings: Sequence[Finding]) -> Markup:
        """Say whose programme it is, of when, and how much is in it (tổng quan)."""
        programme = self.programme
        counts = [
            f"{format_number(len(getattr(programme, name)))} {self.say(name)}"
            for name in COLLECTIONS
            if getattr(programme, name)
        ]
        grave = [
            f"{sum(each.severity is severity for each in findings)} {severity.name_in(self.lang)}"
            for severity in Severity
            if any(each.severity is severity for each in findings)
        ]
        committee = "" if programme.committee_id is None else self.parts.name_of(programme.committee_id)
        facts = [
            ("committee", committee),
            ("period", str(programme.period or "")),
            ("directives", "; ".join(map(str, programme.directives))),
            ("mottos", "; ".join(f"“{motto}”" for motto in programme.mottos)),
            ("records", ", ".join(counts)),
            ("findings", ", ".join(grave) or self.say("nothing")),
        ]
        lines = [join(element("dt", self.say(name)), element("dd", fact)) for name, fact in facts if fact]
        return element("dl", *lines)

    def findings(self, findings: Sequence[Finding]) -> Markup:
        """Show what was found: how grave, what, where, what to do, and by which rule (phát hiện)."""
        return join(*map(self._finding, findings[:_MOST_ROWS]), self._more(findings))

    def _finding(self, finding: Finding) -> Markup:
        held = ""
        if finding.stated and finding.recomputed:
            held = f"{self.say('stated')}: {finding.stated} · {self.say('recomputed')}: {finding.recomputed}"
        rule = element("a", finding.code, href=f"#{_anchor(finding.code)}")
        return element(
            "div",
            element(
                "p", element("strong", finding.severity.name_in(self.lang)), ": ", finding.message(self.lang)
            ),
            element("p", held) if held else Markup(),
            element("p", f"→ {finding.to_do(self.lang)}"),
            element(
                "p",
                f"{self.say('place')}: {place(finding.path)} · {self.say('rule')}: ",
                rule,
                class_="place",
            ),
            class_=f"finding {finding.severity}",
        )

    def rules(self, findings: Sequence[Finding]) -> Markup:
        """List the rules that found something, each where its findings point (quy tắc)."""
        by_code = {finding.code: finding for finding in findings}
        rows = [
            (
                element("span", code, id=_anchor(code)),
                by_code[code].severity.name_in(self.lang),
                " ".join(filter(None, (by_code[code].article, by_code[code].document)))
                or self.say("arithmetic"),
                str(sum(finding.code == code for finding in findings)),
            )
            for code in sorted(by_code)
        ]
        return self._table("rules", ("rule", "severity", "source", "findings"), rows) if rows else Markup()

    def totals(self) -> Markup:
        """Show what was given: a chart for each kind, with its years, and the totals (tổng hợp đóng góp)."""
        totals = self.programme.totals()
        if not totals:
            return Markup()
        by_year = sorted(self.programme.totals(by="period"), key=_kind)
        charts = [
            self._chart(f"gift-{number}", self._kind_name(kind), [self._year(total) for total in group])
            for number, (kind, group) in enumerate(groupby(by_year, key=_kind))
        ]
        rows = [
            (total.stage.name_in(self.lang), str(total.figure), ", ".join(total.unplaced) or "–")
            for total in totals
        ]
        drawn = element("div", *charts[:_MOST_BARS], class_="charts")
        return join(drawn, self._table("totals", ("stage", "figure", "unplaced"), rows))

    def _kind_name(self, kind: tuple[int, str]) -> str:
        order, noun = kind
        unit = list(Unit)[order]
        name = unit.name_in(self.lang)
        if noun:
            name = noun if unit.is_count else f"{name} ({noun})"
        return self.say("gifts-in", unit=name or self.say("unnamed"))

    def _year(self, total: Total) -> Bar:
        year = self.say("no-year") if total.key is None else total.key
        return bar_of(f"{year} · {total.stage.name_in(self.lang)}", total.figure)

    def coverage(self) -> Markup:
        """Show how widely things are done, by organisation (mức độ bao phủ)."""
        coverage = self.programme.coverage()
        if not coverage:
            return Markup()
        bars = [
            bar_of(f"{self._whose(each)}: {self.say(word)}", figure, in_percent=True)
            for each in coverage
            for word, figure in (("stated", each.stated), ("recomputed", each.recomputed))
            if figure is not None and (figure.unit is Unit.PERCENT or figure.out_of is not None)
        ]
        rows = [
            (
                self._whose(each),
                *("–" if figure is None else str(figure) for figure in (each.stated, each.recomputed)),
            )
            for each in coverage
        ]
        chart = [self._chart("coverage-chart", self.say("coverage-in-percent"), bars, in_percent=True)]
        drawn = element("div", *(chart if bars else ()), class_="charts")
        return join(drawn, self._table("coverage", ("who", "stated", "recomputed"), rows))

    def _whose(self, each: Coverage) -> str:
        """Say whose coverage it is: the organisation that it is about or whose report tells of it, and of what."""
        programme = self.programme
        record = programme.participations[each.id]
        told_by = programme.reports.get(record.report_id or "")
        names = [
            self.parts.name_of(each.of_id) if each.of_id else "",
            self.parts.name_of(told_by.organisation_id) if told_by else "",
        ]
        what = f"{each.subjects.name_in(self.lang)}, {each.kind.name_in(self.lang)}"
        return " · ".join(filter(None, (*reversed(dict.fromkeys(names)), what)))

    def awards(self) -> Markup:
        """Show how many were honoured, by form (khen thưởng theo hình thức)."""
        counts = [
            (AwardForm(count.key).name_in(self.lang), name, figure)
            for count in self.programme.awards_by("form")
            if count.key is not None
            for name in _RECIPIENTS
            if (figure := getattr(count, name)) is not None
        ]
        if not counts:
            return Markup()
        bars = [bar_of(f"{form} · {self.say(name)}", figure) for form, name, figure in counts]
        rows = [(form, self.say(name), str(figure)) for form, name, figure in counts]
        chart = self._chart("awards-chart", self.say("awards-by-form"), bars)
        return join(
            element("div", chart, class_="charts"),
            self._table("awards-by-form", ("form", "who", "figure"), rows),
        )

    def trees(self, day: date) -> Markup:
        """Show the organisations on the day before and on the day of a change (cây tổ chức trước và sau)."""
        sides = [
            (when, self.programme.tree(when)) for when in (date.fromordinal(max(day.toordinal() - 1, 1)), day)
        ]
        ids = [{each.organisation.id for each in tree} for _, tree in sides]
        shown: list[Markup] = []
        for (when, tree), others, mark, word in zip(
            sides, reversed(ids), ("del", "ins"), ("ends", "new"), strict=True
        ):
            rows = (
                (
                    depth,
                    each.name if each.id in others else element(mark, f"{each.name} ({self.say(word)})"),
                )
                for depth, each in tree[:_MOST_ROWS]
            )
            title = element("h3", self.say("tree-on", day=format_date(when, style="slash"), count=len(tree)))
            shown.append(element("div", title, outline(rows), self._more(tree)))
        return element("div", *shown, class_="trees")


def _kind(total: Total) -> tuple[int, str]:
    """Tell what kind of gift a total is of: its unit, and its noun where it is not covered by the unit."""
    return list(Unit).index(total.figure.unit), total.figure.noun


def _anchor(code: str) -> str:
    return "rule-" + code.replace("/", "-")
