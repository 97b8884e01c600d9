# Two commands do everything: `make run` and `make test`. Needed before: Python 3.11 or newer, make, git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard bot/locale/*/LC_MESSAGES/bot.po))
PLACES := $(VENV)/share/dragoman/places.sqlite

.PHONY: run test torture bench bench-parsing format lock catalogues
.DEFAULT_GOAL := run

run: $(READY)
	@$(BIN)/dragoman chat

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Dragoman needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/packages: $(BIN)/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(PLACES): $(VENV)/packages $(wildcard bot/parsing/places/*.py bot/parsing/places/*.toml bot/parsing/places/*.tsv)
	$(BIN)/python -m bot.parsing.places.build

%.mo: %.po $(VENV)/packages
	@$(BIN)/pybabel -q compile --input-file=$< --output-file=$@

# Brings both catalogues up to the texts of the program; what is new in them is empty and fails the tests until it is said.
catalogues: $(VENV)/packages
	@mkdir -p build
	@$(BIN)/pybabel -q extract --no-location --sort-output -k t -k N_ -k plural:1,2 -k context:1c,2 -o build/bot.pot bot
	@for language in en tr; do \
		$(BIN)/pybabel -q update -N --ignore-obsolete --width=120 -l $$language -i build/bot.pot -d bot/locale -D bot && \
		sed -i.old -E '/^"(POT|PO)-[A-Za-z]+-Date|^"(Report|Last|Language-Team|Generated)/d' bot/locale/$$language/LC_MESSAGES/bot.po && \
		rm bot/locale/$$language/LC_MESSAGES/bot.po.old; \
	done

$(READY): $(VENV)/packages $(PLACES) $(CATALOGUES)
	@touch $@

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

# Deliveries under kill -9, racing planners, failing receivers, and as fast as they go. Takes minutes.
torture: $(READY)
	@$(BIN)/python -m tests.torture

bench: $(READY)
	$(BIN)/python -m benchmarks

# How many dates and places are read right, beside the best libraries, and how fast.
bench-parsing: $(READY)
	$(BIN)/python -m benchmarks.parsing

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/packages
	$(BIN)/pip-compile --quiet --upgrade --strip-extras --extra dev --generate-hashes --allow-unsafe --no-header --no-annotate \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options -o requirements.txt pyproject.toml
