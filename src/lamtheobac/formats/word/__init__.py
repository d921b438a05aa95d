"""Word documents: the yearly report (văn bản Word).

python-docx is an extra: `pip install lamtheobac[word]`. Importing this module does not load it.
"""

from lamtheobac.formats.word.report import write_report

__all__ = ["write_report"]
