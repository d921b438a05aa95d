"""Settings of the documentation site."""

from lamtheobac import __version__

project = "lamtheobac"
author = "The lamtheobac authors"
copyright = "2026, The lamtheobac authors"  # noqa: A001  the name Sphinx asks for
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "lamtheobac"
exclude_patterns = ["_build", "schema", "rules"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
myst_heading_anchors = 3
napoleon_use_ivar = True
