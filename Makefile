# Needs Python 3.11 or newer and make, nothing else (`make lock` fetches what it needs).
PYTHON ?= python3
VENV := .venv
STAMP := $(VENV)/.lock-installed
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help venv run test eval bench check format lock clean

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

venv: $(STAMP) ## Install everything the lock names into .venv

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "dealcheck needs Python 3.11 or newer: make $(or $(MAKECMDGOALS),venv) PYTHON=python3.11" >&2; exit 1; }
	@echo "Installing into $(VENV) (under a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install -qq --require-hashes -r requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $@

run: $(STAMP) ## Try the bot in a local page that looks and works like Slack
	@$(VENV)/bin/dealcheck playground

test: $(STAMP) ## Run the tests; a skipped test says in one line what it needs
	@$(VENV)/bin/python -m pytest -q -rs $(PYTEST_ARGS)

eval: $(STAMP) ## Score answers, checks and comparisons against the evaluation sets, beside plain search
	@$(VENV)/bin/python -m tests.eval $(EVAL_ARGS)

bench: $(STAMP) ## Measure /deal summary beside bare Bolt apps
	@$(VENV)/bin/python -m tests.bench $(BENCH_ARGS)

check: $(STAMP) ## Lint, formatting, types, import direction and the fact store
	@$(VENV)/bin/ruff check --quiet
	@$(VENV)/bin/ruff format --quiet --check
	@$(VENV)/bin/mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-logo >$(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }
	@$(VENV)/bin/dealcheck lint

format: $(STAMP) ## Put imports and layout in order
	@$(VENV)/bin/ruff check --quiet --select I --fix
	@$(VENV)/bin/ruff format --quiet

# The result holds names, versions and hashes only, so it says nothing about where packages come from.
lock: ## Renew requirements.lock from pyproject.toml
	@$(PYTHON) -m venv $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip --disable-pip-version-check install -qq uv
	@$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links --no-annotate \
	  --group dev pyproject.toml --upgrade -o $(VENV)-lock/requirements.lock
	@{ echo "# Runtime and development dependencies. Written by: make lock"; \
	   cat $(VENV)-lock/requirements.lock; } > requirements.lock
	@rm -rf $(VENV)-lock

clean: ## Remove the environment, builds and caches
	@rm -rf $(VENV) build dist .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
