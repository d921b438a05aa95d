"""Where the noun behind a number ends: "678 hộ gia đình khó khăn | với hơn 1,2 tỷ" (danh từ đếm).

Vietnamese does not mark its words, so a noun is followed up to the first word that begins something else: a
verb, a preposition, a name, a mark. Too short a noun is still right; too long a one is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.reports.word_lists import list_words
from lamtheobac.text.units import UNITS, match_unit

if TYPE_CHECKING:
    from lamtheobac.reports.prose import Prose

__all__ = ["COUNTABLE", "STOPS", "find_noun_end", "find_unit"]

STOPS: Final = list_words("""
    đã đang sẽ được là có với cho của ở tại trong từ đến tới để do vì theo vào ra lên xuống qua sau trước khi thì
    mà cũng vẫn còn chưa không bị như nhằm nên rồi nếu hay hoặc cùng bằng về nhờ này đó kia ấy nay trở so nhưng
    hơn trên dưới gần khoảng chừng tăng giảm đạt chiếm vượt gồm mỗi mọi hằng hàng bình trị tổng thuộc ngoài giữa
    bởi thông nữa đều luôn chỉ mới vừa phải muốn biết thấy nói làm giúp tặng trao nhận vay hiến trồng
    nuôi đóng góp ủng hỗ vận đăng tham tình thoát vươn bao ngày tháng quý rằng tuy song lại thêm xong hết đi đứng
    một hai ba bốn sáu bảy tám chín mười vài mấy nhiều rất cả tiếp góp phần cứ kể trung năm
    """)
"""Words that no counted noun goes on with."""

_PAIRS: Final = list_words(
    """
    tổ_chức thực_hiện xây_dựng hưởng_ứng phấn_đấu triển_khai hoạt_động ra_quân khánh_thành khởi_công
    hoàn_thành tích_cực trực_tiếp tổng_trị kinh_phí trong_đó dự_kiến tương_đương bảo_đảm đảm_bảo phục_vụ
    sử_dụng tiết_kiệm trang_bị tổng_số tự_nguyện cam_kết phát_động chúc_mừng biểu_dương khen_thưởng
    tuyên_dương giải_quyết đề_nghị san_lấp sửa_chữa phối_hợp huy_động quyên_góp dài_hơn học_tập tiếp_tục
    hy_sinh mắc_phải lắp_đặt di_dời chấp_hành chuyển_biến vươn_lên đi_đầu đi_học cư_trú sinh_sống trú_tại
    giá_trị thi_công thu_được thu_về thu_hút thu_gom chi_cho chi_trả nhân_dịp đồng_ý
    """
)
_WHOLE: Final = frozenset(
    (
        "phần trăm",
        "chỉ tiêu",
        "chỉ số",
        "mới sinh",
        "thông tin",
        "trung tâm",
        "bình chọn",
        "ngày công",
        "học tập",
        "thuộc đảng",
        "thuộc huyện",
    )
)
_SPANS: Final = frozenset(("year", "month", "day", "time"))
_PEOPLE: Final = frozenset(("person", "collective", "organisation", "household"))
_MOST_WORDS: Final = 7
_CLAUSE: Final = list_words("đã đang sẽ được có còn cũng tổ")
# What is counted in reports though the closed table does not know it.
COUNTABLE: Final = list_words("""
    xã phường huyện quận tỉnh thành thị ấp thôn xóm bản buôn làng khu khối con chiếc cái bộ bức chuyến suất phần
    phút giờ tuần quý điểm bài cụm nhóm lớp câu ý đợt lượt tin giải bằng giấy tấm hũ lon bóng xe máy mẫu tạ yến lít
    cặp đôi nhánh dự vụ khoản loại nội mặt giống thùng bao gói túi đoạn trận đoàn vườn ao sổ thẻ tờ vật nhân gương
    """)
"""First words of other things that reports count."""


def find_unit(prose: Prose, at: int) -> tuple[str, int]:
    """Find the unit whose words begin here, without what is listed beside it (tìm đơn vị).

    Returns:
        The code and the number of words; `("item", 0)` where none begins.
    """
    stop = at
    while stop < at + 5 and prose.kinds[stop] in ("word", "mark") and prose.lows[stop] not in (",", "và"):
        stop += 1
    return match_unit(prose.lows[at:stop])


def find_noun_end(prose: Prose, start: int, code: str, length: int) -> int:
    """Find the token after the noun that begins at `start` (tìm chỗ hết danh từ).

    Args:
        prose: The text.
        start: The first token after the number.
        code: The unit found there.
        length: How many tokens its words take; 0 for none.

    Returns:
        The place; `start` where there is no noun.
    """
    end = start + length
    if UNITS[code].kind == "money" or code in _SPANS:
        return end
    if UNITS[code].kind == "share":
        end += prose.lows[end] == "các"
        code, length = find_unit(prose, end)
        end += length
    end = _follow_words(prose, start, end)
    if length:
        end = _follow_list(prose, end, code)
    if prose.lows[end - 1] == "các":
        end -= 1
    if end > start and prose.lows[end] == "“":
        end = _follow_quote(prose, end)
    return end


def _follow_words(prose: Prose, start: int, end: int) -> int:
    """Follow the words of a noun."""
    while end - start < _MOST_WORDS and prose.kinds[end] == "word":
        low, word = prose.lows[end], prose.words[end]
        pair = f"{low} {prose.lows[end + 1]}"
        if low == "và" or (low in STOPS and pair not in _WHOLE) or pair in _PAIRS:
            break
        if word[0].isupper() and not (word.isupper() and len(word) > 1) and prose.lows[end - 1] != "tuổi":
            break
        end += 1
    return end


def _follow_list(prose: Prose, end: int, code: str) -> int:
    """Follow what is listed beside a unit, where it is of the same kind: công trình, phần việc."""
    for _ in range(3):
        if prose.lows[end] not in (",", "và"):
            break
        other, length = find_unit(prose, end + 1)
        alike = other == code or (other in _PEOPLE and code in _PEOPLE)
        alike = alike or (code, other) == ("person_turn", "person")
        if not (length and alike) or prose.lows[end + 1] == "tổ" or prose.lows[end + 1 + length] in _CLAUSE:
            break
        end = _follow_words(prose, end + 1, end + 1 + length)
    return end


def _follow_quote(prose: Prose, start: int) -> int:
    """Follow a name in quotation marks right behind a noun, where it is made of words only."""
    for end in range(start + 1, start + 12):
        if prose.lows[end] == "”" and end > start + 1:
            return end + 1
        if not prose.words[end].isalpha():
            break
    return start
