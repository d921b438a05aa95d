"""JSON text and plain data, strictly (văn bản JSON).

The standard library's parser reads, because it alone shows duplicate keys and the text of every number; what it
would let pass (NaN, half a surrogate pair, a number of a million digits) is refused here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from typing import Any, Final, NoReturn

from lamtheobac.errors import LIMITS, Issue, LimitError, Limits, Path, ReadError
from lamtheobac.messages import issue
from lamtheobac.text.decoding import decode_utf8

__all__ = ["read_json", "safe_key"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MAY_BE_HALF: Final = re.compile(r"[\ud800-\udfff]|\\u[dD][89a-fA-F]")
_MOST_PLACES: Final = 400
_PLAIN_KEY: Final = re.compile(r"[A-Za-z0-9_.-]{1,60}")


def safe_key(key: str) -> str:
    r"""Give a key for a path: a hostile one becomes a question mark (khóa an toàn).

    >>> safe_key("received"), safe_key("nhận\x1b[31m")
    ('received', '?')
    """
    return key if _PLAIN_KEY.fullmatch(key) else "?"


class _Twice(dict[str, Any]):
    """An object in which a key stood twice; which one is in `key`."""

    key = ""


class _Objects:
    """Makes objects, and remembers whether a key ever stood twice: the last one must not win in silence."""

    def __init__(self) -> None:
        self.has_twice = False

    def make(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Make an object, marked where a key stands twice."""
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        self.has_twice = True
        marked = _Twice(found)
        counts = Counter(key for key, _ in pairs)
        marked.key = next(key for key, times in counts.items() if times > 1)
        return marked


def read_json(source: str | bytes, *, limits: Limits = LIMITS) -> Any:
    """Read JSON strictly (đọc JSON).

    Numbers without a point become int, the others Decimal; no float is made.

    Args:
        source: Text, or bytes in UTF-8; a byte order mark at the head is dropped.
        limits: How much is too much.

    Raises:
        ReadError: Not UTF-8, not JSON, a key twice, half a surrogate pair, NaN.
        LimitError: Too long, too deep, or a number of too many digits.
        WrongTypeError: Neither text nor bytes.

    >>> read_json('{"value": 6.20}')
    {'value': Decimal('6.20')}
    >>> read_json('{"a": 1, "a": 2}')
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: json/duplicate-key at $.a: this key stands twice in one object
    """
    text = decode_utf8(source, most=limits.json_bytes, too_long="limit/json-bytes", not_utf8="json/not-utf-8")
    objects = _Objects()
    try:
        data = json.loads(
            text,
            object_pairs_hook=objects.make,
            parse_int=lambda digits: int(_checked(digits, limits)),
            parse_float=lambda digits: _decimal(_checked(digits, limits)),
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        raise ReadError(issue("json/malformed", line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise LimitError(issue("limit/depth", most=limits.depth)) from None
    _check_depth(data, limits)
    # Only a text with a fault is worth walking through with a path for every value.
    if objects.has_twice or _MAY_BE_HALF.search(text):
        faults = _inspect(data, limits)
        if faults:
            raise ReadError(*faults)
    return data


def _checked(digits: str, limits: Limits) -> str:
    """Refuse a number that is too long before anybody converts it."""
    if len(digits) > limits.number_characters:
        raise LimitError(issue("limit/number-characters", most=limits.number_characters))
    return digits


def _decimal(digits: str) -> Decimal:
    """Make a decimal of bounded size: 1E999999999 has ten characters and a billion digits.

    What a field can hold is the field's to say; here it is enough that writing the number out is cheap.
    """
    number = Decimal(digits)
    if number and abs(number.adjusted()) > _MOST_PLACES:
        raise LimitError(issue("limit/number-size"))
    return number


def _refuse_constant(_: str) -> NoReturn:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ReadError(issue("json/not-finite"))


def _check_depth(data: Any, limits: Limits) -> None:
    """Refuse data that is nested too deeply, level by level and without recursion."""
    level: list[Any] = [data]
    for _ in range(limits.depth):
        deeper: list[Any] = []
        for value in level:
            kind = value.__class__
            if kind is list:
                deeper += value
            elif kind is dict or kind is _Twice:
                deeper += value.values()
        level = deeper
    if any(type(value) in {list, dict, _Twice} for value in level):
        raise LimitError(issue("limit/depth", most=limits.depth))


def _inspect(data: Any, limits: Limits) -> list[Issue]:
    """Walk through the data without recursion and collect what JSON allows and we do not."""
    faults: list[Issue] = []
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting and len(faults) < limits.issues:
        path, value = waiting.pop()
        if isinstance(value, str):
            if _SURROGATE.search(value):
                faults.append(issue("text/surrogate", path))
        elif isinstance(value, (dict, list)):
            waiting += _members(value, path, faults)
    return faults


def _members(value: Any, path: Path, faults: list[Issue]) -> list[tuple[Path, Any]]:
    """Give what an object or list holds, the last first, and note faults of the object itself."""
    if not hasattr(value, "keys"):
        return [((*path, place), value[place]) for place in reversed(range(len(value)))]
    members: dict[str, Any] = value
    if isinstance(value, _Twice):
        faults.append(issue("json/duplicate-key", (*path, safe_key(value.key))))
    faults += [issue("text/surrogate", (*path, "?")) for key in members if _SURROGATE.search(key)]
    return [((*path, safe_key(key)), member) for key, member in reversed(members.items())]
