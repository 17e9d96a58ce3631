# Sổ Học Tập. The text after "##" is what `make help` shows.
# Only relative paths below: the folder's own name may hold spaces and Vietnamese letters.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := site
.NOTPARALLEL:
# Images of containers set it to stay small; code compiled anew each time takes longer than a small build.
unexport PYTHONDONTWRITEBYTECODE
.DELETE_ON_ERROR:
.PHONY: site check fix diff owner serve test test-slow test-site lint format accept mutants plants screenshots bench bench-search lock clean help

PY := .venv/bin/python
HOCTAP := $(PY) -m hoctap
# Workers of the tests; `make test JOBS=4` on a bigger machine.
JOBS ?= 2
# More words for the command: `make test ARGS='-k search'`, `make check ARGS='--format json'`.
ARGS ?=
# The lines that no test executes. From Python 3.12 on the interpreter says itself which it ran (sys.monitoring). On 3.11
# each is traced, which takes twice the time: of all with `make test COVERAGE=1`, else of views and render by fast tests.
COVERAGE ?=
# A file stays with one worker, which builds its site once; tests/conftest.py puts the slow files first.
SHARED := -n $(JOBS) --dist loadfile --no-loadscope-reorder
# What `make diff` compares with.
BASE ?= main

site: .venv/.site-ready ## check the data, then build everything into site/ (the default)
	$(HOCTAP) build

check: .venv/.site-ready ## name every problem in the data and pages, with its cure; then ask frictionless
	$(HOCTAP) check --frictionless $(ARGS)

fix: .venv/.site-ready ## rewrite what needs no judgement: spaces, order, quotes
	$(HOCTAP) fix

diff: .venv/.site-ready ## what changed in the data since BASE (default: main); `make diff BASE=v1.0.0`
	@$(HOCTAP) diff "$(BASE)" $(ARGS)

owner: ## who must approve changes of the program: `make owner OWNER=@account` or `@organisation/team`
	@.ci/owner "$(OWNER)" .github/CODEOWNERS

serve: .venv/.site-ready ## show the site on this machine, rebuilt when a file changes
	$(HOCTAP) serve

# Programs that tests need are fetched while style and types are looked at: the one waits for the network, the other
# for the processor.
test: .venv/.dev-ready ## everything a change must pass
	@$(MAKE) --silent .venv/.browser-ready .cache/judges/.ready & tools=$$!; \
	$(MAKE) --no-print-directory lint && wait $$tools || { wait; exit 1; }
	@rm -rf .cache/coverage && mkdir -p .cache/coverage
	@core=$$($(PY) -c 'import sys; print("sysmon" if sys.version_info >= (3, 12) else "")'); \
	if [ -n "$${core}$(COVERAGE)" ]; then \
	    COVERAGE_CORE="$${core:-ctrace}" $(PY) -m coverage run -m pytest $(SHARED) $(ARGS); \
	    $(PY) -m coverage combine --quiet && $(PY) -m coverage report; \
	elif [ -n "$(if $(ARGS),some)" ]; then $(PY) -m pytest $(SHARED) $(ARGS); \
	else \
	    PYTHONPATH=tests $(PY) -m pytest -p measured $(SHARED); \
	    $(PY) -m coverage combine --quiet && $(PY) -m coverage report --fail-under 95; fi

test-slow: .venv/.dev-ready .cache/exit/.ready ## what takes too long for every change: the page's Python over all inputs, ProperDocs, builds in parts, 500 random edits, verdicts of every bad example
	EVERY=1 $(PY) -m pytest tests/test_exit.py tests/test_build_parts.py tests/test_build_again.py \
	    tests/test_build_killed.py tests/test_preview.py tests/test_verdicts.py $(ARGS)
	EVERY=1 $(PY) -m pytest tests/test_desk.py -k browsers_python $(ARGS)

test-site: .venv/.browser-ready ## what the finished site of the real data must do: search, walks, reach, weight
	$(HOCTAP) build
	$(PY) -m pytest tests/site $(ARGS)

lint: .venv/.dev-ready ## style, types, templates, scripts of the pages, workflows
	$(PY) -m ruff check scripts tests
	$(PY) -m ruff format --check scripts tests
	$(PY) -m mypy scripts
	$(PY) -m djlint overrides --lint --quiet
	.ci/javascript docs/assets/js scripts/libraries
	.venv/bin/zizmor --offline --quiet --persona auditor .github/workflows

format: .venv/.dev-ready ## rewrite the Python code in the one style
	$(PY) -m ruff check --fix scripts tests
	$(PY) -m ruff format scripts tests

accept: .venv/.browser-ready .cache/judges/.ready ## take today's output as the expected one; then read `git diff tests`
	$(PY) -m pytest --accept $(ARGS)

mutants: .venv/.dev-ready ## change what speaks to readers a little, thousandfold: which changes do tests not notice?
	$(PY) tests/mutants.py --jobs $(JOBS) $(ARGS)

plants: .venv/.dev-ready ## plant the faults of tests/plants.toml, one at a time: which do tests not notice?
	$(PY) tests/plants.py $(ARGS)

screenshots: site .venv/.browser-ready ## take the pictures of the guides anew; then look at each one
	CHROMIUM="$$(command -v chromium || true)" $(PY) tests/screenshots.py site

bench: .venv/.site-ready ## how checks, builds and exports grow, beside other makers of sites: scripts/measurements/
	PATH="$(CURDIR)/.venv/bin:$$PATH" $(PY) tests/bench.py $(ARGS)
	$(PY) tests/bench_exports.py

lock: ## pin dependencies again; `make lock ARGS=--upgrade` for newer ones (needs uv)
	uv pip compile pyproject.toml --output-file requirements/site.txt $(LOCK) $(ARGS)
	uv pip compile pyproject.toml --extra dev --constraint requirements/site.txt --output-file requirements/dev.txt $(LOCK) $(ARGS)
	uv pip compile .ci/judges.in --no-emit-package docopt --output-file requirements/judges.txt $(LOCK) $(ARGS)
	uv pip compile .ci/exit.in --constraint requirements/site.txt --output-file requirements/exit.txt $(LOCK) $(ARGS)

clean: ## remove all that make has made
	rm -rf .venv .cache mutants site site.* .mypy_cache .pytest_cache .ruff_cache .hypothesis

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# The same file on every system and Python, naming no host.
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

# Stamps: a second `make` installs nothing. The development lock holds everything the site lock holds.
.venv/.site-ready: requirements/site.txt .ci/environment
	.ci/environment requirements/site.txt
	touch $@

.venv/.dev-ready: requirements/dev.txt .ci/environment
	.ci/environment requirements/dev.txt
	touch .venv/.site-ready $@

.venv/.browser-ready: .venv/.dev-ready .ci/browser
	.ci/browser
	touch $@

# Judges of published files that cannot live with the other packages, and programs that open the files.
.cache/judges/.ready: requirements/judges.txt .ci/judges
	.ci/judges requirements/judges.txt
	touch $@

# Another generator of the same family, with the theme and nothing of ours: tests/test_exit.py.
.cache/exit/.ready: requirements/exit.txt .venv/.dev-ready
	rm -rf .cache/exit
	$(PY) -m venv .cache/exit
	.cache/exit/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
	    --require-hashes --only-binary :all: --requirement requirements/exit.txt
	touch $@
