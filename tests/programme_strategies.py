"""Hypothesis strategies: small programmes in which everything that can go wrong between records does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from lamtheobac import (
    Accrual,
    Activity,
    ActivityKind,
    Aim,
    Approximation,
    Award,
    AwardForm,
    AwardStatus,
    Beneficiaries,
    BeneficiaryKind,
    Contribution,
    Dialogue,
    Document,
    Figure,
    Measure,
    ModelState,
    ModelStatus,
    OrganisationKind,
    Outcome,
    OutcomeKind,
    PartialDate,
    Participation,
    ParticipationKind,
    PartyOrganisation,
    Period,
    PracticeModel,
    Programme,
    Report,
    ReportKind,
    Stage,
    Statement,
    Subjects,
    Unit,
)
from lamtheobac.records import Succession

NOUNS = ("", "hũ gạo", "con heo đất", "tập thể, cá nhân")
DAYS = (date(2018, 12, 31), date(2019, 6, 30), date(2019, 7, 1), date(2025, 7, 1))
WHEN = st.sampled_from((*DAYS, PartialDate(2018), PartialDate(2019), PartialDate(2019, 6), PartialDate(2026)))
PERIODS = st.sampled_from(
    (
        None,
        None,
        Period(text="qua 4 năm"),
        Period.of_year(2018),
        Period.of_year(2019),
        Period.of_year(2019),
        Period(start=date(2019, 1, 1), end=date(2019, 6, 30)),
        Period(start=PartialDate(2019), text="từ đầu năm 2019"),
        Period(end=date(2018, 12, 31)),
        Period(end=date(2019, 12, 31)),
        Period(end=date(2025, 6, 30)),
        Period(end=PartialDate(2019, 6)),
        Period(start=date(2026, 1, 1)),
    )
)


@st.composite
def made_figures(draw: st.DrawFn, unit: st.SearchStrategy[Unit]) -> Figure:
    """Figures made by hand: counts, ranges without a value, fractions, rounded ones, the largest and the finest."""
    kind = draw(unit)
    fine = [] if kind.is_whole else [Decimal("0.000000000001"), Decimal("2.5")]
    numbers = st.sampled_from([Decimal(0), Decimal(1), Decimal(30), Decimal(38), Decimal(10**18), *fine])
    shape = draw(st.sampled_from(("value", "range", "fraction")))
    fields: dict[str, Any] = {"value": draw(numbers)}
    if shape == "range":
        low, high = sorted(draw(st.lists(numbers, min_size=2, max_size=2, unique=True)))
        fields = {"low": low, "high": high}
    elif shape == "fraction" and kind is not Unit.PERCENT:
        fields["out_of"] = draw(st.sampled_from((1, 30, 38)))
    return Figure(
        unit=kind,
        approximation=draw(st.sampled_from(Approximation)),
        step=draw(st.sampled_from((Decimal(0), Decimal(1), Decimal(10), Decimal("0.1")))),
        noun=draw(st.sampled_from(NOUNS)),
        per=draw(st.sampled_from(((), ("month",), ("mái nhà",)))),
        **fields,
    )


def figures(*units: Unit) -> st.SearchStrategy[Figure]:
    """Figures of some units: mostly plain counts, which have something to say to each other."""
    counts = [
        Figure.of(count, unit, noun=noun) for unit in units for count in (1, 30, 38) for noun in NOUNS[:2]
    ]
    hedged = [Figure.of(30, unit, approximation=Approximation.MORE_THAN) for unit in units]
    shares = [
        Figure.share(part, out_of=38, unit=unit)
        for unit in units
        if unit is not Unit.PERCENT
        for part in (30, 38)
    ]
    return st.sampled_from([*counts, *hedged, *shares]) | made_figures(st.sampled_from(units))


def ids(*kinds: str) -> st.SearchStrategy[Any]:
    """Ids of some kinds of records, mostly the first one; one of them is never there."""
    first = f"{kinds[0]}-0"
    return st.sampled_from(
        [first, first, *(f"{kind}-{number}" for kind in kinds for number in (0, 1)), "mh-9"]
    )


@st.composite
def many(
    draw: st.DrawFn, kind: str, strategy: Any, vary: tuple[str, ...] = (), /, **fields: Any
) -> list[Any]:
    """Some records of one kind, alike but for what varies and perhaps one field, so that they speak of the same."""
    first = {name: draw(field) for name, field in fields.items()}
    drawn = [first]
    for _ in range(draw(st.integers(1, 4))):
        changed = {*vary, *draw(st.sets(st.sampled_from(list(fields)), max_size=1))}
        drawn.append(first | {name: draw(fields[name]) for name in sorted(changed)})
    return [strategy(id=f"{kind}-{number}", **each) for number, each in enumerate(drawn)]


def tuples(strategy: st.SearchStrategy[Any], *, unique: bool = False) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3, unique=unique).map(tuple)


TIMED: dict[str, Any] = {"period": PERIODS, "report_id": st.sampled_from((None, None, "bc-0", "bc-9"))}
DOCUMENTS = st.none() | st.builds(
    Document,
    number=st.just("12-QĐ/HU"),
    issuer=st.sampled_from(("", "Huyện ủy")),
    issued_on=st.sampled_from((None, DAYS[0], PartialDate(2019))),
)
STATEMENTS = {
    Measure.COVERAGE: ("tg", "mh", "tc"),
    Measure.CASES_RESOLVED_RATE: ("dt",),
    Measure.CONTRIBUTIONS_TOTAL: ("dg", "mh", "hd"),
    Measure.HOUSES_TOTAL: ("kq", "mh"),
    Measure.HOUSEHOLDS_TOTAL: ("kq", "mh"),
    Measure.WORKS_TOTAL: ("kq", "hd"),
    Measure.MODELS_TOTAL: ("mh", "kq"),
    Measure.AWARDS_TOTAL: ("kt",),
    Measure.CITIZENS_TOTAL: ("dt", "kq"),
    Measure.CASES_TOTAL: ("dt", "mh"),
}
RESULTS = st.sampled_from((OutcomeKind.HOUSES, OutcomeKind.HOUSES_NEW, OutcomeKind.HOUSES_REPAIRED))


@st.composite
def statements(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of a statement about records that may have what it speaks of."""
    measure = draw(st.sampled_from((Measure.COVERAGE, *Measure)))
    return {
        "measure": measure,
        "figure": draw(
            figures(Unit.PERCENT, Unit.ORGANISATION)
            if "rate" in measure or "coverage" in measure
            else figures(*TOTALLED) | made_figures(st.sampled_from(Unit))
        ),
        "about_ids": draw(
            st.just((f"{STATEMENTS[measure][0]}-0",)) | tuples(ids(*STATEMENTS[measure]), unique=True)
        ),
        "report_id": draw(st.none() | ids("bc")),
    }


