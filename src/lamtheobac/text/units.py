"""The closed table of what figures count and measure (đơn vị).

A unit has a code, a label in each language, and the phrases that begin a counted noun and mean it:
"công dân" counts persons, "chi bộ" organisations. The longest phrase wins, so that "đồng chí" is a person and
"đồng" is money. What no phrase begins is an `item`, and its noun says which.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from lamtheobac.errors import NumberError
from lamtheobac.messages import issue
from lamtheobac.text.numbers import check_number, check_text, format_number, format_percent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

__all__ = [
    "PER_LABELS",
    "UNITS",
    "UnitKind",
    "UnitWords",
    "check_whole_dong",
    "find_label",
    "format_quantity",
    "match_per",
    "match_unit",
]

UnitKind = Literal["money", "share", "measure", "count"]
"""What follows: after money nothing, after a share or a measure its noun; a count is said by its noun."""


class UnitWords(NamedTuple):
    """The words of one unit (từ ngữ của đơn vị).

    Attributes:
        code: Name in data.
        vi: Vietnamese label, as written after a number; empty for `item`.
        en: English label.
        kind: What may follow the number.
        phrases: Lower-case phrases that mean the unit, divided by bars; the label among them.
    """

    code: str
    vi: str
    en: str
    kind: UnitKind
    phrases: str


_PERSONS = """
    người | người dân | nhân dân | dân | công dân | cá nhân | cán bộ | công chức | viên chức
    | công nhân | người lao động | lao động | đảng viên | đoàn viên | đội viên | hội viên
    | thành viên | tổ viên | xã viên | công đoàn viên | ủy viên | cấp ủy viên | chi ủy viên
    | bí thư | phó bí thư | chi hội trưởng | chi hội phó | tổ trưởng | trưởng thôn | trưởng ấp
    | già làng | quần chúng | báo cáo viên | tuyên truyền viên | cộng tác viên
    | tình nguyện viên | hòa giải viên | hướng dẫn viên | nhân viên | chuyên gia | kỹ sư
    | luật sư | bác sĩ | bác sỹ | y sĩ | y sỹ | y tá | hộ lý | điều dưỡng | dược sĩ | dược sỹ
    | bộ đội | quân nhân | chiến sĩ | chiến sỹ | sĩ quan | sỹ quan | dân quân | thương binh
    | bệnh binh | liệt sĩ | liệt sỹ | cựu chiến binh | thanh niên xung phong | bà mẹ | mẹ
    | mẹ con | cụ | ông | bà | bác | anh | chị | em | cháu | chị em | anh em | con em | trẻ
    | trẻ em | thiếu nhi | thiếu niên | nhi đồng | thanh niên | thanh thiếu niên
    | thanh thiếu nhi | phụ nữ | nông dân | ngư dân | đồng chí | đồng bào | đồng nghiệp
    | đồng đội | bà con | nạn nhân | bệnh nhân | đối tượng | học sinh | sinh viên | học viên
    | giáo viên | giảng viên | thầy giáo | cô giáo | thầy cô | nhà giáo | nhà báo | nhà văn
    | nhà thơ | nhà khoa học | nhà hảo tâm | mạnh thường quân | nghệ nhân | nghệ sĩ | nghệ sỹ
    | diễn viên | vận động viên | thí sinh | tác giả | đại biểu | khách | du khách | khán giả
    | hs | ccb | cbcc | đvtn | tnxp | bạn đọc | nhân khẩu | khẩu | cư dân | công an | công an viên | phóng viên
    | tiếp viên | trọng tài | tài xế | lái xe | hiệu trưởng | tăng ni | phật tử | giáo dân | tín đồ | chức sắc
    | vợ chồng | tiến sĩ | tiến sỹ | thạc sĩ | thạc sỹ | cử tri | doanh nhân
    | tiểu thương | chủ hộ | linh mục | tu sĩ | nữ tu | giám mục | tân binh | nhân mạng | vị đại biểu"""

_ORGANISATIONS = """
    tổ chức | chi bộ | đảng bộ | đảng ủy | chi ủy | cấp ủy | tccsđ | tổ | cơ quan | đơn vị | hội
    | chi hội | phân hội | đoàn thể | chi đoàn | đoàn trường | đoàn cơ sở | liên đội | chi đội
    | công đoàn | câu lạc bộ | clb | doanh nghiệp | công ty | hợp tác xã | htx | ủy ban
    | ban chỉ đạo | trường | nhà trường | trường học | bệnh viện | trạm y tế"""

# What begins like a unit and is something else.
_OTHER_THINGS = """
    tháng tuổi | ngày tuổi | năm tuổi | ngày lễ | ngày hội | nhà máy | nhà nước | nhà văn hóa
    | nhà sinh hoạt | nhà trẻ | nhà xưởng | nhà kho | nhà thờ | nhà xe | nhà hàng | nhà vệ sinh
    | nhà tiêu | nhà tắm | nhà lưới | nhà màng | nhà kính | nhà bia | nhà rông | nhà đa năng
    | nhà tài trợ | nhà đầu tư | nhà thầu | nhà mạng | hộ chiếu | hộ khẩu | hội thi | hội thao
    | hội trại | hội chợ | hội diễn | hội trường | tổ ong | tổ yến | tổ máy | tổ dân phố
    | tổ dân cư | dân tộc | khách sạn | trường hợp | đơn vị máu | đơn vị hành chính
    | khẩu hiệu | khẩu trang | khẩu phần | khẩu súng | khẩu pháo
    | đơn vị bầu cử | cuộc gọi | cuộc thi | cuộc vận động | cuộc kiểm tra | cuộc giám sát
    | cuộc thanh tra | cuộc sống | cuộc đời | cuộc chiến | cây vàng | cây nước | cây xăng
    | cây nến | cây bút | căn cứ | căn bệnh"""

UNITS: Mapping[str, UnitWords] = {
    unit.code: unit
    for unit in (
        UnitWords("VND", "đồng", "đồng", "money", "đồng | đ | ₫ | vnd | vnđ"),
        UnitWords("USD", "USD", "USD", "money", "usd | đô la | đô la mỹ"),
        UnitWords("percent", "%", "%", "share", "% | phần trăm"),
        UnitWords("person", "người", "persons", "count", _PERSONS),
        UnitWords(
            "person_turn", "lượt người", "person-turns", "count", "lượt " + _PERSONS.replace("|", "| lượt")
        ),
        UnitWords("household", "hộ", "households", "count", "hộ | hộ gia đình | hộ dân | gia đình"),
        UnitWords(
            "house",
            "nhà",
            "houses",
            "count",
            "nhà | căn nhà | ngôi nhà | căn | căn hộ | mái nhà | mái ấm | nhà ở",
        ),
        UnitWords("organisation", "tổ chức", "organisations", "count", _ORGANISATIONS),
        UnitWords("collective", "tập thể", "collectives", "count", "tập thể"),
        UnitWords("model", "mô hình", "models", "count", "mô hình"),
        UnitWords(
            "work",
            "công trình",
            "works",
            "count",
            "công trình | phần việc | hạng mục | cây cầu | tuyến đường",
        ),
        UnitWords(
            "case",
            "vụ việc",
            "cases",
            "count",
            "vụ việc | vụ án | vụ khiếu nại | vụ khiếu kiện | vụ tranh chấp",
        ),
        UnitWords(
            "meeting",
            "cuộc",
            "meetings",
            "count",
            "cuộc | buổi | phiên họp | kỳ họp | hội nghị | hội thảo | tọa đàm",
        ),
        UnitWords("labour_day", "ngày công", "labour days", "count", "ngày công | công lao động"),
        UnitWords("year", "năm", "years", "count", "năm"),
        UnitWords("month", "tháng", "months", "count", "tháng"),
        UnitWords("day", "ngày", "days", "count", "ngày"),
        UnitWords("m", "m", "m", "measure", "m | mét"),
        UnitWords("km", "km", "km", "measure", "km | ki-lô-mét | ki lô mét | kilômét | kilomet | cây số"),
        UnitWords("m2", "m²", "m²", "measure", "m² | m2 | mét vuông"),
        UnitWords("ha", "ha", "ha", "measure", "ha | héc-ta | héc ta | hécta | hec ta | hecta"),
        UnitWords("sao", "sào", "sào", "measure", "sào"),
        UnitWords("m3", "m³", "m³", "measure", "m³ | m3 | mét khối"),
        UnitWords("kg", "kg", "kg", "measure", "kg | ki-lô-gam | ki lô gam | kilôgam | kilogam"),
        UnitWords("tonne", "tấn", "tonnes", "measure", "tấn"),
        UnitWords("gift", "suất quà", "gifts", "count", "suất quà | phần quà | túi quà | gói quà | quà"),
        UnitWords(
            "meal",
            "suất ăn",
            "meals",
            "count",
            "suất ăn | suất cơm | suất cháo | phần ăn | phần cơm | bữa ăn | bữa cơm",
        ),
        UnitWords("tree", "cây", "trees", "count", "cây"),
        UnitWords("book", "cuốn", "books", "count", "cuốn | quyển | sách | bản sách"),
        UnitWords(
            "scholarship",
            "suất học bổng",
            "scholarships",
            "count",
            "suất học bổng | phần học bổng | học bổng",
        ),
        UnitWords("time", "lần", "times", "count", "lần"),
        UnitWords("item", "", "", "count", _OTHER_THINGS),
    )
}
"""Every unit by its code."""

PER_LABELS: Mapping[str, str] = {
    code: unit.vi for code, unit in UNITS.items() if unit.kind in ("measure", "count")
} | {"quarter": "quý", "week": "tuần", "hour": "giờ", "item": "suất"}
"""What may stand after the slash of a rate, by code; an `item` is whatever gets one share (suất)."""


def find_label(unit: str) -> str:
    """Give the Vietnamese label of a unit code; any other text is its own label (nhãn đơn vị).

    >>> find_label("labour_day"), find_label("ngày công")
    ('ngày công', 'ngày công')
    >>> find_label(None)  # type: ignore[arg-type]
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected str, got NoneType
    """
    known = UNITS.get(check_text(unit))
    return unit if known is None else known.vi


def format_quantity(x: int | Decimal, unit: str) -> str:
    """Write a number with its unit (viết số lượng).

    Args:
        x: The number.
        unit: A unit code, such as `labour_day`, or the words to write, such as `hộ nghèo`.

    Returns:
        The text, an ordinary blank between; none before the percent sign.

    Raises:
        NumberError: As `format_number`; a fraction of a đồng.
        WrongTypeError: Not a number, or the unit not a text.

    >>> format_quantity(8458, "labour_day")
    '8.458 ngày công'
    >>> format_quantity(8458, 1)  # type: ignore[arg-type]
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected str, got int
    """
    label = find_label(unit)
    if label == "%":
        return format_percent(x)
    if label == "đồng":
        check_whole_dong(x)
    number = format_number(x)
    return f"{number} {label}" if label else number


def check_whole_dong(x: int | Decimal) -> int:
    """Let pass an amount of whole đồng, as an int (kiểm tra tròn đồng).

    >>> from decimal import Decimal
    >>> check_whole_dong(Decimal("5.00"))
    5
    >>> check_whole_dong(Decimal("2.5"))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/fractional-dong: money must be in whole đồng
    """
    x = check_number(x)
    whole = int(x)
    if whole != x:
        raise NumberError(issue("number/fractional-dong"))
    return whole


def match_unit(words: Sequence[str]) -> tuple[str, int]:
    """Find the unit that the first words mean (tìm đơn vị).

    A list that begins with two unlike counts ("tập thể, cá nhân") is neither of them but an item.

    Args:
        words: Lower-case words and marks, in order.

    Returns:
        The code, and how many words the longest phrase took; `("item", 0)` where none fits.

    >>> match_unit(("đồng", "chí", "bí", "thư")), match_unit(("tập", "thể", "và", "cá", "nhân"))
    (('person', 2), ('item', 2))
    """
    code, length = _longest(_phrases(), words)
    if UNITS[code].kind == "count" and length < len(words) and words[length] in (",", "và"):
        other, _ = _longest(_phrases(), words[length + 1 :])
        if other not in (code, "item") and (code, other) != ("person_turn", "person"):
            return "item", length
    return code, length


def match_per(words: Sequence[str]) -> tuple[str, int]:
    """Find what a rate is counted by: `("month", 1)` for "tháng" (tìm đơn vị chia).

    Args:
        words: Lower-case words after the slash.

    Returns:
        The code, and how many words it took; `("item", 0)` where none fits.

    >>> match_per(("hội", "viên")), match_per(("xã",))
    (('person', 2), ('item', 0))
    """
    return _longest(_per_phrases(), words)


def _longest(phrases: Mapping[tuple[str, ...], str], words: Sequence[str]) -> tuple[str, int]:
    """Find the longest of the phrases that the words begin with."""
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        code = phrases.get(tuple(words[:length]))
        if code is not None:
            return code, length
    return "item", 0


_MOST_WORDS = 5


@cache
def _phrases() -> Mapping[tuple[str, ...], str]:
    """Every phrase as its words; made at the first figure, so that importing stays cheap."""
    return {
        tuple(phrase.replace("-", " - ").split()): unit.code
        for unit in UNITS.values()
        for phrase in unit.phrases.split("|")
    }


@cache
def _per_phrases() -> Mapping[tuple[str, ...], str]:
    """The phrases after a slash: all but money and percent, with three more spans of time."""
    more = {("quý",): "quarter", ("tuần",): "week", ("giờ",): "hour", ("suất",): "item"}
    return {words: code for words, code in _phrases().items() if code in PER_LABELS and code != "item"} | more
