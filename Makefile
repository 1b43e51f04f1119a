# Flagstaff: `make` prints the commands.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SETUP_STAMP := $(VENV)/.setup-done
PYTEST := $(BIN)/python -m pytest
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-all fuzz check serve bench eval-articles eval-traps eval-lists eval-names eval-setup clean

help: ## print this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(SETUP_STAMP) ## install everything into .venv/ (wheels only)

$(SETUP_STAMP): pyproject.toml uv.lock
	@sh scripts/setup.sh "$(PYTHON)" "$(VENV)"
	@touch $@

demo: $(SETUP_STAMP) ## screen the sample articles, show an alert, write out/demo/alert.html
	@$(BIN)/flagstaff demo --out out/demo

test: $(SETUP_STAMP) ## the tests (about five minutes; skips what needs Chromium, PostgreSQL or NATS)
	@echo "running the tests on $$(nproc 2>/dev/null || echo 2) processors; this takes some minutes"
	@$(PYTEST) -n auto --dist loadgroup -m "not slow"

test-all: $(SETUP_STAMP) ## every test, the slow suites included
	@$(PYTEST) -n auto --dist loadgroup

fuzz: $(SETUP_STAMP) ## the property tests with thousands of new examples each (some minutes)
	@HYPOTHESIS_PROFILE=fuzz $(PYTEST) -n auto $$(grep -rl 'from hypothesis import' tests/unit tests/golden)

check: $(SETUP_STAMP) ## format, lint, types, security
	@$(BIN)/ruff format --check service tests
	@$(BIN)/ruff check service tests
	@$(BIN)/mypy
	@$(BIN)/bandit -q -r service -c pyproject.toml

serve: $(SETUP_STAMP) ## the REST API and the desk on http://127.0.0.1:8000
	@$(BIN)/flagstaff serve

bench: $(SETUP_STAMP) ## measure speed and memory, as ratios against a baseline of the same run
	@$(BIN)/python -m tests.bench

eval-traps: $(SETUP_STAMP) ## measure: the trap sentences (needs FLAGSTAFF_DATA)
	@$(BIN)/python -m tests.eval.traps

eval-articles: $(SETUP_STAMP) ## measure: rules over labelled and ordinary articles (needs FLAGSTAFF_DATA)
	@$(BIN)/python -m tests.eval.articles

eval-lists: $(SETUP_STAMP) ## count real list files a second time with other means (folder: FLAGSTAFF_DATA)
	@$(BIN)/python -m tests.eval.lists && $(BIN)/python -m tests.eval.list_readers && $(BIN)/python -m tests.eval.list_work

eval-names: $(SETUP_STAMP) ## measure name matching on real lists (FLAGSTAFF_DATA), beside the reference points
	@$(BIN)/python -m tests.eval.names

eval-setup: ## make .venv-eval with nomenklatura for eval-names (needs a compiler and libicu-dev)
	@$(PYTHON) -m venv .venv-eval
	@.venv-eval/bin/python -m pip install -q nomenklatura || echo "eval-setup: not installed; the logic-v2 column will say 'not run'"

clean: ## remove what the other commands made
	rm -rf $(VENV) out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
