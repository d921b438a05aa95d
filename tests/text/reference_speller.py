"""A second speller, written from the rules of the language and not from the library, to judge it by.

It works on the written digits, place by place, with one `if` a rule, and knows no tables:

R1 mốt after two tens and more; R2 tư (or bốn) there; R3 lăm after any tens; R4 mười is one ten, mươi more;
R5 linh (or lẻ) for an empty tens place between hundreds and units; R6 all three places behind a higher group;
R7 a group 000 is passed over with its scale word, or, in school, spoken where digits follow in its nine;
R8 nine digits at a time, the upper block read as a whole and followed by one tỷ; R9 so 10^15 is một triệu tỷ;
R10 âm, không; R11 phẩy, then digit by digit.
"""

from __future__ import annotations

from dataclasses import dataclass

NAMES = {
    "0": "không",
    "1": "một",
    "2": "hai",
    "3": "ba",
    "4": "bốn",
    "5": "năm",
    "6": "sáu",
    "7": "bảy",
    "8": "tám",
    "9": "chín",
}


@dataclass
class Speech:
    """The words of a dialect, and whether empty groups are spoken."""

    thousand: str = "nghìn"
    filler: str = "linh"
    billion: str = "tỷ"
    four: str = "tư"
    school: bool = False


def spell(written: str, speech: Speech) -> str:
    """Spell a number written as Python writes it: "-1005", "6.25"."""
    words: list[str] = []
    if written.startswith("-"):
        words.append("âm")
        written = written[1:]
    whole, _, fraction = written.partition(".")
    if int(whole) == 0:
        words.append("không")
    if int(whole) >= 10**9:
        words += block(whole[:-9].zfill(9), speech, higher=False)
        words.append(speech.billion)
        words += block(whole[-9:], speech, higher=True)
    else:
        words += block(whole.zfill(9), speech, higher=False)
    if fraction:
        words.append("phẩy")
        words += [NAMES[digit] for digit in fraction]
    return " ".join(words)


def block(digits: str, speech: Speech, *, higher: bool) -> list[str]:
    """Spell nine digits; `higher` where something was spoken before them."""
    words: list[str] = []
    for start, scale in ((0, ["triệu"]), (3, [speech.thousand]), (6, [])):
        group = digits[start : start + 3]
        follows = digits[start + 3 :].strip("0") != ""
        if group != "000":
            words += places(group, speech, higher=higher) + scale
            higher = True
        elif speech.school and higher and follows:
            words += ["không", *scale]
    return words


def places(group: str, speech: Speech, *, higher: bool) -> list[str]:
    """Spell three digits, not all zero."""
    hundreds, tens, units = list(group)
    words: list[str] = []
    if hundreds != "0" or higher:
        words += [NAMES[hundreds], "trăm"]
    if tens == "1":
        words.append("mười")
    elif tens != "0":
        words += [NAMES[tens], "mươi"]
    elif words and units != "0":
        words.append(speech.filler)
    if units == "0":
        return words
    if units == "1" and tens > "1":
        words.append("mốt")
    elif units == "4" and tens > "1":
        words.append(speech.four)
    elif units == "5" and tens > "0":
        words.append("lăm")
    else:
        words.append(NAMES[units])
    return words
