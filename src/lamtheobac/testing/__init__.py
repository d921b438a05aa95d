"""Strategies of Hypothesis for every public class, so that every tool tests with the same records (kiểm thử).

    from hypothesis import given
    from lamtheobac.testing import programmes

    @given(programmes())
    def test_my_page_shows_any_programme(programme): ...

Places are real, people are made up. Hypothesis is no dependency of the library: `pip install lamtheobac[testing]`.
"""

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ImportError(
        "lamtheobac.testing needs Hypothesis: pip install lamtheobac[testing]", name="hypothesis"
    )

from lamtheobac.testing.figures import figures
from lamtheobac.testing.filling import person_names
from lamtheobac.testing.programmes import organisation_trees, programmes
from lamtheobac.testing.records import (
    activities,
    awards,
    beneficiaries,
    bodies,
    contributions,
    dialogues,
    holders,
    model_statuses,
    models,
    observations,
    occasions,
    organisations,
    outcomes,
    participations,
    persons,
    recurrences,
    reports,
    statements,
    successions,
    themes,
)
from lamtheobac.testing.values import days, documents, ids, money, partial_dates, periods

__all__ = [
    "activities",
    "awards",
    "beneficiaries",
    "bodies",
    "contributions",
    "days",
    "dialogues",
    "documents",
    "figures",
    "holders",
    "ids",
    "model_statuses",
    "models",
    "money",
    "observations",
    "occasions",
    "organisation_trees",
    "organisations",
    "outcomes",
    "partial_dates",
    "participations",
    "periods",
    "person_names",
    "persons",
    "programmes",
    "recurrences",
    "reports",
    "statements",
    "successions",
    "themes",
]
