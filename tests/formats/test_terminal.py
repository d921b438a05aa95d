"""A programme as text: every kind of record in its part, and nothing of people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lamtheobac import Programme, check, example, read_record
from lamtheobac.formats.terminal import show

RECORDS: list[tuple[str, dict[str, Any]]] = [
    ("organisation", {"id": "tc", "name": "Đảng bộ xã Bình Minh", "kind": "commune"}),
    ("body", {"id": "quy", "name": "Quỹ Vì người nghèo xã", "kind": "fund"}),
    ("person", {"id": "ng", "name": "Nguyễn Thị Hoa"}),
    ("model", {"id": "mh", "name": "Hũ gạo tình thương", "field": "mutual_help", "period": {"text": "từ 2017"}}),
    ("activity", {
        "id": "hd", "kind": "ceremony", "name": "Chào cờ", "broadcast": "phát thanh",
        "recurrence": {"weekday": "monday"}, "occasions": [{"kind": "tet"}],
        "plan": {"number": "37-KH/HU", "kind": "plan"},
    }),
    ("contribution", {"id": "dg-1", "gift": "1.360 kg gạo", "to_id": "mh", "stage": "spent"}),
    ("contribution", {"id": "dg-2", "gift": "hơn 5 triệu đồng", "to_id": "quy", "period": {"text": "qua 4 năm"}}),
    ("contribution", {"id": "dg-3", "gift": "2 triệu đồng", "accrual": "cumulative", "report_id": "bc"}),
    ("contribution", {"id": "dg-4", "gift": "3 triệu đồng", "accrual": "cumulative", "report_id": "bc"}),
    ("outcome", {"id": "kq", "kind": "roads", "figure": "4 m", "before": "2,1 m", "of_id": "mh"}),
    ("participation", {
        "id": "tg-1", "kind": "runs_model", "subjects": "organisations", "of_id": "mh", "count": "3/27 tổ chức",
    }),
    ("participation", {
        "id": "tg-2", "kind": "registered", "subjects": "members", "of_id": "mh", "content": "1 việc mỗi tháng",
    }),
    ("dialogue", {
        "id": "dt", "model_id": "mh", "meetings": "85 cuộc", "received": "40 vụ việc",
        "note": "Ông Nguyễn Văn Bình hỏi.",
        "held_by": [{"role": "chair", "organisation_id": "khong-ro"}],
    }),
    ("award", {
        "id": "kt", "form": "commendation", "issuer_id": "tc", "occasion": "3 năm thực hiện", "households": "2 hộ",
        "decision": {"number": "12-QĐ/HU", "kind": "decision"},
    }),
    ("award", {"id": "kt-2", "title": "Gương sáng"}),
    ("observation", {"id": "nd-1", "kind": "lesson", "text": "Một.\nHai."}),
    ("observation", {"id": "nd-2", "kind": "result", "text": "Tốt."}),
    ("observation", {"id": "nd-3", "kind": "result", "text": "Khá."}),
    ("report", {
        "id": "bc", "organisation_id": "tc", "kind": "annual", "title": "Báo cáo năm", "period": {"text": "2019"},
    }),
    ("statement", {"id": "sl", "measure": "cases_resolved_rate", "figure": "90%", "about_ids": ["dt"]}),
]  # fmt: skip
FULL = Programme(name="Xã Bình Minh", mottos=["Học đi đôi với làm"]).put(
    *(read_record(kind, fields) for kind, fields in RECORDS)
)

LINES = [
    "Xã Bình Minh",
    "  phương châm: “Học đi đôi với làm”",
    "  “Hũ gạo tình thương” (tương thân tương ái, giảm nghèo; từ 2017)",
    "    đã chi, hỗ trợ: 1.360 kg gạo",
    "    đường giao thông: 4 m (trước đó 2,1 m)",
    "    có việc làm theo, thực hiện mô hình: 3/27 tổ chức (tổ chức, cơ quan, đơn vị)",
    "  Chào cờ (nghi lễ, sinh hoạt dưới cờ; thứ Hai; phát thanh; Kế hoạch 37-KH/HU;",
    "    Tết Nguyên đán)",
    "  đảng viên, cán bộ, đã đăng ký (1 việc mỗi tháng)",
    "  không nêu rõ: hơn 5 triệu đồng (Quỹ Vì người nghèo xã; qua 4 năm)",
    "  không nêu rõ: 2 triệu đồng",
    "  không nêu rõ: khoảng 7 triệu đồng (chưa tính, vì không rõ thời điểm: dg-4)",
    "  Chủ tịch Ủy ban nhân dân, khong-ro (“Hũ gạo tình thương”)",
    "    số cuộc: 85 cuộc",
    "    vụ việc tiếp nhận: 40 vụ việc",
    "    báo cáo nêu: tỷ lệ vụ việc được giải quyết 90%",
    "  giấy khen (Đảng bộ xã Bình Minh; Quyết định 12-QĐ/HU; 3 năm thực hiện)",
    "    2 hộ",
    "  không nêu hình thức “Gương sáng”",
    "  kết quả chung:",
    "    - Tốt.",
    "    - Khá.",
    "  bài học kinh nghiệm:",
    "    - Một. Hai.",
    "  báo cáo năm: Báo cáo năm (2019)",
]


@pytest.mark.parametrize("line", LINES)
def test_every_record_has_its_line(line: str) -> None:
    assert line in show(FULL, ()).splitlines()


def test_results_come_before_lessons() -> None:
    page = show(FULL, ())
    assert page.index("kết quả chung:") < page.index("bài học kinh nghiệm:")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_people_and_notes_about_them_are_not_shown(lang: Any) -> None:
    page = show(FULL, check(FULL), lang=lang)
    assert "Nguyễn" not in page
    assert "Bình hỏi" not in page


@pytest.mark.parametrize("width", [40, 80, 132])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    for programme in (FULL, example()):
        page = show(programme, check(programme), width=width, on=date(2025, 6, 30))
        assert max(map(len, page.splitlines())) <= width


def test_a_part_without_records_has_no_heading() -> None:
    assert show(Programme(name="Bình Sơn"), ()).splitlines() == [
        "Bình Sơn",
        "",
        "PHÁT HIỆN",
        "  không có phát hiện nào",
    ]
