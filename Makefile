# make try    set up and run the main job on the sample articles
# make test   set up and run all tests
# make lint | types | docs | bench | bench-accuracy | gate | clean
# make tables rebuild the language tables from their sources, and say which differ
#
# Needs Python 3.11 or newer and nothing else. Another Python: make try PYTHON=/path/to/python3

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
OUT := out/try
SOURCES ?= out/sources

.PHONY: try test lint types docs bench bench-accuracy gate tables check clean

try: $(VENV)/.user
	@rm -rf $(OUT) && mkdir -p $(OUT)
	@echo; echo '$$ glossary collect data/articles'
	@$(BIN)/glossary collect data/articles --db $(OUT)/glossary.db
	@echo; echo '$$ glossary lookup taijidian'
	@$(BIN)/glossary lookup taijidian --db $(OUT)/glossary.db
	@echo; echo '$$ glossary export csv -o $(OUT)/glossary.csv'
	@$(BIN)/glossary export csv -o $(OUT)/glossary.csv --db $(OUT)/glossary.db
	@head -n 6 $(OUT)/glossary.csv | cut -d , -f 1-5
	@echo; echo '$$ glossary export apkg -o $(OUT)/glossary.apkg'
	@$(BIN)/glossary export apkg -o $(OUT)/glossary.apkg --db $(OUT)/glossary.db
	@echo; echo 'The command is $(BIN)/glossary. Next: $(BIN)/glossary --help'

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

docs: $(VENV)/.dev
	$(BIN)/python docs/generate_cli.py
	$(BIN)/python docs/generate_formats.py

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/run.py

bench-accuracy: $(VENV)/.dev
	$(BIN)/python benchmarks/run.py accuracy ablation

gate: $(VENV)/.dev
	$(BIN)/python benchmarks/gate.py

# TABLES: names of tables, where not all are meant. SOURCES: the folder of what is in no Python package.
tables: $(VENV)/.build
	$(BIN)/python data/build/tables.py --sources '$(SOURCES)' $(TABLES)

check: lint types test gate

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@test -n '$(PYTHON)' || { echo 'glossary needs Python 3.11 or newer. Install one, or name it: make PYTHON=/path/to/python3' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo 'This Python cannot make environments; on Debian and Ubuntu: apt install python3-venv' >&2; exit 2; }

$(VENV)/.user: pyproject.toml | $(VENV)/bin/python
	@echo 'Installing glossary into $(VENV) …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@echo 'Installing glossary and what its tests need into $(VENV) …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.user

$(VENV)/.build: pyproject.toml $(VENV)/.dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,build]'
	@touch $@
