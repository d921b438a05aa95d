"""Which sheets a workbook has, and which columns they have: data, made from the classes (các biểu).

The key of a column is the path of a field in a JSON file, `gift.value`; so what a sheet cannot hold does not exist.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs
from attrs import frozen

from lamtheobac.formats.excel.titles import ALSO, FIELDS
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.programme import Programme
from lamtheobac.text.clean import fold
from lamtheobac.values.figure import Figure
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.money import Money
from lamtheobac.values.shapes import Shape, shapes_of
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

__all__ = [
    "SHEETS",
    "UNITS",
    "Column",
    "GiftKind",
    "Sheet",
    "columns_of",
    "is_date",
    "letters",
    "names_of",
    "order_columns",
]


class GiftKind(Labelled):
    """What a gift is, which its unit says too (loại đóng góp)."""

    MONEY = "money", "tiền", "money"
    LABOUR = "labour", "ngày công", "labour"
    LAND = "land", "đất", "land"
    GOODS = "goods", "hiện vật", "goods"

    @classmethod
    def of(cls, unit: Unit) -> GiftKind:
        """Tell what a unit measures (loại theo đơn vị tính)."""
        return _KIND_OF.get(unit, cls.GOODS)


_KIND_OF: Final = {
    Unit.VND: GiftKind.MONEY,
    Unit.USD: GiftKind.MONEY,
    Unit.LABOUR_DAY: GiftKind.LABOUR,
    Unit.M2: GiftKind.LAND,
    Unit.HA: GiftKind.LAND,
    Unit.SAO: GiftKind.LAND,
}


@frozen(kw_only=True)
class Column:
    """One column of a sheet (cột).

    Attributes:
        path: The field in a record, list members without their number: `("statuses", "on")`.
        shape: What one cell holds.
        group: The upper line of a head of two rows; empty where there is one.
        label: The lower line.
        many: The list whose members stand on rows of their own below the record; empty where there is none.
        in_figure: Whether it is a part of a figure, which is read from all its cells together.
    """

    path: tuple[str, ...]
    shape: Shape
    group: str
    label: str
    many: str = ""
    in_figure: bool = False

    @property
    def key(self) -> str:
        """The name that machines go by (khóa)."""
        return ".".join(self.path)

    @property
    def title(self) -> str:
        """The name that people go by (tên cột)."""
        return f"{self.group}: {self.label}" if self.group else self.label


@frozen(kw_only=True)
class Sheet:
    """One sheet: a collection, or the programme itself (biểu).

    Attributes:
        code: `"B4"`; the name of the sheet begins with it.
        name: What it shows, in Vietnamese.
        collection: The collection it holds; empty for the programme itself.
        prefix: What ids made for its records begin with.
        main: Keys of the columns that always stand, in order; all others stand where a record needs them.
    """

    code: str
    name: str
    collection: str
    prefix: str
    main: tuple[str, ...]

    @property
    def tab(self) -> str:
        """The name on the tab (tên trang tính)."""
        return f"{self.code} {self.name}"

    @property
    def kind(self) -> Any:
        """The class of its records (loại bản ghi)."""
        return COLLECTIONS[self.collection] if self.collection else Programme

    @property
    def anchor(self) -> str:
        """The key that every record has: a row without it goes on with the record above (cột neo)."""
        return "id" if self.collection else "name"


_PERIOD: Final = "period.start period.end"
_AMOUNT: Final = "value unit approximation text"


def _sheet(code: str, name: str, collection: str, prefix: str, *main: str) -> Sheet:
    """Make a sheet from a line of the table below."""
    return Sheet(
        code=code, name=name, collection=collection, prefix=prefix, main=tuple(" ".join(main).split())
    )


def _parts(field: str, names: str = _AMOUNT) -> str:
    """Name the columns of a value that has several."""
    return " ".join(f"{field}.{name}" for name in names.split())


SHEETS: Final[tuple[Sheet, ...]] = (
    _sheet(
        "B0", "Chương trình", "", "",
        "name committee_id", _PERIOD, "mottos", _parts("directives", "kind number issued_on issuer title"),
        "format_version",
    ),
    _sheet(
        "B1", "Tổ chức đảng", "organisations", "tc",
        "id name kind parent_id unit_code life.start life.end",
        "official_members probationary_members committee_size",
    ),
    _sheet(
        "B2", "Mô hình", "models", "mh",
        "id name lead_id field level", _PERIOD, _parts("statuses", "state on document.number"), "report_id note",
    ),
    _sheet(
        "B3", "Kết quả theo kỳ", "outcomes", "kq",
        "id of_id kind", _parts("figure"), "aim", _PERIOD, "report_id note",
    ),
    _sheet(
        "B4", "Đóng góp", "contributions", "dg",
        "id to_id raised_by_id given_by_id gift.kind", _parts("gift"), "stage accrual", _PERIOD, "report_id note",
    ),
    _sheet(
        "B5", "Khen thưởng", "awards", "kt",
        "id decision.number decision.issued_on issuer_id level system form title occasion",
        "collectives.value individuals.value households.value recipient_ids bonus status report_id note",
    ),
    _sheet("C1", "Cơ quan, đoàn thể", "bodies", "cq", "id name kind host_id life.start life.end aliases"),
    _sheet(
        "C2", "Kế thừa, sáp nhập", "successions", "st",
        "id old_ids new_ids on", _parts("document", "number issued_on"),
    ),
    _sheet("C3", "Chuyên đề", "themes", "cd", "id title scope", _PERIOD, "issuer_id"),
    _sheet("C4", "Người", "persons", "ng", "id name consent", _parts("decision", "number issued_on")),
    _sheet(
        "C5", "Báo cáo", "reports", "bc",
        "id organisation_id kind title", _PERIOD, "due_on submitted_on", _parts("document", "number issued_on"),
    ),
    _sheet(
        "C6", "Tham gia, đăng ký", "participations", "tg",
        "id kind subjects of_id", _parts("count", f"value out_of {_AMOUNT[6:]}"), _PERIOD, "report_id note",
    ),
    _sheet(
        "C7", "Hoạt động", "activities", "hd",
        "id kind name organisation_ids model_id", _parts("occasions", "kind text"), _PERIOD, "report_id note",
    ),
    _sheet(
        "C8", "Tiếp dân, đối thoại", "dialogues", "dt",
        "id", _parts("held_by", "role organisation_id"), "model_id meetings.value citizens.value received.value",
        "instructed.value resolved.value", _PERIOD, "report_id note",
    ),
    _sheet("C9", "Nhận xét", "observations", "nx", "id kind text about_id report_id note"),
    _sheet(
        "C10", "Số liệu báo cáo", "statements", "sl",
        "id measure", _parts("figure"), "about_ids change report_id note",
    ),
)  # fmt: skip
"""The sheets in the order of the tabs. B6 and B7 are computed from them, and never read (các biểu)."""

UNITS: Final[Mapping[str, Mapping[str, Unit]]] = {
    "awards": {"collectives": Unit.COLLECTIVE, "individuals": Unit.PERSON, "households": Unit.HOUSEHOLD},
    "dialogues": {
        "meetings": Unit.MEETING, "citizens": Unit.PERSON, "received": Unit.CASE, "instructed": Unit.CASE,
        "resolved": Unit.CASE,
    },
}  # fmt: skip
"""What a figure counts where its row names no unit (đơn vị tính mặc định)."""

_SAYS_NOTHING: Final = {"gift", "figure", "count"}
"""Fields whose inner columns need no outer name: a contribution has one figure."""


@cache
def columns_of(sheet: Sheet) -> Mapping[str, Column]:
    """Give every column a sheet can have, those that always stand first (mọi cột).

    >>> columns = columns_of(SHEETS[4])
    >>> columns["gift.value"].title, columns["period.start"].title, columns["gift.value"].many
    ('Số lượng', 'Kỳ: Từ ngày', '')
    """
    found = {
        column.key: column
        for column in _walk(sheet.kind)
        if sheet.collection or column.path[0] not in COLLECTIONS
    }
    return {key: found[key] for key in (*sheet.main, *(key for key in found if key not in sheet.main))}


def _walk(
    kind: Any, path: tuple[str, ...] = (), names: tuple[str, ...] = (), many: str = ""
) -> Iterator[Column]:
    """Go through the fields of a class and of the classes inside it."""
    for name, shape in shapes_of(kind).items():
        if not path and name in COLLECTIONS:
            continue
        inner: Any = shape.kinds[0]
        title = FIELDS[kind.__name__][name]
        if attrs.has(inner) and inner is not Money:
            outer = () if name in _SAYS_NOTHING and not path else (title,)
            lists = ".".join((*path, name)) if shape.is_many else many
            yield from _walk(inner, (*path, name), (*names, *outer), lists)
        else:
            yield Column(
                path=(*path, name),
                shape=shape,
                group=names[0] if names else "",
                label=": ".join((*names[1:], title)),
                many=many,
                in_figure=kind is Figure,
            )
    if kind is Figure and path == ("gift",):
        title = FIELDS["Figure"]["kind"]
        yield Column(path=(*path, "kind"), shape=_GIFT_KIND, group="", label=title, in_figure=True)


_GIFT_KIND: Final = Shape(
    name="kind",
    kinds=(GiftKind,),
    is_many=False,
    is_optional=True,
    is_id=False,
    needed=False,
    privacy="",
    is_long=False,
)


@cache
def names_of(sheet: Sheet) -> Mapping[str, str]:
    """Give every name that a column of a sheet may go by, folded, with its key (tên gọi của cột).

    A name that two columns share is nobody's, unless it is one of theirs in full.
    """
    columns = columns_of(sheet)
    found: dict[str, str] = {}
    labels: dict[str, str | None] = {}
    for key, column in columns.items():
        found.setdefault(fold(column.title), key)
        found.setdefault(key, key)
        label = fold(column.label)
        labels[label] = None if label in labels else key
    for key, others in ALSO.get(sheet.collection, {}).items():
        for other in others:
            labels[fold(other)] = key
    return {name: key for name, key in labels.items() if key is not None} | found


def order_columns(sheet: Sheet, used: Container[str]) -> list[Column]:
    """Give the columns that always stand, and others that a record needs beside what they belong to (thứ tự cột)."""
    columns = [columns_of(sheet)[key] for key in sheet.main]
    for key, column in columns_of(sheet).items():
        if key in used and key not in sheet.main:
            beside = [place for place, other in enumerate(columns) if other.path[0] == column.path[0]]
            columns.insert(beside[-1] + 1 if beside else len(columns), column)
    return columns


def letters(column: int) -> str:
    """Name a column as a spreadsheet does, counted from 0 (chữ của cột).

    >>> letters(0), letters(25), letters(26), letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def is_date(column: Column) -> bool:
    """Tell whether a column holds days (cột ngày)."""
    return date in column.shape.kinds
