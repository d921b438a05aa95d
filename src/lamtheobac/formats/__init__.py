"""The shapes that records take outside Python (định dạng)."""
