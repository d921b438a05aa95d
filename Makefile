# Every target sets up what it needs in .venv; nothing has to be installed beforehand but Python and make.
# The same steps as plain pip commands stand in README.md, for machines without make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.dev
VERSIONS ?= 3.11 3.12 3.13

.PHONY: demo test lint types unit fuzz test-full test-extras test-browser docs schema rules mutation bench bench-numbers bench-reports clean

demo: $(VENV)/.core
	$(BIN)/python -m lamtheobac

test: lint types unit

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: $(STAMP)
	$(BIN)/mypy
	PATH="$(CURDIR)/$(BIN):$$PATH" pyright
	PATH="$(CURDIR)/$(BIN):$$PATH" pyright --verifytypes lamtheobac --ignoreexternal

unit: $(STAMP)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto --dist worksteal -m "not long"
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# Long properties, every Python at hand, the lowest versions of what we need, several hash seeds.
test-full: test
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -q
	for seed in 0 1 2; do PYTHONHASHSEED=$$seed $(BIN)/python -m pytest -q -m "not long" || exit 1; done
	$(BIN)/python tests/full/every_python.py $(VERSIONS)
	$(BIN)/python tests/full/lowest_versions.py

# Every reader on damaged text: FUZZ_SECONDS says how long, FUZZ_SEED repeats a run.
fuzz: $(STAMP)
	$(BIN)/python tests/full/fuzz.py

# What needs more than the core: the optional formats, and the recipes and notebooks of the documentation.
test-extras: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev,excel,word,frames,fast,recipes]"
	$(BIN)/python -m pytest -q -n auto -m "not long"
	$(BIN)/python tests/extras/annotated_page.py
	$(BIN)/python tests/extras/word_pages.py
	$(BIN)/python -m pytest -q tests/extras

# Pages as readers see them: needs Node and Chromium (CHROMIUM=/path/to/it where it is not /usr/bin/chromium).
test-browser: docs
	npm --prefix tests/browser install --no-audit --no-fund --no-package-lock --silent
	$(BIN)/python tests/browser/pages.py

docs: $(STAMP)
	$(BIN)/python -m pip install --quiet --editable ".[docs]"
	$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build/html

schema: $(STAMP)
	$(BIN)/python docs/schema/write.py

rules: $(STAMP)
	$(BIN)/python docs/rules/write.py

# Small changes to rules and law, of which the tests must notice 85 of 100: SAMPLE of them, drawn by SEED, a SHARD at a time.
SAMPLE ?= 200
SEED ?= 1
SHARD ?= 1/1
mutation: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev,mutation]"
	nice $(BIN)/python tests/full/mutation.py --sample $(SAMPLE) --seed $(SEED) --shard $(SHARD)

bench: $(STAMP)
	$(BIN)/python bench/imports.py
	$(BIN)/python bench/scale.py

# How long reports take to read, then recall and precision of holding them against records: generated reports with one
# figure wrong in each.
bench-reports: $(STAMP)
	$(BIN)/python bench/reading_reports.py
	$(BIN)/python bench/seeded_errors.py

# Against other libraries. PyICU is built from source and needs ICU's headers (libicu-dev): without them it is left out.
bench-numbers: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[peers]"
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[icu]" >/dev/null 2>&1
	$(BIN)/python bench/vietnamese_numbers.py

clean:
	rm -rf $(VENV) mutants mutants.log docs/_build build dist

$(VENV)/.venv:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.core: $(VENV)/.venv pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q src
	touch $@

$(STAMP): $(VENV)/.venv pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	$(BIN)/python -m compileall -q src
	touch $@ $(VENV)/.core
