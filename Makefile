# Everything a fresh machine needs is Python 3.11 or newer with pip. `make help` lists the targets.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
UPGRADE ?=
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$python"; break; }; done)

PIP_QUIET := -qq --disable-pip-version-check --no-input --progress-bar off --no-warn-script-location
# Bytecode is kept, whatever the caller's environment says: every process that starts would compile us anew.
export PYTHONDONTWRITEBYTECODE :=

# A Python without ensurepip makes an environment without pip; then the pip outside installs into it.
PIP = $$(if [ -x $(BIN)/pip ]; then echo "$(BIN)/python -m pip"; else echo "$(PYTHON) -m pip --python $(BIN)/python"; fi)

.PHONY: help run test check eval bench attack chaos lock clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1\t/p' Makefile

run: $(VENV)/run.stamp ## Install what is missing and start Bursar with its own database
	@$(BIN)/bursar start

test: $(VENV)/dev.stamp ## Run all tests, with the coverage gates
	@echo "Running the tests on $(WORKERS) processes ..."
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --cov --cov-report=term --cov-fail-under=90
	@$(BIN)/python -m coverage report --include='src/bursar/core/*' --fail-under=100 >$(VENV)/core-coverage.txt \
		|| { cat $(VENV)/core-coverage.txt; echo "core must be covered wholly, branches included" >&2; exit 1; }

check: $(VENV)/dev.stamp ## Check style, types, layers, dead code, dependencies, the schema, and how well invoices are read, coded and known again
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src tests tools
	$(BIN)/lint-imports --no-logo
	$(BIN)/vulture
	$(BIN)/deptry src
	$(BIN)/python -m tools.check_migrations
	$(BIN)/bursar eval extraction --baseline docs/quality/baselines/extraction.json
	$(BIN)/bursar eval coding --lines 60 --baseline docs/quality/baselines/short/coding.json
	$(BIN)/bursar eval duplicates --vendors 40 --copies 12 --baseline docs/quality/baselines/short/duplicates.json

eval: $(VENV)/dev.stamp ## Measure reading, coding and duplicates in full, and compare with the baselines
	$(BIN)/bursar eval extraction --baseline docs/quality/baselines/extraction.json
	$(BIN)/bursar eval coding --baseline docs/quality/baselines/coding.json
	$(BIN)/bursar eval duplicates --baseline docs/quality/baselines/duplicates.json

bench: $(VENV)/dev.stamp ## Measure against the bare limit in the same run
	@$(BIN)/python -m tests.bench.run

attack: $(VENV)/dev.stamp ## Attack the books and the tenants' walls
	@$(BIN)/python -m tests.attack.run

chaos: $(VENV)/dev.stamp ## Kill processes during work and count what is lost
	@$(BIN)/python -m tests.chaos.run

lock: ## Choose versions anew and pin them by hash (UPGRADE=--upgrade takes the newest)
	@uv="$$(command -v $(BIN)/uv || command -v uv)" || { echo "make lock needs uv: $(BIN)/python -m pip install uv" >&2; exit 1; }; \
	compile="$$uv pip compile pyproject.toml requirements/build.in --extra embedded --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet $(UPGRADE)"; \
	$$compile -o requirements/run.txt && $$compile --group dev -c requirements/run.txt -o requirements/dev.txt

clean: ## Remove the virtual environment and what the tools keep; data stays
	rm -rf $(VENV) .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Bursar needs Python 3.11 or newer, and found none among python3 and python3.11 to" \
		"python3.14. Install one, or name it: make PYTHON=/path/to/python3.12 run" >&2; exit 1; }
	@echo "Making the virtual environment $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || $(PYTHON) -m venv --clear --without-pip $(VENV) \
		|| { rm -rf $(VENV); echo "No virtual environment could be made; on Debian: apt install python3-venv" >&2; exit 1; }

# A stamp is newer than the lock file exactly when what the lock file names is installed.
$(VENV)/%.stamp: requirements/%.txt pyproject.toml | $(BIN)/python
	@echo "Installing $$(grep -c '==' $<) packages pinned by hash in $< (the first time takes a minute) ..."
	@$(PIP) install $(PIP_QUIET) --require-hashes --no-deps -r $<
	@$(PIP) install $(PIP_QUIET) --no-deps --no-build-isolation -e .
	@touch $@
