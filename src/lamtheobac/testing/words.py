"""Words to make records of: places, people, bodies, models, and what reports say of them (từ ngữ mẫu).

Places are real, people and sayings are made up. `{place}` and the like are filled in at random.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records import BodyKind, ModelField, OrganisationKind, OutcomeKind
from lamtheobac.records.statement import Measure
from lamtheobac.values import DocumentKind, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "BODIES", "CONTENTS", "COUNTED", "DOCUMENTS", "FAMILY_NAMES", "FILLINGS", "GIVEN_NAMES", "ISSUERS", "MEASURED",
    "MIDDLE_NAMES", "MODELS", "NAMES_OF_THE_HIGHLANDS", "NOTES", "ORGANISATIONS", "OUTCOMES", "PERIODS", "PHRASES",
    "SENTENCES", "TEXTS", "UNDER",
]  # fmt: skip

FILLINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "place": (
        "Bình Sơn", "Vạn Tường", "Bình Minh", "Đông Sơn", "Trà Bồng", "Sơn Tịnh", "Lý Sơn", "Nghĩa Hành", "Mộ Đức",
        "Đức Phổ", "Tư Nghĩa", "Ba Tơ", "Minh Long", "Kon Plông", "Tu Mơ Rông", "Ia H’Drai", "Đắk Hà", "Ea H’Leo",
        "Cư M’gar", "Krông Búk", "Phước Sơn", "A Lưới", "Quỳ Châu", "Mù Cang Chải", "Sốp Cộp", "Yên Bình", "Ô Môn",
        "Giồng Riềng", "Ứng Hòa", "Ân Thi", "Ý Yên", "Uông Bí", "Hải Hậu", "Quỳnh Lưu", "Thủy Nguyên", "Hữu Lũng",
    ),
    "number": tuple(map(str, (*range(1, 15), 26))),
    "year": tuple(map(str, range(2016, 2028))),
    "village": ("thôn", "ấp", "xóm", "bản", "buôn", "làng", "khu phố", "tổ dân phố"),
    "unit": (
        "Trường THCS Bình Trị", "Trạm Y tế", "Công an", "Quân sự", "Văn phòng", "Hợp tác xã Tân Lập",
        "Bệnh viện Đa khoa", "Công ty Cổ phần Mía đường", "Ban Quản lý rừng phòng hộ",
    ),
}  # fmt: skip
"""What may stand in the places left open in a text."""

FAMILY_NAMES: Final = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Đinh", "Giàng", "Lò", "Cầm", "Quách", "Tôn Nữ",
)  # fmt: skip
MIDDLE_NAMES: Final = (
    "",
    "Thị",
    "Văn",
    "Đức",
    "Ngọc",
    "Thị Thu",
    "Minh",
    "Hữu",
    "Thị Mỹ",
    "A",
    "Xuân",
    "Quốc",
)
GIVEN_NAMES: Final = (
    "An", "Ánh", "Ân", "Bình", "Châu", "Dũng", "Dung", "Đạt", "Đông", "Hà", "Hạ", "Hòa", "Hoà", "Huệ", "Khoa", "Lợi",
    "Mỹ", "Nga", "Oanh", "Phước", "Quyên", "Sơn", "Thảo", "Thủy", "Uyên", "Vinh", "Xuân", "Yến", "Pó",
)  # fmt: skip
NAMES_OF_THE_HIGHLANDS: Final = (
    "Y Bhuôt Niê", "H’Hen Niê", "H’Nghia Êban", "Y Wang Mlô", "Y Thị Bích", "A Huy", "K’Brôi", "Ka Mai", "Nay H’Wil",
    "Ksor Phước", "Siu Thanh", "Adrơ̆ng Y Tuyn", "H’Či Êñuôl",
)  # fmt: skip

COUNTED: Final[Mapping[Unit, tuple[str, ...]]] = {
    Unit.VND: ("đồng",),
    Unit.USD: ("USD",),
    Unit.PERCENT: ("%", "% số hộ", "% đảng viên", "% kiến nghị của nhân dân"),
    Unit.PERSON: ("người", "công dân", "đảng viên", "hội viên phụ nữ", "cá nhân", "học sinh"),
    Unit.PERSON_TURN: ("lượt người", "lượt đảng viên", "lượt hội viên"),
    Unit.HOUSEHOLD: ("hộ", "hộ nghèo", "hộ cận nghèo", "hộ gia đình khó khăn"),
    Unit.HOUSE: ("nhà", "căn nhà", "ngôi nhà đại đoàn kết", "nhà tình nghĩa"),
    Unit.ORGANISATION: ("tổ chức", "chi bộ", "đảng bộ", "cơ quan", "tổ công tác"),
    Unit.COLLECTIVE: ("tập thể", "tập thể tiêu biểu"),
    Unit.MODEL: ("mô hình", "mô hình tiêu biểu"),
    Unit.WORK: ("công trình", "phần việc", "tuyến đường hoa"),
    Unit.CASE: ("vụ việc", "vụ việc tồn đọng"),
    Unit.MEETING: ("cuộc", "buổi tiếp dân", "hội nghị"),
    Unit.LABOUR_DAY: ("ngày công", "ngày công lao động"),
    Unit.YEAR: ("năm", "năm thực hiện"),
    Unit.MONTH: ("tháng",),
    Unit.DAY: ("ngày",),
    Unit.M: ("m", "m đường"),
    Unit.KM: ("km", "km đường bê tông"),
    Unit.M2: ("m²", "m2 đất", "m² đất"),
    Unit.HA: ("ha", "ha rừng"),
    Unit.SAO: ("sào", "sào lúa"),
    Unit.M3: ("m³", "m³ cát"),
    Unit.KG: ("kg", "kg gạo"),
    Unit.TONNE: ("tấn", "tấn xi măng"),
    Unit.GIFT: ("suất quà", "phần quà"),
    Unit.MEAL: ("suất ăn", "suất cháo"),
    Unit.TREE: ("cây", "cây xanh"),
    Unit.BOOK: ("cuốn", "cuốn sách", "quyển vở"),
    Unit.SCHOLARSHIP: ("suất học bổng",),
    Unit.TIME: ("lần",),
    Unit.ITEM: ("hũ gạo tiết kiệm", "con heo đất", "xe lăn", "gương điển hình"),
}
"""How reports write each unit, with what it counts."""

ORGANISATIONS: Final[Mapping[OrganisationKind, tuple[str, ...]]] = {
    OrganisationKind.CENTRAL: ("Đảng bộ Trung ương",),
    OrganisationKind.PROVINCIAL: ("Đảng bộ tỉnh {place}", "Đảng bộ thành phố {place}"),
    OrganisationKind.MILITARY: ("Đảng bộ Quân sự {place}",),
    OrganisationKind.POLICE: ("Đảng bộ Công an {place}",),
    OrganisationKind.BLOC_CENTRAL: ("Đảng bộ Khối các cơ quan Trung ương",),
    OrganisationKind.BLOC_PROVINCIAL: ("Đảng bộ Khối cơ quan và doanh nghiệp tỉnh {place}",),
    OrganisationKind.PROVINCIAL_PARTY_AGENCIES: ("Đảng bộ các cơ quan Đảng tỉnh {place}",),
    OrganisationKind.PROVINCIAL_GOVERNMENT: ("Đảng bộ Ủy ban nhân dân tỉnh {place}",),
    OrganisationKind.DISTRICT: ("Đảng bộ huyện {place}", "Đảng bộ thị xã {place}", "Đảng bộ quận {number}"),
    OrganisationKind.COMMUNE: ("Đảng bộ xã {place}", "Đảng bộ phường {place}", "Đảng bộ đặc khu {place}"),
    OrganisationKind.GRASSROOTS: ("Đảng bộ {unit} {place}",),
    OrganisationKind.GRASSROOTS_CELL: ("Chi bộ cơ sở {unit} {place}",),
    OrganisationKind.SECTIONAL: ("Đảng bộ bộ phận {unit}",),
    OrganisationKind.CELL: ("Chi bộ {village} {number}", "Chi bộ {village} {place}", "Chi bộ {unit}"),
    OrganisationKind.GROUP: ("Tổ đảng số {number}",),
}
"""What Party organisations of each kind are called."""

_AT_THE_BASE: Final = (OrganisationKind.GRASSROOTS, OrganisationKind.GRASSROOTS_CELL)
UNDER: Final[Mapping[OrganisationKind | None, tuple[OrganisationKind, ...]]] = {
    **dict.fromkeys(OrganisationKind, _AT_THE_BASE),
    None: (OrganisationKind.PROVINCIAL, OrganisationKind.DISTRICT, OrganisationKind.COMMUNE, OrganisationKind.CENTRAL),
    OrganisationKind.CENTRAL: (
        OrganisationKind.PROVINCIAL, OrganisationKind.MILITARY, OrganisationKind.POLICE, OrganisationKind.BLOC_CENTRAL,
    ),
    OrganisationKind.PROVINCIAL: (
        OrganisationKind.DISTRICT, OrganisationKind.COMMUNE, OrganisationKind.MILITARY, OrganisationKind.POLICE,
        OrganisationKind.BLOC_PROVINCIAL, OrganisationKind.PROVINCIAL_PARTY_AGENCIES,
        OrganisationKind.PROVINCIAL_GOVERNMENT,
    ),
    OrganisationKind.DISTRICT: (OrganisationKind.COMMUNE, *_AT_THE_BASE),
    OrganisationKind.COMMUNE: (OrganisationKind.CELL, *_AT_THE_BASE),
    OrganisationKind.GRASSROOTS: (OrganisationKind.CELL, OrganisationKind.SECTIONAL),
    OrganisationKind.SECTIONAL: (OrganisationKind.CELL,),
    OrganisationKind.CELL: (OrganisationKind.GROUP,),
    OrganisationKind.GRASSROOTS_CELL: (OrganisationKind.GROUP,),
    OrganisationKind.GROUP: (OrganisationKind.GROUP,),
}  # fmt: skip
"""Which kinds stand under which; groups under groups, so that a tree can be deeper than any is."""

BODIES: Final[Mapping[BodyKind, tuple[str, ...]]] = {
    BodyKind.ADVISORY: (
        "Ban Tuyên giáo và Dân vận",
        "Ban Xây dựng Đảng xã {place}",
        "Văn phòng Huyện ủy {place}",
    ),
    BodyKind.STATE: ("Ủy ban nhân dân xã {place}", "Phòng Văn hóa - Xã hội", "Sở Nội vụ"),
    BodyKind.FRONT: ("Ủy ban Mặt trận Tổ quốc Việt Nam xã {place}",),
    BodyKind.UNION: ("Hội Liên hiệp Phụ nữ xã {place}", "Đoàn Thanh niên xã {place}", "Hội Cựu chiến binh"),
    BodyKind.ARMED_FORCES: ("Ban Chỉ huy Quân sự {place}", "Đồn Biên phòng {place}"),
    BodyKind.SCHOOL: ("Trường Tiểu học số {number} {place}", "Trường Mầm non {place}"),
    BodyKind.ENTERPRISE: ("Công ty TNHH {place}", "Hợp tác xã nông nghiệp {place}"),
    BodyKind.RELIGIOUS: ("Chùa Thiên Ấn", "Giáo xứ {place}"),
    BodyKind.MEDIA: ("Báo {place}", "Đài Truyền thanh xã {place}"),
    BodyKind.WORKING_GROUP: ("Tổ công tác {village} {number}", "Tổ công nghệ số cộng đồng"),
    BodyKind.CLUB: ("Câu lạc bộ học tập và làm theo Bác", "Câu lạc bộ Bài chòi {place}"),
    BodyKind.FUND: ("Quỹ “Vì người nghèo” xã {place}", "Quỹ Khuyến học {place}"),
    BodyKind.COMMUNITY: ("{village} {number}", "Khu dân cư số {number}"),
    BodyKind.OTHER: ("Ban Công tác Mặt trận {village} {number}",),
}
"""What bodies of each kind are called."""

MODELS: Final[Mapping[ModelField, tuple[str, ...]]] = {
    ModelField.PARTY_BUILDING: ("Chi bộ bốn tốt", "Sinh hoạt chi bộ theo chuyên đề"),
    ModelField.ADMINISTRATION: ("Ngày thứ Sáu không hẹn", "Nụ cười công sở", "Chính quyền thân thiện"),
    ModelField.EXAMPLE: ("Mỗi tuần một việc tốt", "Cán bộ gương mẫu, nhân dân tin tưởng"),
    ModelField.DIALOGUE: ("Nghe dân nói, nói dân tin", "Cà phê với dân {place}"),
    ModelField.THRIFT: ("Hũ gạo tiết kiệm", "Heo đất nghĩa tình", "3 đủ, 2 tiết kiệm"),
    ModelField.MUTUAL_HELP: ("Một giúp một", "Ngày công tình nghĩa"),
    ModelField.HOUSING: ("Ngôi nhà cấp ủy", "Mái ấm {place}"),
    ModelField.HEALTH: ("Bữa cháo nghĩa tình", "Thầy thuốc về {village}"),
    ModelField.EDUCATION: ("Tiếng trống học bài", "Nâng bước em tới trường"),
    ModelField.ECONOMY: ("Đảng viên làm kinh tế giỏi", "Vườn mẫu {place}"),
    ModelField.NEW_RURAL: ("Tuyến đường hoa số {number}", "Biến rác thành tiền", "5 không, 3 sạch"),
    ModelField.CULTURE: ("Tủ sách Bác Hồ", "Làng văn hóa {place}"),
    ModelField.SECURITY: ("Camera an ninh", "Tiếng kẻng an ninh {village} {number}"),
    ModelField.PROPAGANDA: ("Mỗi ngày một câu nói của Bác", "Loa nhỏ việc lớn"),
    ModelField.OTHER: ("Việc tử tế",),
}
"""What models are called, by what they are about."""

OUTCOMES: Final[Mapping[OutcomeKind, tuple[Unit, ...]]] = {
    OutcomeKind.HOUSES: (Unit.HOUSE,),
    OutcomeKind.HOUSES_NEW: (Unit.HOUSE,),
    OutcomeKind.HOUSES_REPAIRED: (Unit.HOUSE,),
    OutcomeKind.HELPED: (Unit.HOUSEHOLD, Unit.PERSON),
    OutcomeKind.EXAMINED: (Unit.PERSON, Unit.PERSON_TURN),
    OutcomeKind.WORKS: (Unit.WORK,),
    OutcomeKind.LAND: (Unit.M2, Unit.HA, Unit.SAO),
    OutcomeKind.ROADS: (Unit.KM, Unit.M),
    OutcomeKind.PUBLISHED: (Unit.BOOK,),
    OutcomeKind.GIFTS: (Unit.GIFT, Unit.SCHOLARSHIP, Unit.MEAL),
    OutcomeKind.OUT_OF_POVERTY: (Unit.HOUSEHOLD,),
    OutcomeKind.GROUPS: (Unit.ORGANISATION,),
    OutcomeKind.TAKING_PART: (Unit.PERSON, Unit.PERSON_TURN),
    OutcomeKind.MODELS: (Unit.MODEL,),
}
"""What each kind of result is counted in; any other in anything."""

MEASURED: Final[Mapping[Measure, tuple[Unit, ...]]] = {
    Measure.CASES_RESOLVED_RATE: (Unit.PERCENT,),
    Measure.COVERAGE: (Unit.PERCENT,),
    Measure.CONTRIBUTIONS_TOTAL: (Unit.VND,),
    Measure.HOUSES_TOTAL: (Unit.HOUSE,),
    Measure.HOUSEHOLDS_TOTAL: (Unit.HOUSEHOLD,),
    Measure.WORKS_TOTAL: (Unit.WORK,),
    Measure.MODELS_TOTAL: (Unit.MODEL,),
    Measure.AWARDS_TOTAL: (Unit.PERSON, Unit.COLLECTIVE),
    Measure.CITIZENS_TOTAL: (Unit.PERSON, Unit.PERSON_TURN),
    Measure.CASES_TOTAL: (Unit.CASE,),
}
"""What each derived figure is counted in; any other in anything."""

DOCUMENTS: Final[Mapping[DocumentKind, tuple[str, ...]]] = {
    DocumentKind.DIRECTIVE: ("05-CT/TW", "0{number}-CT/TU"),
    DocumentKind.CONCLUSION: ("01-KL/TW", "{number}-KL/TW"),
    DocumentKind.REGULATION: ("{number}-QĐi/TU", "08-QĐi/TW"),
    DocumentKind.GUIDANCE: ("{number}-HD/BTGTW",),
    DocumentKind.PLAN: ("{number}-KH/HU", "03-KH/TU", "{number}/KH-UBND"),
    DocumentKind.PROGRAMME: ("{number}-CTr/HU",),
    DocumentKind.DECISION: ("1{number}-QĐ/HU", "2{number}/QĐ-UBND", "1610/QĐ-CTN"),
    DocumentKind.RESOLUTION: ("1{number}-NQ/TU", "0{number}/NQ-HĐND"),
    DocumentKind.REPORT: ("2{number}-BC/HU",),
    DocumentKind.LAW: ("72/2025/QH15",),
    DocumentKind.DECREE: ("{number}/{year}/NĐ-CP",),
    DocumentKind.CIRCULAR: ("0{number}/{year}/TT-BNV",),
    DocumentKind.LETTER: ("3{number}-CV/TU",),
    DocumentKind.OTHER: ("{number}",),
}
"""Numbers of documents, by kind; any other kind has only titles."""

ISSUERS: Final = (
    "Bộ Chính trị",
    "Tỉnh ủy {place}",
    "Huyện ủy {place}",
    "Đảng ủy xã {place}",
    "Chính phủ",
    "Quốc hội",
)
PERIODS: Final = (
    "qua {number} năm", "từ đầu năm {year}", "trong quý II/{year}", "6 tháng đầu năm {year}", "nhiệm kỳ 2020 - 2025",
    "từ Đại hội lần thứ XIII đến nay",
)  # fmt: skip

PHRASES: Final = (
    "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Tôn trọng Nhân dân, phát huy dân chủ, chăm lo đời sống Nhân dân năm {year}",
    "Nêu cao trách nhiệm nêu gương của cán bộ, đảng viên ở {place}",
    "Thực hành tiết kiệm, chống lãng phí",
    "Kết quả học tập và làm theo Bác ở {place} năm {year}",
    "Việc làm nhỏ, ý nghĩa lớn",
)
"""Titles and short texts that fit nearly everywhere."""

SENTENCES: Final = (
    "Việc học tập và làm theo Bác đã đi vào nền nếp ở {place}.",
    "Một số chi bộ còn lúng túng khi chọn việc làm theo.",
    "Người đứng đầu phải nói đi đôi với làm.",
    "Nguồn lực của {village} {number} còn hạn chế, chủ yếu dựa vào đóng góp của nhân dân.",
    "Tiếp tục nhân rộng mô hình “Một giúp một” trong năm {year}.",
    "Kiểm tra, giám sát chưa thường xuyên; sơ kết còn chậm.",
)
"""What reports say in words."""

NOTES: Final = (
    *SENTENCES,
    "Theo báo cáo của {unit}.",
    "Số liệu chưa đối chiếu.",
    "Bà {name} hiến 120 m² đất làm đường.",
)
"""Notes; some name a person, as notes do."""

CONTENTS: Final = (
    "Mỗi tháng tiết kiệm {number} nghìn đồng giúp hộ nghèo.",
    "Không hẹn dân lần thứ hai; giải quyết hồ sơ trước hạn.",
    "Giúp {number} hộ thoát nghèo trong năm {year}.",
)
"""What people commit to."""

TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "Activity.name": (
        "Chào cờ đầu tháng",
        "Ra quân làm đường {village} {number}",
        "Hội thi kể chuyện về Bác năm {year}",
    ),
    "Activity.broadcast": ("truyền thanh trực tiếp", "phát trên Đài Truyền thanh xã {place}"),
    "Award.title": ("Những tấm gương bình dị mà cao quý", "Điển hình tiên tiến năm {year}", "Dân vận khéo"),
    "Award.occasion": ("sơ kết {number} năm thực hiện Chỉ thị 05-CT/TW", "sinh nhật Bác 19/5/{year}"),
    "Beneficiaries.text": ("hộ nghèo xã {place}", "gia đình chính sách", "học sinh vượt khó"),
    "Document.issuer": ISSUERS,
    "Occasion.text": (
        "ngày hội của {village} {number}",
        "lễ đón bằng đạt chuẩn nông thôn mới",
        "ngày truyền thống",
    ),
    "PartyOrganisation.unit_code": ("21040", "01", "00691", "505"),
    "Programme.mottos": (
        "Học đi đôi với làm theo",
        "Trên trước, dưới sau",
        "Thiết thực, rõ việc, rõ kết quả",
    ),
    "Recurrence.text": ("sáng thứ hai tuần đầu mỗi tháng", "mỗi quý một lần"),
    "Report.source": ("Báo {place}", "Cổng thông tin điện tử xã {place}"),
    "note": NOTES,
    "content": CONTENTS,
    "text": SENTENCES,
}
"""Texts for a field, by class and name or by name alone; any other field takes a phrase."""
