"""Where the noun behind a number ends: "678 hộ gia đình khó khăn | với hơn 1,2 tỷ" (danh từ đếm).

Vietnamese does not mark its words, so a noun is followed up to the first word that begins something else: a
verb, a preposition, a name, a mark. Too short a noun is still right; too long a one is not.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lamtheobac.reports.word_lists import list_words
from lamtheobac.text.units import UNITS, match_unit

if TYPE_CHECKING:
    from lamtheobac.reports.prose import Prose

__all__ = ["COUNTABLE", "STOPS", "find_noun_end", "find_quote_end", "find_unit"]

STOPS: Final = list_words("""
    đã đang sẽ được là có với cho của ở tại trong từ đến tới để do vì theo vào ra lên xuống qua sau trước khi thì
    mà cũng vẫn còn chưa không bị như nhằm nên rồi nếu hay hoặc cùng bằng về nhờ này đó kia ấy nay trở so nhưng
    hơn trên dưới gần khoảng chừng tăng giảm đạt chiếm vượt gồm mỗi mọi hằng hàng bình trị tổng thuộc ngoài giữa
    bởi thông nữa đều luôn chỉ mới vừa phải muốn biết thấy nói làm giúp tặng trao nhận vay hiến trồng
    nuôi đóng góp ủng hỗ vận đăng tham tình thoát vươn bao ngày tháng quý rằng tuy song lại thêm xong hết đi đứng
    một hai ba bốn sáu bảy tám chín mười vài mấy nhiều rất cả tiếp góp phần cứ kể trung năm x
    gửi gởi nộp chở mua bán mang đưa gây chịu
    """)
"""Words that no counted noun goes on with."""

_PAIRS: Final = list_words(
    """
    tổ_chức thực_hiện xây_dựng hưởng_ứng phấn_đấu triển_khai hoạt_động ra_quân khánh_thành khởi_công
    hoàn_thành tích_cực trực_tiếp tổng_trị kinh_phí trong_đó dự_kiến tương_đương bảo_đảm đảm_bảo phục_vụ
    sử_dụng tiết_kiệm trang_bị tổng_số tự_nguyện cam_kết phát_động chúc_mừng biểu_dương khen_thưởng
    tuyên_dương giải_quyết đề_nghị san_lấp sửa_chữa phối_hợp huy_động quyên_góp dài_hơn học_tập tiếp_tục
    hy_sinh mắc_phải lắp_đặt di_dời chấp_hành chuyển_biến vươn_lên đi_đầu đi_học cư_trú sinh_sống trú_tại
    xếp_loại đánh_giá phụ_trách bỏ_học trở_lại giá_trị phát_triển đồng_thuận ký_cam ký_kết bình_quân
    cải_tạo mở_rộng nâng_cấp thi_công thu_được thu_về thu_hút thu_gom chi_cho chi_trả nhân_dịp đồng_ý
    """
)
# Nouns that begin like one of the words above, by their first two.
_WHOLE: Final = list_words("""
    phần_trăm phần_mềm phần_thưởng phần_mộ phần_cứng chỉ_tiêu chỉ_số
    chỉ_huy chỉ_điểm chỉ_vàng mới_sinh trung_tâm trung_đội
    trung_đoàn trung_tướng trung_tá trung_úy thông_tin thông_báo thông_điệp thông_cáo bình_chọn bình_gas bình_ga
    bình_oxy bình_ôxy bình_nước bình_chữa bình_ắc bình_phun bình_rượu bình_luận ngày_công ngày_lương học_tập
    tình_thương tình_nghĩa tình_nguyện tình_bạn học_bổng trồng_trọt
    thuộc_đảng thuộc_huyện tiếp_viên bao_cao bao_xi bao_gạo bao_phân bao_bì bao_thóc bao_lúa bao_ngô bao_đất bao_cát
    bao_thức bao_bắp bao_tải tình_huống tình_tiết tham_luận tham_mưu tăng_ni hàng_rào hàng_cây hàng_ghế hàng_quán
    hàng_hóa tổng_công tổng_đội tổng_kho tổng_đại tổng_đài tháng_lương ngoài_quốc tuy_nen năm_tuổi
    tháng_tuổi ngày_tuổi rằm_tháng cao_điểm cao_tốc cao_ốc
    cao_học dài_kỳ có_công có_uy bằng_khen bằng_sáng bằng_cấp bằng_lao bằng_tổ
    """)
# Nouns that end like one of the words above.
_ENDINGS: Final = list_words("""
    chăn_nuôi giao_thông trực_thuộc truyền_thông viễn_thông không_dây dự_bị thiết_bị việc_làm cửa_hàng gian_hàng
    mặt_hàng đơn_hàng khách_hàng ngân_hàng nhà_hàng địa_chỉ tín_chỉ mặt_bằng văn_bằng thành_phần cổ_phần học_phần
    """)
# "1500m rộng 3m", "từ 2,5m thành 5m", "1 cầu dài hơn 20m": what goes on to the next number.
_MEASURING: Final = list_words("rộng dài cao sâu dày nặng thành")
_HEDGING: Final = list_words("hơn gần trên khoảng chừng")
# What is listed beside each other and counted as one.
_KINDRED: Final = (
    list_words("xã phường thị huyện quận tỉnh thành thôn xóm bản ấp khóm buôn làng khu"),
    list_words("tin bài ảnh phóng"),
    list_words("sở ban ngành phòng"),
)
_NO_PARTS: Final = list_words("trăm nghìn ngàn vạn lớn nhỏ")
_SPANS: Final = frozenset(("year", "month", "day", "time"))
_PEOPLE: Final = frozenset(("person", "collective", "organisation", "household"))
_MOST_WORDS: Final = 8
_CLAUSE: Final = list_words("đã đang sẽ được có còn cũng tổ")
# What is counted in reports though the closed table does not know it.
COUNTABLE: Final = list_words("""
    xã phường huyện quận tỉnh thành thị ấp thôn xóm bản buôn làng khu khối con chiếc cái bộ bức chuyến suất phần
    phút giờ tuần quý điểm bài cụm nhóm lớp câu ý đợt lượt tin giải bằng giấy tấm hũ lon bóng xe máy mẫu tạ yến lít
    cặp đôi nhánh dự vụ khoản loại nội mặt giống thùng bao gói túi đoạn trận đoàn vườn ao sổ thẻ tờ vật nhân gương
    tiêu chương lĩnh vấn sản hình nhiệm giải đề chuyên hồ bếp bể giếng cầu cổng đập phòng trụ trạm hố lò ghế bàn thửa
    chiến dãy đàn bầy ổ vỉ bó rổ chậu lồng máng luống khóm bụi buồng quả trái hạt chai lọ hộp can bịch kiện tàu thuyền
    ghe hướng bậc tầng thế nghề tôn
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
    return _match(tuple(prose.lows[at:stop]))


