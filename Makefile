# The verbs of daily work; `make help` lists them.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
QUESTION ?= Is the school improvement guidance statutory?
KILLS ?= 200

.PHONY: help run serve test gate soak check format eval bench readme clean

help:  ## list the verbs
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(READY): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "Canllaw needs Python 3.11: install it, or run 'make PYTHON=/path/to/python3.11'." >&2; exit 2; }
	@echo "Setting up $(VENV) (about two minutes the first time)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

run: $(READY)  ## set up, index what the repository holds, answer one question and serve on HOST:PORT
	@$(BIN)/canllaw serve --first "$(QUESTION)"

serve: $(READY)  ## serve pages and API on HOST:PORT (127.0.0.1:8000)
	@$(BIN)/canllaw serve

test: $(READY)  ## run every check and test, without a network
	@$(MAKE) --no-print-directory check
	@$(BIN)/python -m pytest -n auto --dist loadfile

gate: $(READY)  ## hold the exact gates of the evaluation, which are inside test too
	@$(BIN)/python -m pytest -m gate $$(grep -rlE --include='test_*.py' 'mark\.gate' tests)

soak: $(READY)  ## kill the crawl 200 times and count what was lost
	@$(BIN)/python -m tests.durability.soak --kills $(KILLS)

check: $(READY)  ## format, lint, types and the ladder of imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY)  ## put the code in form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

eval: $(READY)  ## measure answers and retrieval, and write the report
	@$(BIN)/canllaw eval run --no-seeds

bench: $(READY)  ## time searches, answers and embedding on this machine
	@$(BIN)/python -m evals.bench

readme: $(READY)  ## renew the generated parts of README.md
	@$(BIN)/python -m evals.readme

clean:  ## forget the index and the catalogue (not the repository's own data)
	@rm -rf .canllaw
