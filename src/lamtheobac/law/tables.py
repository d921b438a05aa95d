"""What each table of the law holds, and all of them together (các bảng quy định)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import field, frozen

from lamtheobac.errors import LawError, WrongTypeError
from lamtheobac.law.provision import LegalDocument, Provision
from lamtheobac.law.words import Recipient, Rounding, Status, System, Tier, UnitKind
from lamtheobac.messages import issue
from lamtheobac.values.checks import Faults
from lamtheobac.values.money import Money
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from lamtheobac.values.labelled import Labelled

__all__ = ["TABLES", "Law", "TableShape", "check_day", "check_words"]


class TableShape(NamedTuple):
    """What the rows of a table hold besides document, article, days and marks (cấu trúc bảng).

    Attributes:
        keys: The fields that tell what a value is set for; one row may list several.
        value: The type of the value; None where the keys say everything.
        units: What the value may be counted in; empty where it is a word.
        fields: Other fields, with their types; a tuple type stands for a list of texts.
        needed: Those of the other fields that every row must have.
        refers: Keys and fields whose words must be keys of another table.
        words: Keys and fields whose words must be of a closed list.
        unique: A field that no two keys share on a day; empty where there is none.
    """

    keys: tuple[str, ...]
    value: type | None
    units: frozenset[str] = frozenset()
    fields: Mapping[str, type] = MappingProxyType({})
    needed: frozenset[str] = frozenset()
    refers: Mapping[str, str] = MappingProxyType({})
    words: Mapping[str, type[Labelled]] = MappingProxyType({})
    unique: str = ""


TABLES: Final[Mapping[str, TableShape]] = {
    "base_salary": TableShape(keys=(), value=Money, units=frozenset({"VND/month"})),
    "house_costs": TableShape(keys=("name",), value=Money, units=frozenset({"VND/house"})),
    "thresholds": TableShape(keys=("name",), value=Decimal, units=frozenset(Unit)),
    "organisation_kinds": TableShape(keys=("kind",), value=Tier, fields={"ended_by": str}),
    "allowed_parents": TableShape(
        keys=("kind", "parent"),
        value=None,
        refers={"kind": "organisation_kinds", "parent": "organisation_kinds"},
    ),
    "award_forms": TableShape(
        keys=("form",),
        value=str,
        fields={"award_form": str, "system": System, "levels": tuple, "recipients": tuple, "also": tuple},
        needed=frozenset({"award_form", "system", "levels", "recipients"}),
        words={"recipients": Recipient},
    ),
    "bonus": TableShape(
        keys=("form", "recipient"),
        value=Decimal,
        units=frozenset({"base_salary"}),
        fields={"at_most": bool},
        refers={"form": "award_forms"},
        words={"recipient": Recipient},
    ),
    "bonus_factors": TableShape(
        keys=("form", "recipient"),
        value=Decimal,
        units=frozenset({"factor"}),
        refers={"form": "award_forms"},
        words={"recipient": Recipient},
    ),
    "bonus_rounding": TableShape(keys=("system",), value=Rounding, words={"system": System}),
    "grantors": TableShape(
        keys=("grantor",),
        value=str,
        fields={"system": System, "level": str, "kinds": tuple},
        needed=frozenset({"system", "level"}),
        refers={"kinds": "organisation_kinds"},
    ),
    "granting": TableShape(
        keys=("form", "grantor"),
        value=None,
        refers={"form": "award_forms", "grantor": "grantors"},
    ),
    "themes": TableShape(keys=("scope", "issuer"), value=str),
    "advisory_bodies": TableShape(keys=("level", "body"), value=None),
    "units": TableShape(
        keys=("unit",),
        value=str,
        fields={"code": str, "kind": UnitKind, "parent": str},
        needed=frozenset({"kind"}),
        refers={"parent": "units"},
        unique="code",
    ),
    "unit_successions": TableShape(
        keys=("event",),
        value=None,
        fields={"old": tuple, "new": tuple},
        needed=frozenset({"old", "new"}),
        refers={"old": "units", "new": "units"},
    ),
}
"""The tables of the law, by name (danh mục bảng)."""


def check_day(on: date) -> date:
    """Refuse what is no day, such as a text or a moment (kiểm tra ngày)."""
    faults = Faults()
    faults.is_a(on, date)
    faults.done(WrongTypeError)
    return on


def check_words(*words: str) -> None:
    """Refuse what is no text, which could not even be looked for (kiểm tra từ khóa)."""
    faults = Faults()
    for word in words:
        faults.is_a(word, str)
    faults.done(WrongTypeError)


@frozen(kw_only=True, eq=False)
class Law:
    """All tables of the law, read and checked (các bảng quy định).

    The built-in one answers every question that names no other; `law.load` gives one with a user's own tables.

    Attributes:
        documents: The documents, by the name that the tables cite.
        tables: For each table the provisions of every key, in the order of their days.
    """

    documents: Mapping[str, LegalDocument] = field(repr=False)
    tables: Mapping[str, Mapping[tuple[str, ...], tuple[Provision[Any], ...]]] = field(repr=False)

    def history(self, table: str, *key: str) -> tuple[Provision[Any], ...]:
        """Give every provision of a key, the planned and the cancelled too, in the order of their days (lịch sử).

        Raises:
            LawError: No such table, or nothing under this key.
            WrongTypeError: A key that is no text.

        >>> from lamtheobac import law
        >>> [str(each.value) for each in law.built_in().history("base_salary") if each.status == "cancelled"]
        ['1.600.000 đồng']
        """
        check_words(table, *key)
        rows = self.tables.get(table)
        if rows is None:
            raise LawError(issue("law/unknown-table", known=", ".join(TABLES)))
        if key not in rows:
            raise LawError(issue("law/unknown-key", (table,)))
        return rows[key]

    def find(self, table: str, *key: str, on: date) -> Provision[Any] | None:
        """Give the provision of a key on a day; None where the table has none (tra cứu).

        Cancelled provisions are never found. A provision whose value is not known is found, with None for a value.
        """
        check_day(on)
        for row in self.tables[table].get(key, ()):
            if row.status is not Status.CANCELLED and row.holds_on(on):
                return row
        return None

    def require(self, table: str, *key: str, on: date) -> Provision[Any]:
        """Give the provision of a key on a day: what is not known is an error, never zero (tra cứu bắt buộc).

        Raises:
            LawError: Nothing under this key, nothing on this day, or a value that nobody has verified.
        """
        check_day(on)
        self.history(table, *key)
        row = self.find(table, *key, on=on)
        if row is None:
            raise LawError(issue("law/nothing-on-that-day", (table,), day=on.isoformat()))
        if row.value is None:
            raise LawError(issue("law/value-not-known", (table,), day=on.isoformat()))
        return row

    def keys(self, table: str, on: date) -> tuple[tuple[str, ...], ...]:
        """Give the keys of a table that have a provision on a day (các khóa)."""
        return tuple(key for key in self.tables[table] if self.find(table, *key, on=on) is not None)
