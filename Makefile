# `make run` and `make test` need nothing but Python 3.11 or newer, and make.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py

.DEFAULT_GOAL := help
.PHONY: help run test coverage test-next test-next-short bench-search audit audit-short check format messages screenshots lock clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

run: export BASE_URL = http://127.0.0.1:$(PORT)
run: $(VENV)/installed ## the sample site, on http://127.0.0.1:8000 (PORT=… for another)
	@$(MANAGE) compile_messages
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) setup_site --verbosity 0
	@$(MANAGE) load_sample --if-empty --accounts
	@echo
	@echo "  サイト / site:           http://127.0.0.1:$(PORT)/"
	@echo "  編集画面 / editors' side: http://127.0.0.1:$(PORT)/admin/"
	@echo
	@$(MANAGE) runserver 127.0.0.1:$(PORT)

test: $(VENV)/installed-dev ## every test (on SQLite, or on DATABASE_URL)
	@$(MANAGE) compile_messages
	@$(BIN)/python -m pytest -n auto --dist loadfile

# Apart from `make test`: to watch each line makes the tests take half as long again.
coverage: $(VENV)/installed-dev ## every test, and which lines they reach
	@$(MANAGE) compile_messages
	@$(BIN)/coverage erase
	@$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term:skip-covered

test-next: .venv-next/installed ## the tests on the next Wagtail, without the longest
	@.venv-next/bin/python manage.py compile_messages
	@.venv-next/bin/python -m pytest -n auto --dist loadfile -q -m "not long"

# What rests on Wagtail's own insides.
NEXT_TESTS := tests/indexing $(addprefix tests/test_,$(addsuffix .py,page_tree blocks translation_status \
	desk editor_props staff find_pages search_page search_staff))
test-next-short: .venv-next/installed ## of these, what rests on Wagtail's insides
	@.venv-next/bin/python manage.py compile_messages
	@.venv-next/bin/python -m pytest -n auto --dist loadfile -q -m "not long" $(NEXT_TESTS)

# PostgreSQL is measured too where BENCH_DATABASE_URL (or postgres@127.0.0.1) answers. BENCH="timing --large" for one part.
BENCH ?= all
bench-search: $(VENV)/installed-dev ## what the search finds, how fast, with how much memory
	@$(MANAGE) compile_messages
	@$(BIN)/python -m search.benchmark $(BENCH)

# Needs Chromium, Node.js and Java. AUDIT="--templates goal --only axe,reflow" for a part, --site FOLDER to keep the sample.
audit: $(VENV)/installed-dev .ci/tools/node_modules/.package-lock.json ## what a machine can test of accessibility and speed
	@$(BIN)/python .ci/audit $(AUDIT)

audit-short: $(VENV)/installed-dev .ci/tools/node_modules/.package-lock.json ## of these, what is quick
	@$(BIN)/python .ci/audit --short --jobs 2 --output var/audit/short.json $(AUDIT)

check: $(VENV)/installed-dev ## lint, format, migrations, production settings
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint site/templates --lint --quiet
	@$(MANAGE) makemigrations --check --dry-run
	@env -u DATABASE_URL SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
		DATABASE_URL=sqlite:///var/check.sqlite3 ALLOWED_HOSTS=plan.example.jp BASE_URL=https://plan.example.jp \
		MEDIA_ROOT=var/media $(MANAGE) check --deploy --fail-level WARNING --settings council.settings.production

format: $(VENV)/installed-dev ## bring the code into the one form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

messages: $(VENV)/installed-dev ## collect the texts of the interface (needs gettext)
	@$(MANAGE) makemessages --all --no-obsolete --no-wrap --add-location file \
		--ignore '.venv*' --ignore node_modules --ignore tests --ignore .ci

screenshots: $(VENV)/installed-dev ## the README's pictures (ALL=1: every template, into var/screenshots; needs Node.js, Chromium)
	@ALL=$(ALL) .ci/screenshots

lock: $(VENV)/installed-dev ## pin what requirements*.in ask for
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url \
		--no-emit-find-links --custom-compile-command "make lock" requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url \
		--no-emit-find-links --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt

clean: ## the environments and the development database
	rm -rf $(VENV) .venv-next var

.ci/tools/node_modules/.package-lock.json: .ci/tools/package-lock.json
	@npm ci --prefix .ci/tools --no-fund --no-audit --silent
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tsunagu needs Python 3.11 or newer: PYTHON=python3.12 make …")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt | $(BIN)/python
	@echo "Installing what requirements.txt lists …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt | $(BIN)/python
	@echo "Installing what requirements-dev.txt lists …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/installed

.venv-next/installed: requirements-next.txt
	@$(PYTHON) -m venv .venv-next
	@.venv-next/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-next.txt
	@touch $@
