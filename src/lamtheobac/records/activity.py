"""Activities of the programme (hoạt động)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.document import Document
from lamtheobac.values.ids import ModelId, RecordId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import LONG, PUBLIC, show

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Activity", "ActivityKind", "Occasion", "OccasionKind", "Recurrence", "WeekOfMonth", "Weekday"]


class ActivityKind(Labelled):
    """Kinds of activities (loại hoạt động)."""

    DISSEMINATION = "dissemination", "quán triệt, triển khai", "dissemination"
    STUDY = "study", "học tập, sinh hoạt chuyên đề", "study"
    CEREMONY = "ceremony", "nghi lễ, sinh hoạt dưới cờ", "ceremony"
    WORKS_DRIVE = "works_drive", "ra quân thực hiện công trình, phần việc", "works drive"
    HEALTH = "health", "khám bệnh, cấp thuốc", "health days"
    PUBLICATION = "publication", "biên soạn, xuất bản", "publication"
    MEDIA = "media", "tuyên truyền trên báo, đài", "media"
    CONTEST = "contest", "hội thi, cuộc thi", "contest"
    INSPECTION = "inspection", "kiểm tra, giám sát", "inspection"
    ROTATION = "rotation", "luân chuyển, tăng cường cán bộ", "rotation of cadres"
    REPLICATION = "replication", "nhân rộng mô hình", "replication"
    FUNDRAISING = "fundraising", "vận động, quyên góp", "fundraising"
    HONOURING = "honouring", "biểu dương, tôn vinh", "honouring"
    FOUNDING = "founding", "thành lập tổ chức, câu lạc bộ", "founding of a body"
    REVIEW = "review", "sơ kết, tổng kết", "review"
    OTHER = "other", "hoạt động khác", "other"


class OccasionKind(Labelled):
    """Days and events on which people act (dịp)."""

    PARTY_FOUNDING = "party_founding", "thành lập Đảng 3/2", "founding of the Party, 3 February"
    REUNIFICATION = "reunification", "giải phóng miền Nam 30/4", "reunification, 30 April"
    UNCLE_HO_BIRTHDAY = "uncle_ho_birthday", "sinh nhật Bác 19/5", "birthday of President Ho Chi Minh, 19 May"
    WAR_INVALIDS = "war_invalids", "ngày Thương binh - Liệt sĩ 27/7", "war invalids' day, 27 July"
    NATIONAL_DAY = "national_day", "Quốc khánh 2/9", "National Day, 2 September"
    GREAT_UNITY = "great_unity", "ngày hội Đại đoàn kết 18/11", "great unity day, 18 November"
    ARMY_DAY = "army_day", "ngày thành lập Quân đội 22/12", "founding of the army, 22 December"
    TET = "tet", "Tết Nguyên đán", "Tet"
    CONGRESS = "congress", "đại hội đảng bộ các cấp", "Party congresses"
    POOR_MONTH = "poor_month", "tháng cao điểm “Vì người nghèo”", "month for the poor"
    SCHOOL_YEAR = "school_year", "khai giảng năm học", "start of the school year"
    OTHER = "other", "dịp khác", "other"


@frozen(kw_only=True)
class Occasion:
    """An occasion, from the closed list or in words (dịp).

    Attributes:
        kind: Which one of the list.
        text: The words of the source; needed where the list has none that fits.

    Raises:
        RecordError: "Other" without words.

    >>> Occasion(kind=OccasionKind.UNCLE_HO_BIRTHDAY).kind.label
    'sinh nhật Bác 19/5'
    >>> Occasion(kind=OccasionKind.OTHER)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: activity/occasion-needs-words at $.text: an occasion outside the list needs its words
    """

    kind: OccasionKind
    text: str = field(default="", metadata=PUBLIC)

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if not faults.found and self.kind is OccasionKind.OTHER and not self.text:
            faults.add("activity/occasion-needs-words", "text")
        faults.done()


class Weekday(Labelled):
    """Days of the week (thứ)."""

    MONDAY = "monday", "thứ Hai", "Monday"
    TUESDAY = "tuesday", "thứ Ba", "Tuesday"
    WEDNESDAY = "wednesday", "thứ Tư", "Wednesday"
    THURSDAY = "thursday", "thứ Năm", "Thursday"
    FRIDAY = "friday", "thứ Sáu", "Friday"
    SATURDAY = "saturday", "thứ Bảy", "Saturday"
    SUNDAY = "sunday", "Chủ nhật", "Sunday"


class WeekOfMonth(Labelled):
    """Which of its kind in a month (tuần trong tháng)."""

    FIRST = "first", "tuần đầu", "first"
    SECOND = "second", "tuần thứ hai", "second"
    THIRD = "third", "tuần thứ ba", "third"
    FOURTH = "fourth", "tuần thứ tư", "fourth"
    LAST = "last", "tuần cuối", "last"


@frozen(kw_only=True)
class Recurrence:
    """A day of the week in a week of the month (định kỳ).

    "Sáng thứ hai tuần đầu mỗi tháng" is the first Monday of each month: the first one that there is, not the
    Monday of the week in which the month begins.

    Attributes:
        weekday: The day of the week.
        week: Which one of the month.
        months: Every how many months: 1 for each month, 3 for each quarter.
        text: The words of the source, with the time of day if it has one.

    Raises:
        RecordError: A number of months that is none.

    >>> first_monday = Recurrence(weekday=Weekday.MONDAY)
    >>> [day.isoformat() for day in first_monday.days(date(2019, 9, 1), date(2019, 11, 30))]
    ['2019-09-02', '2019-10-07', '2019-11-04']
    >>> Recurrence(weekday=Weekday.MONDAY, months=13)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: number/not-between at $.months: must be from 1 to 12
    """

    weekday: Weekday
    week: WeekOfMonth = WeekOfMonth.FIRST
    months: int = 1
    text: str = field(default="", metadata=PUBLIC)

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if not faults.found:
            faults.whole(self.months, "months", least=1, most=12)
        faults.done()

    def days(self, start: date, end: date) -> Iterator[date]:
        """Give the days it falls on, both ends included; the months count from that of the start (các ngày)."""
        year, month = start.year, start.month
        while (year, month) <= (end.year, end.month):
            day = self._day_in(year, month)
            if start <= day <= end:
                yield day
            year, month = year + (month + self.months - 1) // 12, (month + self.months - 1) % 12 + 1

    def _day_in(self, year: int, month: int) -> date:
        """Find its day in one month."""
        wanted = list(Weekday).index(self.weekday)
        if self.week is WeekOfMonth.LAST:
            last = date(year, month, monthrange(year, month)[1])
            return last - timedelta(days=(last.weekday() - wanted) % 7)
        first = date(year, month, 1)
        passed = list(WeekOfMonth).index(self.week)
        return first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * passed)


@frozen(kw_only=True)
class Activity:
    """Something done once or again and again (hoạt động).

    What was given for it is a `Contribution`, what came of it an `Outcome`.

    Attributes:
        id: Such as "hd-chao-co".
        kind: What kind it is.
        name: What it is called, or what was done.
        organisation_ids: Who held it.
        model_id: The model it belongs to.
        occasions: On which occasions.
        recurrence: When it is held again and again.
        broadcast: How it was broadcast, in words; empty where it was not, or nobody says.
        plan: The plan or decision it rests on.
        period: When.
        report_id: The report that tells of it.
        note: What else is to be known.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> flag = Activity(id="hd-chao-co", kind=ActivityKind.CEREMONY, name="Chào cờ đầu tháng",
    ...     recurrence=Recurrence(weekday=Weekday.MONDAY))
    >>> flag.kind.label
    'nghi lễ, sinh hoạt dưới cờ'
    >>> Activity(id="hd", kind=ActivityKind.CEREMONY, name="")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: text/empty at $.name: the text is empty
    """

    id: RecordId
    kind: ActivityKind
    name: str = field(metadata=PUBLIC)
    organisation_ids: tuple[RecordId, ...] = ()
    model_id: ModelId | None = None
    occasions: tuple[Occasion, ...] = ()
    recurrence: Recurrence | None = None
    broadcast: str = field(default="", metadata=PUBLIC)
    plan: Document | None = None
    period: Period | None = None
    report_id: ReportId | None = None
    note: str = field(default="", metadata={**PUBLIC, **LONG})

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
