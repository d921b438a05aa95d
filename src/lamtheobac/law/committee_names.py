"""The name of a committee from that of its organisation, and back (tên cấp ủy và tên tổ chức đảng).

The organisation is the body of its members, the committee leads it: "Huyện ủy Bình Sơn" is the committee of "Đảng bộ
huyện Bình Sơn", "Đảng ủy xã Vạn Tường" that of "Đảng bộ xã Vạn Tường".
"""

from __future__ import annotations

from typing import Final

from lamtheobac.errors import ReadError
from lamtheobac.messages import issue
from lamtheobac.text.clean import clean, search_key

__all__ = ["committee_name", "organisation_name"]

_Words = tuple[str, ...]

# Units whose committee has a word of its own, which takes the place of the unit's; the others have a Đảng ủy.
_OWN_WORD: Final[dict[_Words, _Words]] = {
    ("tỉnh",): ("Tỉnh", "ủy"),
    ("thành", "phố"): ("Thành", "ủy"),
    ("huyện",): ("Huyện", "ủy"),
    ("quận",): ("Quận", "ủy"),
    ("thị", "xã"): ("Thị", "ủy"),
}
_UNIT_OF: Final = {tuple(map(search_key, own)): unit for unit, own in _OWN_WORD.items()}
_UNITS: Final = (*_OWN_WORD, ("xã",), ("phường",), ("thị", "trấn"), ("đặc", "khu"))
# Huyện đoàn and Tỉnh hội are no units but unions, and have cells like anybody.
_UNIONS: Final = frozenset(map(search_key, ("đoàn", "đội", "hội", "ủy")))
_COMMITTEE: Final = tuple(map(search_key, ("đảng", "ủy")))
_CELL_COMMITTEE: Final = tuple(map(search_key, ("chi", "ủy")))
_BOARDS: Final = (("ban", "thường", "vụ"), ("ban", "chấp", "hành"), ("thường", "trực"))


def committee_name(organisation: str) -> str:
    """Give the name of a committee from that of its organisation (tên cấp ủy).

    Args:
        organisation: Such as "Đảng bộ huyện Bình Sơn" or "Chi bộ thôn Đông Lỗ", in any spelling of the tones.

    Raises:
        ReadError: No name of a Party organisation, or one that cannot be, such as "Chi bộ huyện Bình Sơn".

    >>> committee_name("Đảng bộ huyện Bình Sơn"), committee_name("Đảng bộ xã Vạn Tường")
    ('Huyện ủy Bình Sơn', 'Đảng ủy xã Vạn Tường')
    >>> committee_name("Chi bộ huyện Bình Sơn")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: committee/no-organisation
    """
    words = _words(organisation)
    head, rest = _keys(words[:2]), words[2:]
    unit = _unit(rest)
    if rest and head == ("đảng", "bộ"):
        if unit not in _OWN_WORD:
            return " ".join(("Đảng ủy", *_small(rest, unit)))
        name = rest if _is_in_name(rest, unit) else rest[len(unit) :]
        return " ".join((*_OWN_WORD[unit], *name))
    if rest and head == ("chi", "bộ") and unit not in _OWN_WORD:
        return " ".join(("Chi ủy Chi bộ", *rest))
    raise ReadError(issue("committee/no-organisation"))


def organisation_name(committee: str) -> str:
    """Give the name of an organisation from that of its committee or standing board (tên tổ chức đảng).

    Args:
        committee: Such as "Huyện ủy Bình Sơn", "Ban Thường vụ Đảng ủy xã Vạn Tường" or "Ban Chấp hành Đảng bộ tỉnh
            Quảng Ngãi".

    Raises:
        ReadError: No name of a committee, or one that cannot be: a district has a Huyện ủy and no Đảng ủy, a commune
            has no Huyện ủy.

    >>> organisation_name("Huyện uỷ Bình Sơn"), organisation_name("Ban Thường vụ Đảng ủy xã Vạn Tường")
    ('Đảng bộ huyện Bình Sơn', 'Đảng bộ xã Vạn Tường')
    >>> organisation_name("Đảng ủy huyện Bình Sơn")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: committee/no-committee
    """
    words = _words(committee)
    for board in _BOARDS:
        if _keys(words[: len(board)]) == board:
            words = words[len(board) :]
            if board == ("ban", "chấp", "hành") and _keys(words[:2]) == ("đảng", "bộ"):
                # It names the organisation itself.
                words = _words(committee_name(" ".join(words)))
    head, rest = _keys(words[:2]), words[2:]
    unit = _unit(rest)
    if rest and head in _UNIT_OF:
        own = _UNIT_OF[head]
        if not unit:
            return " ".join(("Đảng bộ", *own, *rest))
        if unit == own and _is_in_name(rest, unit):
            return " ".join(("Đảng bộ", *rest))
    elif rest and head == _COMMITTEE and unit not in _OWN_WORD:
        return " ".join(("Đảng bộ", *_small(rest, unit)))
    elif head == _CELL_COMMITTEE:
        rest = rest[2:] if _keys(rest[:2]) == ("chi", "bộ") else rest
        if rest and _unit(rest) not in _OWN_WORD:
            return " ".join(("Chi bộ", *rest))
    raise ReadError(issue("committee/no-committee"))


def _words(text: str) -> _Words:
    """Take a name apart, clean as records are."""
    return tuple(clean(text).split())


def _keys(words: _Words) -> _Words:
    """Give words as they compare: uỷ and Ủy are ủy."""
    return tuple(map(search_key, words))


def _unit(rest: _Words) -> _Words:
    """Find the kind of unit that a name begins with; nothing where there is none, or no name after it."""
    keys = _keys(rest)
    for unit in _UNITS:
        after = keys[len(unit) :]
        if keys[: len(unit)] == unit and after and after[0] not in _UNIONS:
            return unit
    return ()


def _small(rest: _Words, unit: _Words) -> _Words:
    """Write the kind of a unit in small letters, as names have it."""
    return (*unit, *rest[len(unit) :])


def _is_in_name(rest: _Words, unit: _Words) -> bool:
    """Tell whether the kind belongs to the name, as in Quận 1 and Thành phố Hồ Chí Minh."""
    name = _keys(rest[len(unit) :])
    return name[0].isdecimal() or name == ("hồ", "chí", "minh")
