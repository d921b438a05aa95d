"""Settings of the documentation site."""

import sys
from pathlib import Path

from lamtheobac import __version__

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "lamtheobac"
author = "The lamtheobac authors"
copyright = "2026, The lamtheobac authors"  # noqa: A001  the name Sphinx asks for
release = __version__
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "vietnamese_search", "accessible"]
html_theme = "furo"
html_title = "lamtheobac"
html_static_path = ["site"]
html_css_files = ["site.css"]
exclude_patterns = ["_build", "schema", "extensions"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
myst_heading_anchors = 3
napoleon_use_ivar = True
# One index for both languages: what folds Vietnamese marks leaves English as it is.
html_search_language = "vi"
html_show_search_summary = True
# Notebooks are run anew for every site, so that what is shown is what they give.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
# Two classes may have one name in two modules (`Reading`); a bare name in a signature then stays plain text.
suppress_warnings = ["ref.python"]
