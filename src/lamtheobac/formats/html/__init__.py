"""HTML: cards for notebooks and a page for people (HTML)."""