TOTALLED = (
    Unit.HOUSE, Unit.VND, Unit.HOUSEHOLD, Unit.MODEL, Unit.PERSON, Unit.PERSON_TURN, Unit.CASE, Unit.WORK, Unit.ITEM,
)  # fmt: skip

KINDS: dict[str, st.SearchStrategy[list[Any]]] = {
    "organisations": many(
        "tc",
        PartyOrganisation,
        ("parent_id", "life"),
        name=st.just("Chi bộ"),
        kind=st.sampled_from((OrganisationKind.COMMUNE, OrganisationKind.CELL)),
        parent_id=st.none() | ids("tc"),
        life=PERIODS,
        official_members=st.none() | st.integers(0, 40),
    ),
    "successions": many(
        "kn",
        Succession,
        old_ids=st.just(("tc-0",)),
        new_ids=tuples(ids("tc"), unique=True),
        on=st.sampled_from(DAYS),
    ),
    "reports": many(
        "bc",
        Report,
        organisation_id=ids("tc"),
        kind=st.sampled_from(ReportKind),
        period=PERIODS,
        submitted_on=st.none() | WHEN,
        document=DOCUMENTS,
    ),
    "participations": many(
        "tg",
        Participation,
        ("count",),
        kind=st.sampled_from((ParticipationKind.STUDIED, ParticipationKind.RUNS_MODEL)),
        subjects=st.sampled_from((Subjects.ORGANISATIONS, Subjects.MEMBERS)),
        of_id=ids("mh", "tc"),
        count=st.none() | figures(Unit.PERCENT, Unit.ORGANISATION),
        **TIMED,
    ),
    "models": many(
        "mh",
        PracticeModel,
        ("statuses",),
        name=st.just("Mô hình"),
        lead_id=st.none() | ids("tc"),
        participant_ids=tuples(ids("tc"), unique=True),
        statuses=tuples(st.builds(ModelStatus, state=st.sampled_from(ModelState), on=st.none() | WHEN)),
        **TIMED,
    ),
    "activities": many(
        "hd",
        Activity,
        kind=st.sampled_from(ActivityKind),
        name=st.just("Hoạt động"),
        model_id=st.none() | ids("mh"),
        **TIMED,
    ),
    "contributions": many(
        "dg",
        Contribution,
        ("gift", "stage", "period"),
        gift=figures(Unit.VND) | figures(Unit.ITEM, Unit.KG),
        to_id=ids("mh", "hd", "dg"),
        raised_by_id=st.sampled_from((None, None, "tc-0")),
        given_by_id=st.sampled_from((None, None, "tc-1")),
        stage=st.sampled_from((Stage.RECEIVED, Stage.SPENT, *Stage)),
        accrual=st.sampled_from(Accrual),
        **TIMED,
    ),
    "outcomes": many(
        "kq",
        Outcome,
        ("figure", "kind", "period"),
        kind=RESULTS | st.sampled_from(OutcomeKind),
        figure=figures(Unit.HOUSE) | figures(Unit.HOUSEHOLD, Unit.WORK, Unit.MODEL, Unit.PERSON),
        of_id=ids("mh", "hd", "dg") | st.none(),
        aim=st.sampled_from((Aim.RESULT, Aim.RESULT, Aim.TARGET)),
        accrual=st.sampled_from(Accrual),
        beneficiaries=st.just(())
        | tuples(
            st.builds(
                Beneficiaries,
                kind=st.sampled_from(BeneficiaryKind),
                count=st.none() | figures(Unit.HOUSEHOLD, Unit.PERSON),
            )
        ),
        **TIMED,
    ),
    "dialogues": many(
        "dt",
        Dialogue,
        ("citizens", "received", "resolved"),
        model_id=st.none() | ids("mh"),
        meetings=st.none() | figures(Unit.MEETING),
        citizens=st.none() | figures(Unit.PERSON, Unit.PERSON_TURN),
        received=st.none() | figures(Unit.CASE),
        resolved=st.none() | figures(Unit.CASE),
        **TIMED,
    ),
    "awards": many(
        "kt",
        Award,
        ("individuals",),
        decision=DOCUMENTS,
        form=st.sampled_from((AwardForm.UNSTATED, AwardForm.COMMENDATION)),
        title=st.sampled_from(("", "Những tấm gương bình dị mà cao quý")),
        collectives=st.none() | figures(Unit.COLLECTIVE, Unit.ORGANISATION),
        individuals=st.none() | figures(Unit.PERSON),
        households=st.none() | st.none() | figures(Unit.HOUSEHOLD),
        recipients=st.none() | st.none() | figures(Unit.ITEM, Unit.PERSON),
        recipient_ids=st.sampled_from(((), (), ("tc-0",), ("tc-0", "tc-9"))),
        status=st.sampled_from((AwardStatus.GRANTED, AwardStatus.PROPOSED)),
        **TIMED,
    ),
    "statements": st.lists(statements(), min_size=1, max_size=3).map(
        lambda drawn: [Statement(id=f"sl-{number}", **each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    ),
}


WORLDS = (
    ("organisations", "successions"),
    ("organisations", "models", "participations", "statements"),
    ("participations", "statements"),
    ("models",),
    ("reports", "contributions"),
    ("contributions", "activities", "statements"),
    ("reports", "outcomes"),
    ("outcomes", "statements"),
    ("dialogues", "statements"),
    ("awards", "statements"),
)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Programmes with rings, dangling ids, open times and figures of every kind; a few kinds of records in each."""
    kinds = draw(st.sampled_from((*WORLDS, tuple(KINDS))))
    fields: dict[str, Any] = {kind: draw(KINDS[kind]) for kind in kinds}
    return Programme(
        name="Bình Sơn", committee_id=draw(st.none() | ids("tc")), period=draw(PERIODS), **fields
    )
