"""Write the schema beside this file; a test holds the two together."""

import json
from pathlib import Path

from lamtheobac.formats.schema import json_schema

if __name__ == "__main__":
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    (Path(__file__).parent / "programme.schema.json").write_text(text, encoding="utf-8")
