"""The same questions asked of the records with pandas and with Polars (phân tích)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import lamtheobac as ltb
from lamtheobac.formats.frames import to_frame

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def money_by_stage_in_pandas(programme: ltb.Programme) -> pd.Series:
    """Sum the money of each stage; the values are exact decimals, and so are the sums."""
    gifts = to_frame(programme.contributions, "pandas", kind=ltb.Contribution)
    money = gifts[gifts["gift_unit"] == "VND"]
    return money.groupby("stage")["gift_value"].sum()


def money_by_stage_in_polars(programme: ltb.Programme) -> pl.DataFrame:
    """Do the same in Polars."""
    import polars as pl  # noqa: PLC0415  only this half needs it

    gifts = to_frame(programme.contributions, "polars", kind=ltb.Contribution)
    money = gifts.filter(pl.col("gift_unit") == "VND")
    return money.group_by("stage").agg(pl.col("gift_value").sum()).sort("stage")


def findings_by_rule(programme: ltb.Programme) -> pl.DataFrame:
    """Count the findings of each rule."""
    found = to_frame(ltb.check(programme), "polars", kind=ltb.Finding)
    return found.group_by("severity", "code").len().sort("code")


if __name__ == "__main__":
    print(money_by_stage_in_pandas(ltb.example()))
    print(money_by_stage_in_polars(ltb.example()))
    print(findings_by_rule(ltb.example()))
