"""Records held against each other and the law; rules find and never raise (quy tắc)."""

from lamtheobac.rules.checking import RULES, check
from lamtheobac.rules.finding import ByLaw, Finding, Found, Missing, Rule, Severity

__all__ = ["RULES", "ByLaw", "Finding", "Found", "Missing", "Rule", "Severity", "check"]
