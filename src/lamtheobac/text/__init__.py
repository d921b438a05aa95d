"""Vietnamese text and plain values, in both directions; knows no domain (văn bản và giá trị)."""
