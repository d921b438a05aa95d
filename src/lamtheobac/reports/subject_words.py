"""The words that say what a figure speaks of: what was done, what a name is the name of (bảng từ).

All tables of the matching are here and in `period_words`, as data that an official can read and correct. A
phrase may mean several things at once: "hỗ trợ" is help and money spent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.reports.word_lists import list_keys
from lamtheobac.text.clean import search_key
from lamtheobac.values.labelled import Labelled

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ACTIONS",
    "CONTINUING",
    "EMPTY_WORDS",
    "LONGEST_PHRASE",
    "NAMED_THINGS",
    "ROLES",
    "SAYINGS",
    "Action",
    "Role",
    "Sureness",
    "find_phrase",
]


class Action(Labelled):
    """What was done with what a figure counts (việc làm)."""

    RAISED = "raised", "vận động, đóng góp", "raised"
    PLEDGED = "pledged", "đăng ký ủng hộ", "pledged"
    SPENT = "spent", "chi, hỗ trợ", "spent"
    VALUED = "valued", "trị giá", "valued at"
    BUILT = "built", "xây mới", "built"
    REPAIRED = "repaired", "sửa chữa", "repaired"
    STARTED = "started", "khởi công", "begun"
    HELPED = "helped", "giúp đỡ", "helped"
    EXAMINED = "examined", "khám, cấp thuốc", "examined"
    GAVE = "gave", "tặng, trao", "gave"
    GAVE_LAND = "gave_land", "hiến đất", "gave land"
    PLANTED = "planted", "trồng", "planted"
    ESCAPED = "escaped", "thoát nghèo", "out of poverty"
    HONOURED = "honoured", "khen thưởng, biểu dương", "honoured"
    STUDIED = "studied", "học tập, quán triệt", "studied"
    REGISTERED = "registered", "đăng ký", "registered"
    COMMITTED = "committed", "cam kết", "committed"
    PLANNED = "planned", "lập kế hoạch", "planned"
    RATED = "rated", "xếp loại", "rated"
    RAN = "ran", "thực hiện, triển khai", "carried out"
    TOOK_PART = "took_part", "tham gia", "took part"
    MET = "met", "gặp gỡ, đối thoại", "met"
    HELD = "held", "tổ chức", "held"
    TOOK_IN = "took_in", "tiếp nhận vụ việc", "took in"
    RESOLVED = "resolved", "giải quyết", "resolved"
    PUBLISHED = "published", "biên soạn, phát hành", "published"
    FOUNDED = "founded", "thành lập", "founded"


class Role(Labelled):
    """What a figure is among the figures of its sentence (vai trò của số liệu)."""

    RESULT = "result", "kết quả", "result"
    TOTAL = "total", "tổng số", "total"
    PART = "part", "trong đó", "part of a total"
    TARGET = "target", "chỉ tiêu, kế hoạch", "target"
    CHANGE = "change", "tăng, giảm", "change"
    EACH = "each", "bình quân, mức", "for each"
    BEFORE = "before", "trước đó", "before that"
    SAID = "said", "trong lời văn", "said in words"


class Sureness(Labelled):
    """How sure it is what a figure speaks of (mức chắc chắn)."""

    SURE = "sure", "chắc chắn", "sure"
    LIKELY = "likely", "có lẽ", "likely"
    UNSURE = "unsure", "chưa rõ", "unsure"


def _spread(table: Mapping[str, str]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Turn lines of "codes: phrase | phrase" into phrases with their codes; a phrase may stand on several lines."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for codes, phrases in table.items():
        for phrase in phrases.split("|"):
            words = tuple(search_key(phrase).split())
            found[words] = (*found.get(words, ()), *codes.split())
    return found


ACTIONS: Final = _spread(
    {
        "raised": """vận động | quyên góp | huy động | ủng hộ | đóng góp | thu được | thu về | gây quỹ | tiết kiệm
            | gom góp | góp | gom | kêu gọi | xã hội hóa | tiết kiệm được | thu | quyên | lạc quyên | nhận""",
        # No actions, though they begin like one.
        "": """cấp ủy | các cấp | cấp trên | cấp dưới | cấp cơ sở | cấp xã | cấp huyện | cấp tỉnh
            | chi bộ | chi , đảng bộ | chi hội | chi đoàn | chi ủy | chi đội | chi nhánh | các tổ chức
            | tổ chức đảng | tổ chức cơ sở đảng | tổ chức chính trị | tổ chức đoàn thể | nhận thức | thu nhập
            | xây dựng đảng | xây dựng nông thôn mới | học sinh | học bổng | học viên | làm theo
            | làm việc | làm chủ | tiếp tục
            | in ấn | khám phá | mở rộng | phát huy | phát triển | phát động | nuôi heo đất | góp phần | lập thành tích
            | lập trường | dự kiến | dự án | dự thảo | giúp cho""",
        "raised took_in": "tiếp nhận | nhận được",
        "took_in": "tiếp nhận đơn | nhận đơn",
        "pledged": "đăng ký ủng hộ | cam kết ủng hộ | hứa ủng hộ | đăng ký đóng góp",
        "spent helped": "hỗ trợ",
        "spent": "chi | kinh phí | giải ngân | chi trả | đã chi | đầu tư | dành | trích | chi phí | sử dụng",
        "spent gave": "cấp | trao",
        "valued": "trị giá | giá trị | tổng trị giá | ước tính trị giá | quy ra tiền | tương đương | làm lợi",
        "built": "xây mới | xây | xây dựng | làm mới | dựng | bàn giao | xây tặng | làm nhà | bê tông hóa | làm",
        "repaired": "sửa chữa | sửa | tu sửa | nâng cấp | duy tu | chỉnh trang | sửa sang",
        "built repaired": """xây mới và sửa chữa | xây dựng và sửa chữa | xây và sửa | xây mới , sửa chữa
            | làm mới và sửa chữa""",
        "started": "khởi công | khởi công xây dựng",
        "helped": """giúp | giúp đỡ | đỡ đầu | nhận đỡ đầu | chăm lo | cưu mang | chăm sóc | đồng hành | nuôi
            | phụng dưỡng | thụ hưởng""",
        "examined": """khám | khám bệnh | cấp thuốc | khám và cấp thuốc | khám , cấp thuốc | phát thuốc
            | khám chữa bệnh | tư vấn sức khỏe""",
        "gave": "tặng | trao tặng | biếu | phát | thăm và tặng | thăm | trao nhà",
        "gave_land raised": "hiến | hiến đất | hiến tặng",
        "planted": "trồng | trồng mới",
        "escaped": "thoát nghèo | thoát cận nghèo | vươn lên thoát nghèo",
        "honoured": """khen thưởng | biểu dương | tuyên dương | tôn vinh | khen | giấy khen | bằng khen | tặng giấy khen
            | tặng bằng khen | thư khen | vinh danh | trao giấy khen | trao bằng khen""",
        "studied": "học tập | quán triệt | nghiên cứu | tham gia học tập | học",
        "registered": "đăng ký | đăng kí",
        "committed": "cam kết | ký cam kết | viết cam kết",
        "planned": "xây dựng kế hoạch | lập kế hoạch | kế hoạch cá nhân",
        "rated": "xếp loại | đánh giá | hoàn thành | được đánh giá",
        "ran": """thực hiện | triển khai | ra quân | ra quân thực hiện | duy trì | nhân rộng | áp dụng
            | có việc làm theo""",
        "took_part": "tham gia | tham dự | thu hút | dự | hưởng ứng | với sự tham gia",
        "met": "gặp | gặp gỡ | đối thoại | tiếp xúc | tiếp dân | tiếp | tiếp công dân | đối thoại với",
        "held": "tổ chức | mở | họp | tổ chức được",
        "resolved": "giải quyết | trả lời | xử lý | giải đáp | chỉ đạo giải quyết | tháo gỡ",
        "published": "biên soạn | xuất bản | in | phát hành | biên tập",
        "founded": "thành lập | lập | ra mắt | kiện toàn | thành lập mới",
    }
)
"""What was done, by phrase."""

ROLES: Final = _spread(
    {
        # No roles, though they begin like one.
        "": """tăng cường | tăng gia | vượt khó | vượt qua | vượt lên | giảm nghèo | giảm thiểu | tổng kết | tổng thể
            | tổng hợp | mức sống | tổng bí thư""",
        "total": """tổng | tổng số | tổng cộng | cả thảy | tất cả | tổng kinh phí | tổng số tiền | tổng trị giá
            | tổng giá trị | toàn huyện có | nâng tổng số""",
        "part": "trong đó | riêng | trong số đó | trong số này",
        # A part only of a figure of its own unit: "17 tổ công tác gồm 96 lượt cán bộ" are two things.
        "made_of": "gồm có | bao gồm | gồm",
        "target": "chỉ tiêu | kế hoạch đề ra | phấn đấu | mục tiêu | dự kiến | sẽ | theo kế hoạch | nhu cầu | dự toán",
        "change": "tăng | giảm | tăng thêm | tăng hơn | giảm hơn | vượt | nhiều hơn | ít hơn",
        "before": "trước đó | trước đây | so với trước",
        "each": "mỗi | bình quân | trung bình | mức | định mức | mức hỗ trợ",
    }
)
"""What a figure is among others, by phrase."""

NAMED_THINGS: Final = _spread(
    {
        phrase.replace(" ", "_"): phrase
        for phrase in (
            "mô hình", "chương trình", "phong trào", "cuộc vận động", "câu lạc bộ", "quỹ", "đề án", "dự án", "kế hoạch",
            "công trình", "hội thi", "cuộc thi", "chiến dịch", "ngày hội", "hoạt động", "cách làm", "tổ", "nhóm",
            "tuần lễ", "phần việc", "giải", "đội", "tủ sách", "hũ gạo",
        )
    }
)  # fmt: skip
"""What a name in quotation marks may be the name of."""

SAYINGS: Final = list_keys(
    "phương_châm khẩu_hiệu tinh_thần chủ_đề danh_hiệu về nội_dung quan_điểm tiêu_chí phương_pháp lời_dạy là câu đạt"
)
"""What stands before a saying in quotation marks, which is the name of nothing that is done."""

CONTINUING: Final = list_keys(
    """
    đến_nay từ_đó qua_đó kết_quả mô_hình chương_trình phong_trào câu_lạc_bộ nhờ theo_đó trong_đó đã sau với hiện
    hiện_nay từ_khi tính_đến riêng cũng ngoài_ra tổng trung_bình bình_quân mỗi số_tiền từ_nguồn qua từ_năm trong năm
    hằng_năm hàng_năm đồng_thời bên_cạnh
    """
)
"""How a sentence begins that goes on about what the one before it named."""

EMPTY_WORDS: Final = list_keys(
    """
    và của các những cho với trong được có là đã do ở tại về từ đến theo để một khi này đó cùng trên dưới hơn gần
    khoảng số năm tháng ngày người tổ chức đồng không nhiều việc làm bác thực hiện cấp xã huyện
    """
)
"""Words that stand everywhere and tell no record from another."""

LONGEST_PHRASE: Final = 5
"""How many words the longest phrase of these tables has."""


def find_phrase(
    table: Mapping[tuple[str, ...], tuple[str, ...]], keys: list[str], at: int, stop: int
) -> tuple[tuple[str, ...], int]:
    """Find the longest phrase of a table that begins at a word (tìm cụm từ).

    Args:
        table: Phrases, as words.
        keys: The words of a text, by their search keys.
        at: The first word.
        stop: The word before which it must end.

    Returns:
        The codes and the number of words; `((), 0)` where no phrase begins there.

    >>> find_phrase(ACTIONS, ["xây", "mới", "và", "sửa", "chữa", "nhà"], 0, 6)
    (('built', 'repaired'), 5)
    >>> find_phrase(ACTIONS, ["nhà"], 0, 1)
    ((), 0)
    """
    for length in range(min(LONGEST_PHRASE, stop - at), 0, -1):
        codes = table.get(tuple(keys[at : at + length]))
        if codes is not None:
            return codes, length
    return (), 0