@lru_cache(maxsize=4096)
def _match(words: tuple[str, ...]) -> tuple[str, int]:
    """Match a unit once for the same words."""
    return match_unit(words)


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
        if code in _SPANS:
            # "6,2% năm 2016"
            return end - (prose.lows[end - 1] == "các")
        end += length
    end = _follow_words(prose, end - length if UNITS[code].kind == "count" else end, end)
    if end == start and not length and prose.words[start].istitle() and prose.words[start + 1].islower():
        # "tặng 3 Huân chương": whether anything is counted is for the caller to tell.
        end = _follow_words(prose, start, start + 1)
    if length:
        end = _follow_list(prose, end, code)
    elif end > start:
        end = _follow_kindred(prose, start, end)
    if prose.lows[end - 1] == "các":
        end -= 1
    if end > start and prose.lows[end] == "“":
        end = find_quote_end(prose, end)
    return end


def _follow_words(prose: Prose, start: int, end: int) -> int:
    """Follow the words of a noun."""
    while end - start < _MOST_WORDS and prose.kinds[end] == "word":
        low, word = prose.lows[end], prose.words[end]
        if low in _MEASURING and (prose.kinds[end + 1] == "number" or prose.lows[end + 1] in _HEDGING):
            break
        pair = f"{low} {prose.lows[end + 1]}"
        ending = f"{prose.lows[end - 1]} {low}"
        stops = low in STOPS and pair not in _WHOLE and ending not in _ENDINGS
        if low == "phần" and end == start:
            # "3 phần giao lưu"; but "90 phần" may be a share cut short.
            stops = (
                prose.kinds[end + 1] != "word"
                or prose.lows[end + 1] in _NO_PARTS
                or prose.lows[end + 1] in STOPS
            )
        if low == "và" or stops or (pair in _PAIRS and ending not in _ENDINGS):
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


def _follow_kindred(prose: Prose, start: int, end: int) -> int:
    """Follow "63 tỉnh, thành phố" and "210 tin, bài"; one after a number is another figure."""
    for words in _KINDRED:
        if prose.lows[start] in words:
            while prose.lows[end] in (",", "và") and prose.lows[end + 1] in words:
                end = _follow_words(prose, end + 1, end + 2)
    return end


def find_quote_end(prose: Prose, start: int, *, numbered: bool = False) -> int:
    """Find the token after a name in quotation marks, where it is made of words only (hết tên trong ngoặc kép).

    Args:
        prose: The text.
        start: The quotation mark.
        numbered: Whether it may have numbers and marks too.

    Returns:
        The place; `start` itself where no such name begins there.
    """
    closing = "”" if prose.lows[start] == "“" else prose.lows[start]
    for end in range(start + 1, start + 12):
        if prose.lows[end] == closing and end > start + 1:
            return end + 1
        if not (prose.words[end].isalpha() or (numbered and prose.kinds[end] != "break")):
            break
    return start
