"""The words of a summary: what is said before and behind a figure, by kind of record (từ ngữ của bản tóm tắt).

Each line is Vietnamese, then English; the figure stands where the braces are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.records.contribution import Stage
from lamtheobac.records.observation import ObservationKind
from lamtheobac.records.outcome import OutcomeKind
from lamtheobac.records.participation import ParticipationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.errors import Lang

__all__ = [
    "AWARDS",
    "DIALOGUES",
    "OBSERVATIONS",
    "OUTCOMES",
    "PARTICIPATIONS",
    "PHRASES",
    "STAGES",
    "Wording",
]


class Wording(NamedTuple):
    """The same words in both languages (từ ngữ hai thứ tiếng)."""

    vi: str
    en: str

    def say(self, lang: Lang, /, *values: str) -> str:
        """Write them in one language, with the values in the braces (viết)."""
        return (self.vi if lang == "vi" else self.en).format(*values)


STAGES: Final[Mapping[Stage, Wording]] = {
    Stage.PLEDGED: Wording("đăng ký ủng hộ {}", "{} pledged"),
    Stage.RECEIVED: Wording("vận động được {}", "{} raised"),
    Stage.SPENT: Wording("chi {}", "{} spent"),
    Stage.VALUED: Wording("trị giá {}", "valued at {}"),
    Stage.UNSTATED: Wording("với {}", "with {}"),
}
"""What became of a gift."""

OUTCOMES: Final[Mapping[OutcomeKind, Wording]] = {
    OutcomeKind.HOUSES: Wording("xây mới và sửa chữa {}", "{} built and repaired"),
    OutcomeKind.HOUSES_NEW: Wording("xây mới {}", "{} built"),
    OutcomeKind.HOUSES_REPAIRED: Wording("sửa chữa {}", "{} repaired"),
    OutcomeKind.HOUSES_STARTED: Wording("khởi công {}", "{} begun"),
    OutcomeKind.HELPED: Wording("giúp đỡ {}", "{} helped"),
    OutcomeKind.EXAMINED: Wording("khám bệnh, cấp thuốc cho {}", "{} examined and given medicine"),
    OutcomeKind.WORKS: Wording("ra quân thực hiện {}", "{} carried out"),
    OutcomeKind.LAND: Wording("hiến {}", "{} of land given"),
    OutcomeKind.ROADS: Wording("làm đường {}", "{} of roads"),
    OutcomeKind.PUBLISHED: Wording("biên soạn, phát hành {}", "{} published"),
    OutcomeKind.GIFTS: Wording("tặng {}", "{} given"),
    OutcomeKind.OUT_OF_POVERTY: Wording("đưa ra khỏi diện nghèo {}", "{} out of poverty"),
    OutcomeKind.GROUPS: Wording("thành lập {}", "{} founded"),
    OutcomeKind.TAKING_PART: Wording("thu hút {}", "{} taking part"),
    OutcomeKind.MODELS: Wording("nhân rộng {}", "{} carried on"),
    OutcomeKind.OTHER: Wording("đạt {}", "{} reached"),
}
"""What came of it."""

PARTICIPATIONS: Final[Mapping[ParticipationKind, Wording]] = {
    ParticipationKind.STUDIED: Wording("đã học tập, quán triệt", "have studied"),
    ParticipationKind.REGISTERED: Wording("đã đăng ký làm theo", "have registered"),
    ParticipationKind.COMMITTED: Wording("đã ký cam kết", "have committed themselves"),
    ParticipationKind.PLANNED: Wording("đã lập kế hoạch", "have made plans"),
    ParticipationKind.RUNS_MODEL: Wording(
        "thực hiện mô hình, có việc làm theo", "run a model or follow the example"
    ),
    ParticipationKind.RATED: Wording("được đánh giá, xếp loại", "were rated"),
}
"""What those who take part do."""

DIALOGUES: Final[Mapping[str, Wording]] = {
    "meetings": Wording("tổ chức {} đối thoại", "{} held"),
    "citizens": Wording("gặp gỡ, đối thoại với {}", "{} met"),
    "received": Wording("tiếp nhận {}", "{} received"),
    "instructed": Wording("chỉ đạo giải quyết {}", "{} ordered to be resolved"),
    "resolved": Wording("giải quyết xong {}", "{} resolved"),
}
"""What is counted of a dialogue, field by field."""

AWARDS: Final = ("collectives", "individuals", "households", "recipients")
"""What is counted of an award, field by field."""

OBSERVATIONS: Final[Mapping[ObservationKind, Wording]] = {
    ObservationKind.RESULT: Wording("Kết quả chung", "Overall results"),
    ObservationKind.SHORTCOMING: Wording("Tồn tại, hạn chế", "Shortcomings"),
    ObservationKind.CAUSE: Wording("Nguyên nhân", "Causes"),
    ObservationKind.LESSON: Wording("Bài học kinh nghiệm", "Lessons"),
    ObservationKind.SOLUTION: Wording("Phương hướng, giải pháp", "Way forward"),
}
"""The parts of a report that are words."""

PHRASES: Final[Mapping[str, Wording]] = {
    "directives": Wording(
        "Thực hiện {}, {} triển khai chương trình {}.", "To carry out {}, {} runs the programme {}."
    ),
    "programme": Wording("{} triển khai chương trình {}.", "{} runs the programme {}."),
    "committee": Wording("cấp ủy", "the committee"),
    "of": Wording("{} của {}", "{} of {}"),
    "mottos": Wording("Phương châm: {}.", "Mottos: {}."),
    "themes": Wording("Chuyên đề học tập: {}.", "Themes of study: {}."),
    "model": Wording("Mô hình {}", "Model {}"),
    "activity": Wording("Hoạt động {}", "Activity {}"),
    "models": Wording("Các mô hình khác: {}.", "Other models: {}."),
    "activities": Wording("Các hoạt động khác: {}.", "Other activities: {}."),
    "bodies": Wording("Tổ chức tham gia: {}.", "Bodies: {}."),
    "led": Wording("do {} chủ trì", "led by {}"),
    "raised": Wording("do {} vận động", "raised by {}"),
    "given": Wording("do {} ủng hộ", "given by {}"),
    "have": Wording("đã", "has"),
    "cumulative": Wording("lũy kế", "so far"),
    "target": Wording("chỉ tiêu", "target:"),
    "need": Wording("nhu cầu", "need:"),
    "before": Wording("trước đó là {}", "before: {}"),
    "for": Wording("cho {}", "for {}"),
    "count": Wording("số được thụ hưởng là {}", "beneficiaries: {}"),
    "dialogue": Wording("Công tác tiếp dân, đối thoại", "Dialogue with citizens"),
    "held": Wording("do {} chủ trì", "held by {}"),
    "award": Wording("khen thưởng", "honoured"),
    "proposed": Wording("đề nghị khen thưởng", "proposed to honour"),
    "revoked": Wording("thu hồi khen thưởng", "no longer honours"),
    "title": Wording("với danh hiệu {}", "as {}"),
    "form": Wording("bằng hình thức {}", "by {}"),
    "occasion": Wording("nhân dịp {}", "on the occasion of {}"),
    "by document": Wording("theo {}", "by {}"),
    "each": Wording("(mức thưởng mỗi trường hợp là {})", "(with {} each)"),
    "others": Wording("Ngoài các mô hình, hoạt động trên, cấp ủy", "Besides these, the committee"),
    "statement": Wording("Theo số liệu tổng hợp, {} là {}.", "Derived: {}, {}."),
    "recomputed": Wording(
        "Tỷ lệ giải quyết vụ việc tính lại theo số vụ việc ở trên.",
        "The share of cases resolved follows from the counts above.",
    ),
    "succession": Wording("Từ ngày {}, {} chuyển thành {}.", "On {}, {} became {}."),
    "members": Wording("{} có {}.", "{} has {}."),
}  # fmt: skip
"""Everything else."""
