"""What only looks like a quantity: "khối 9", "Quyết định 22", "thứ hai", "ngày 8 tháng 3" (không phải số liệu).

A number that names something stands behind what it names. Some words always take such a number (thứ, đường),
others only where nothing that is counted follows: "chi hội 8 đã …" is a name, "chi hội 8 người" is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lamtheobac.reports.nouns import COUNTABLE, find_unit
from lamtheobac.reports.word_lists import list_words
from lamtheobac.text.figure_amounts import SCALES
from lamtheobac.text.units import UNITS

if TYPE_CHECKING:
    from lamtheobac.reports.prose import Prose

__all__ = ["is_look_alike", "is_name_of_month"]

_ALWAYS: Final = list_words("""
    thứ hẻm ngõ ngách kiệt cổng chương trang bảng mùng mồng khóa khoá kỳ kì đợt đường vòng hạng
    chỉ_thị nghị_quyết nghị_định thông_tư công_văn pháp_lệnh sắc_lệnh quốc_lộ tỉnh_lộ hương_lộ huyện_lộ đại_lộ
    tuổi mũi liều chặng top mức_độ cấp_độ huy_hiệu
    phụ_lục học_kỳ niên_khóa tiểu_đoàn trung_đoàn sư_đoàn lữ_đoàn quân_đoàn binh_đoàn quân_khu bệnh_viện
    """)
_NOT_NAMING: Final = list_words(
    """định_kỳ cùng_kỳ định_kì cùng_kì con_đường làm_đường mở_đường mét_đường km_đường cao_tuổi lớn_tuổi trẻ_tuổi
    trung_tuổi trong_vòng"""
)
_CALENDAR: Final = frozenset(("ngày", "tháng", "quý", "tuần", "năm"))
_SOMETIMES: Final = list_words("""
    thôn xóm ấp bản buôn khối khu khóm phố phường quận tổ đội trường lớp cấp nhóm phòng tầng giải loại mẫu bài câu
    tiết ca mục đảng cầu kênh trạm đài liên xã cụm điều khoản hình ảnh biểu điểm lần km bậc vùng trung_ương khu_vực
    bộ_binh pháo_binh công_binh trung_đội đại_đội tiểu_đội chi_bộ đảng_bộ chi_hội phân_hội chi_đoàn liên_đội chi_đội
    quyết_định quy_định kết_luận kế_hoạch hướng_dẫn
    dự_án đề_án chương_trình tờ_trình thông_báo báo_cáo khu_phố đơn_vị tổ_hợp tổng_đài số_nhà dân_cư dân_phố giai_đoạn
    """)
_TWO_WORDS: Final = list_words("""
    dứt_điểm ưu_điểm nhược_điểm địa_điểm thời_điểm đặc_điểm quan_điểm trọng_điểm cao_điểm thí_điểm chấm_điểm
    nước_nhà toàn_đảng tổ_chức_đảng nhiều_lần mỗi_lần trợ_cấp cung_cấp nâng_cấp xuống_cấp phụ_cấp các_cấp đẳng_cấp
    đại_biểu tiêu_biểu phát_biểu mô_hình truyền_hình tình_hình điển_hình loại_hình địa_hình đội_hình
    gương_mẫu kiểu_mẫu tài_khoản hòa_giải các_loại phân_loại xếp_loại bộ_đội quân_đội đồng_đội quốc_phòng văn_phòng
    dự_phòng nhà_trường môi_trường thị_trường hội_trường hiện_trường hợp_tác_xã tác_xã toàn_xã yêu_cầu nhu_cầu toàn_cầu
    mét_khối tầng_lớp mở_lớp chi_tiết cơ_bản văn_bản căn_bản thành_phố hạng_mục danh_mục chuyên_mục
    """)
# Behind them no đồng at all is a sum: "phí là 0 đồng".
_WORTH: Final = list_words("là còn với giá trị bằng được thu chi dư phí mức : =")
# Their numbers are counts after all: mỗi tháng 3 lần, tổng số 38 hộ.
_EACH: Final = list_words("mỗi hằng hàng một từng bình mọi")
_TOTAL: Final = list_words("tổng trong nửa của với cả đủ dân con sĩ quân doanh")
_DAY_WORDS: Final = list_words("""
    ngày sáng chiều trưa tối đêm hôm qua dịp lễ mùng mồng khánh từ nay mai bác nhật nam đảng cn
    """)
_AFTER_CLOCK: Final = list_words("sáng chiều tối đêm trưa ngày hôm phút kém rưỡi")
_HOURS: Final = frozenset(("giờ", "g"))
_BEFORE_CLOCK: Final = list_words("lúc hồi vào đến từ")
_NAMING: Final = _ALWAYS | _CALENDAR | _SOMETIMES | _DAY_WORDS | {"số", "giờ"}
_FURNITURE: Final = frozenset(
    (
        ("lượt", "xem"),
        ("bình", "luận"),
        ("lượt", "truy"),
        ("lượt", "thích"),
        ("ngày", "trước"),
        ("giờ", "trước"),
        ("phút", "trước"),
        ("điều", "bác"),
        ("ký", "tự"),
    )
)
# "5 không, 3 sạch", "4 tại chỗ", "7 dám": what no noun is, and mottos count.
_MOTTO: Final = list_words("sạch tốt nhất tự giỏi bám dám biết rõ sẵn đúng nên chống khá")
_NOT_MOTTOES: Final = list_words("tự_vệ nên_người")
# Behind them a number counts even where a village stands before it: tặng thôn 3 chiếc quạt.
_CLASSIFIERS: Final = list_words(
    "con chiếc cái bộ bức chuyến suất tấm hũ cặp thùng bao gói túi bình xe máy giường tủ thẻ giấy tờ"
)
_SEASONS: Final = list_words("tết xuân hè thu đông vụ mùa")
_STARTS: Final = frozenset(".!?:;…-–+*•\"“‘'()”»")
_EVENTS: Final = list_words("ngày tái thành giải truyền hoạt xây")
_FAR: Final = 24
_is_year: Final = re.compile("(?:19|20)[0-9]{2}").fullmatch
_is_short: Final = re.compile("[0-9]{1,4}").fullmatch
_is_small: Final = re.compile("[0-9]{1,3}").fullmatch
_is_month: Final = re.compile("0?[1-9]|1[0-2]").fullmatch


def is_look_alike(prose: Prose, at: int, after: int, code: str, length: int, *, joined: bool = False) -> bool:
    """Tell whether a plain number only names something (có phải không là số liệu).

    Args:
        prose: The text.
        at: The token of the number.
        after: The token after the number, or after the range or fraction it begins.
        code: The unit that follows.
        length: Words of that unit; 0 for none.
        joined: Whether the number begins a range or a fraction, which may be a date.
    """
    kind = UNITS[code].kind
    if kind == "money" and prose.words[at] == "0":
        # "gian hàng 0 đồng"
        return prose.kinds[at - 1] == "word" and prose.lows[at - 1] not in _WORTH
    if kind != "count" or (code != "item" and _is_counted(prose, at, after, code, joined=joined)):
        return False
    before, low = prose.lows[at - 1], prose.lows[after]
    written = prose.words[at]
    pair = f"{prose.lows[at - 2]} {before}"
    if (low, prose.lows[after + 1]) in _FURNITURE or low == "rạng":
        return True
    if length == 1 and prose.words[after].istitle() and prose.lows[after + 1] in ("này", "nay"):
        # "Hôm nay: 1 Tháng này: 25": the counter of a page.
        return True
    if code == "time" and prose.lows[after + 1] in ("đầu", "cuối"):
        # "học sinh lớp 7 lần đầu tiên"
        return before in _SOMETIMES
    if _is_badge(prose, at, after):
        return True
    if low in _HOURS and _is_clock(prose, before, after):
        return True
    if code == "year" and _is_anniversary(prose, at, after):
        return True
    if code == "day" and prose.kinds[after + 1] in ("number", "name") and pair in _SOMETIMES:
        # "Kế hoạch 45 ngày 12/3/2020"
        return True
    if before in _SEASONS and _is_year(written):
        return True
    if _is_date(prose, at, after, code, joined=joined):
        return True
    if before in _HOURS and prose.kinds[at - 2] == "number":
        return True
    if before in _CALENDAR:
        long_year = before == "năm" and code != "item" and not _is_year(written)
        return prose.lows[at - 2] not in _EACH and not long_year
    if (before in _ALWAYS or pair in _ALWAYS) and pair not in _NOT_NAMING:
        return prose.lows[at - 2] not in _EACH
    if not joined and not _is_short(written):
        return False
    if before == "số":
        return prose.lows[at - 2] not in _TOTAL
    if code != "item":
        return _is_named_place(prose, at, after, length)
    if _is_year(written):
        return True
    if low in _MOTTO and f"{low} {prose.lows[after + 1]}" not in _NOT_MOTTOES:
        return True
    if before == "đảng" and length:
        # "khai trừ Đảng 45 trường hợp"
        return False
    if (before in _SOMETIMES or pair in _SOMETIMES) and pair not in _TWO_WORDS:
        each = not _EACH.isdisjoint((prose.lows[at - 2], prose.lows[at - 3]))
        return not each and (low not in _CLASSIFIERS or prose.words[after + 1].istitle())
    return _is_after_name(prose, at, after)


def _is_counted(prose: Prose, at: int, after: int, code: str, *, joined: bool) -> bool:
    """Tell at once that most figures are figures: a lower-case word that names nothing stands before them."""
    before = prose.lows[at - 1]
    return (
        not joined
        and code not in ("year", "month", "day")
        and prose.kinds[at - 1] == "word"
        and prose.words[at - 1].islower()
        and before not in _NAMING
        and f"{prose.lows[at - 2]} {before}" not in _NAMING
        and prose.lows[after] != "lượt"
    )


def _is_clock(prose: Prose, before: str, after: int) -> bool:
    """Tell 8 giờ sáng from 4 giờ đồng hồ."""
    following = prose.lows[after + 1]
    return (
        before in _BEFORE_CLOCK or following in _AFTER_CLOCK or prose.kinds[after + 1] in ("number", "name")
    )


def _is_badge(prose: Prose, at: int, after: int) -> bool:
    """Tell "Huy hiệu 55, 50, 40 năm tuổi Đảng", whose last name stands far from its badge."""
    if "tuổi" not in prose.lows[after : after + 2] or "hiệu" not in prose.lows[max(0, at - _FAR) : at]:
        return False
    place = at - 1
    while prose.kinds[place] != "word" or prose.lows[place] in ("và", "năm", "tuổi", "đảng"):
        place -= 1
    return prose.lows[place] == "hiệu"


def _is_anniversary(prose: Prose, at: int, after: int) -> bool:
    """Tell "kỷ niệm 50 năm", "133 năm Ngày sinh" and "đợt 1 năm 2020" from years that passed."""
    before = (prose.lows[at - 2], prose.lows[at - 1])
    if before in (("kỷ", "niệm"), ("kỉ", "niệm")) or prose.lows[after + 1] == "ngày":
        return True
    if before[1] in ("và", ",") and "niệm" in prose.lows[max(0, at - _FAR) : at]:
        # "kỷ niệm 37 năm giải phóng huyện và 20 năm tái lập tỉnh"
        return prose.lows[after + 1] in _EVENTS
    year = prose.words[after + 1]
    return bool(_is_year(year)) and prose.lows[after] == "năm" and prose.lows[after + 2] != ","


def _is_date(prose: Prose, at: int, after: int, code: str, *, joined: bool) -> bool:
    """Tell 8 tháng 3, 20-10 and 22/5 from months, ranges and fractions."""
    if code == "month" and is_name_of_month(prose, after):
        return True
    if not joined:
        return False
    before, last = prose.words[at - 1], prose.words[after - 1]
    low = before.lower()
    if not (_is_small(prose.words[at]) and _is_month(last)) or after != at + 3:
        return False
    if low == "từ" and (code != "item" or prose.lows[after] in COUNTABLE):
        # "từ 5 - 10 hộ"
        return False
    listed = low in ("và", ",") and prose.kinds[at - 2] == "number" and prose.lows[at - 3] in _DAY_WORDS
    lunar = prose.lows[after : after + 2] in (["âm", "lịch"], ["dương", "lịch"])
    return listed or lunar or low in _DAY_WORDS or (before[:1].isupper() and not _opens(prose, at - 1))


def is_name_of_month(prose: Prose, at: int) -> bool:
    """Tell the "tháng" of "8 tháng 3" from the one of "8 tháng": a month's number follows, and no unit.

    >>> from lamtheobac.reports.prose import read_prose
    >>> [is_name_of_month(read_prose(text), 5) for text in ("8 tháng 3 hằng năm", "8 tháng, 3 nhà", "8 tháng 3 kg")]
    [True, False, False]
    """
    following = prose.words[at + 1]
    if prose.lows[at] != "tháng" or not _is_month(following):
        return False
    return prose.lows[at + 2] not in SCALES and find_unit(prose, at + 2)[0] in ("item", "year")


def _is_named_place(prose: Prose, at: int, after: int, length: int) -> bool:
    """Tell "Trường Bảo An 2 tổ chức …" and "thôn 3 tổ chức …": a verb that looks like a unit follows."""
    pair = f"{prose.lows[at - 2]} {prose.lows[at - 1]}"
    named = not _SOMETIMES.isdisjoint((prose.lows[at - 1], pair)) or (
        prose.words[at - 1][:1].isupper() and prose.kinds[at - 1] == "word" and not _opens(prose, at - 1)
    )
    unit = prose.words[after]
    titled = unit[:1].isupper() and not unit.isupper() and prose.lows[at - 1] in _SOMETIMES
    is_verb = " ".join(prose.lows[after : after + length]) in ("tổ chức", "lao động")
    # "kết luận 62 tổ chức đảng"
    return titled or (named and is_verb and prose.lows[after + length] not in ("đảng", "cơ", "hội"))


def _is_after_name(prose: Prose, at: int, after: int) -> bool:
    """Tell "Lạc An 74" and "khối Hải Giang 1 phường Nghi Hải": the number is part of a proper name."""
    before = prose.words[at - 1]
    if not before[:1].isupper() or _opens(prose, at - 1) or not _is_small(prose.words[at]):
        return False
    following = prose.words[after]
    if before.isupper() and len(before) > 1 and following.isupper():
        return False
    if prose.lows[after] not in COUNTABLE:
        return True
    return not (before.isupper() and len(before) > 1) and prose.words[after + 1][:1].isupper()


def _opens(prose: Prose, at: int) -> bool:
    """Tell whether a token opens a sentence, where everything is written with a capital."""
    return prose.kinds[at - 1] == "break" or prose.words[at - 1] in _STARTS
