"""Reports held against the records: the report of Bình Sơn, and what a reader would look for first."""

from __future__ import annotations

import pytest

from lamtheobac import Verdict, WrongTypeError, example, reconcile

TOLD = "Mô hình “Ngôi nhà cấp ủy” qua 4 năm đã vận động hơn 6,2 tỷ đồng, hỗ trợ xây mới và sửa chữa 129 nhà."


def test_what_the_records_say_agrees() -> None:
    matches = reconcile(TOLD, example())
    assert [match.verdict for match in matches] == [Verdict.AGREES] * 3
    assert matches[2].path == ("outcomes", "kq-ngoi-nha-cap-uy", "figure")


def test_what_is_no_text_or_no_programme_is_refused() -> None:
    with pytest.raises(WrongTypeError):
        reconcile(5, example())  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        reconcile(TOLD, "programme")  # type: ignore[arg-type]
