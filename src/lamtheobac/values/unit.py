"""Units of figures, a closed list (đơn vị tính)."""

from __future__ import annotations

from lamtheobac.values.labelled import Labelled

__all__ = ["Unit"]


class Unit(Labelled):
    """What a figure counts or measures (đơn vị tính).

    A person (người) is not a person-turn (lượt người); a labour day (ngày công) has 8 hours; sào is kept as
    said, since its size differs by region. Anything else is `ITEM` with its noun.

    >>> Unit.LABOUR_DAY.label, Unit("VND").label
    ('ngày công', 'đồng')
    >>> Unit.VND.is_whole, Unit.KM.is_whole, Unit.KM.is_count
    (True, False, False)
    """

    VND = "VND", "đồng", "đồng"
    USD = "USD", "USD", "USD"
    PERCENT = "percent", "%", "%"
    PERSON = "person", "người", "persons"
    PERSON_TURN = "person_turn", "lượt người", "person-turns"
    HOUSEHOLD = "household", "hộ", "households"
    HOUSE = "house", "nhà", "houses"
    ORGANISATION = "organisation", "tổ chức", "organisations"
    COLLECTIVE = "collective", "tập thể", "collectives"
    MODEL = "model", "mô hình", "models"
    WORK = "work", "công trình", "works"
    CASE = "case", "vụ việc", "cases"
    MEETING = "meeting", "cuộc", "meetings"
    LABOUR_DAY = "labour_day", "ngày công", "labour days"
    YEAR = "year", "năm", "years"
    MONTH = "month", "tháng", "months"
    DAY = "day", "ngày", "days"
    M = "m", "m", "m"
    KM = "km", "km", "km"
    M2 = "m2", "m²", "m²"
    HA = "ha", "ha", "ha"
    SAO = "sao", "sào", "sào"
    M3 = "m3", "m³", "m³"
    KG = "kg", "kg", "kg"
    TONNE = "tonne", "tấn", "tonnes"
    GIFT = "gift", "suất quà", "gifts"
    MEAL = "meal", "suất ăn", "meals"
    TREE = "tree", "cây", "trees"
    BOOK = "book", "cuốn", "books"
    SCHOLARSHIP = "scholarship", "suất học bổng", "scholarships"
    TIME = "time", "lần", "times"
    ITEM = "item", "", ""

    @property
    def is_whole(self) -> bool:
        """Whether only whole numbers of it exist (số nguyên): there is no half person and no half đồng."""
        return self in _WHOLE

    @property
    def is_count(self) -> bool:
        """Whether it is counted one by one, and not measured (đếm được)."""
        return self not in _MEASURED


_MEASURED = frozenset(
    {
        Unit.VND, Unit.USD, Unit.PERCENT,
        Unit.M, Unit.KM, Unit.M2, Unit.HA, Unit.SAO, Unit.M3, Unit.KG, Unit.TONNE,
    }
)  # fmt: skip
_HALVED = frozenset({Unit.LABOUR_DAY, Unit.YEAR, Unit.MONTH, Unit.DAY, Unit.TIME, Unit.ITEM})
_WHOLE = frozenset(Unit) - (_MEASURED - {Unit.VND}) - _HALVED
