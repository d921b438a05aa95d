"""The organisations that a text names: "Huyện ủy Bình Sơn", "Hội LHPN xã Trù Hựu" (tổ chức trong văn bản)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.reports.word_lists import list_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lamtheobac.reports.passages import Passages

__all__ = ["Named", "find_organisations"]

HEADS: Final = list_keys(
    """
    tỉnh_ủy thành_ủy huyện_ủy quận_ủy thị_ủy đảng_ủy đảng_bộ chi_bộ chi_ủy ban_thường_vụ ban_chỉ_đạo
    ban_tuyên_giáo ban_dân_vận ban_tổ_chức ủy_ban ubnd ubmttq mttq mặt_trận hđnd hội_đồng hội chi_hội đoàn
    đoàn_trường liên_đoàn công_đoàn liên_đội trường trường_đại_học công_an công_ty bệnh_viện trung_tâm sở
    phòng ban báo đồn bộ_đội hợp_tác_xã quỹ
    """
)
"""Words that the name of an organisation begins with."""

_JOINTS: Final = list_keys(
    """
    xã phường huyện quận tỉnh thành phố thị trấn thôn ấp bản khu khối cơ sở quan các cấp bộ hội liên hiệp phụ
    nữ nông dân cựu chiến binh chữ thập đỏ khuyến học đoàn thanh niên cộng sản mặt trận tổ quốc nhân biên
    phòng tiểu trung đại vận động quân sự đặc ủy ban đồng
    """
)
_MOST: Final = 14


class Named(NamedTuple):
    """An organisation that is named (tổ chức được nêu).

    Attributes:
        name: Its words, with single blanks.
        first: Its first token.
        stop: The token after its last.
    """

    name: str
    first: int
    stop: int


def find_organisations(passages: Passages) -> Iterator[Named]:
    """Find every organisation that is named with a name of its own (tìm tổ chức).

    >>> from lamtheobac.reports.passages import read_passages
    >>> text = "Hội LHPN xã Trù Hựu và các chi bộ; Huyện ủy Bình Sơn đã khen 5 chi bộ."
    >>> [named.name for named in find_organisations(read_passages(text))]
    ['Hội LHPN xã Trù Hựu', 'Huyện ủy Bình Sơn']
    """
    prose, keys = passages.prose, passages.keys
    free = 0
    for at, kind in enumerate(prose.kinds):
        if kind != "word" or at < free or not prose.words[at][0].isupper():
            continue
        length = next((size for size in (3, 2, 1) if " ".join(keys[at : at + size]) in HEADS), 0)
        if length:
            last = at + length
            for place in range(last, at + _MOST):
                if prose.kinds[place] != "word":
                    break
                if prose.words[place][0].isupper():
                    last = place + 1
                elif keys[place] not in _JOINTS:
                    break
            if last > at + length:
                free = last
                yield Named(prose.slice(at, last), at, last)
