# `make run` opens the café, `make test` proves it. Everything else is for developers.
# PYTHON chooses the interpreter (3.11 or later); HOST, PORT and the other settings of the README are honoured.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTEST_ARGS ?=

ifdef UV
MAKE_VENV = uv venv --quiet --clear --python $(PYTHON) $(VENV)
INSTALL = VIRTUAL_ENV=$(VENV) uv pip install --quiet --require-hashes -r
else
MAKE_VENV = $(PYTHON) -m venv --clear $(VENV)
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: -r
endif

.PHONY: run dev test check check-messages demo messages bench bench-desk pictures lock clean

run: $(VENV)/.base
	@DEVELOPMENT=on exec $(BIN)/python manage.py serve

dev: $(VENV)/.dev
	@DEVELOPMENT=on exec $(BIN)/python manage.py serve --reload

demo: $(VENV)/.base
	@DEVELOPMENT=on $(BIN)/python manage.py demo --rebuild

test: $(VENV)/.dev
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files '*.html' '*.txt' | grep '^templates/')
	$(BIN)/mypy
	DEVELOPMENT=on $(BIN)/python manage.py makemigrations --check --dry-run
	DEVELOPMENT=on $(BIN)/python manage.py check --fail-level WARNING

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

bench-desk: $(VENV)/.dev
	$(BIN)/python -m tests.desk_bench

# Needs a Chromium.
pictures: $(VENV)/.dev
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.pictures

# Needs gettext's tools (Debian: gettext).
messages: $(VENV)/.dev
	$(BIN)/python manage.py makemessages --locale fr --no-obsolete --add-location file --ignore '.venv/*' --ignore 'var/*'

check-messages: messages
	@git diff --exit-code --stat -I '^"POT-Creation-Date' -- locale || { echo "Sentences have changed: run make messages and translate them."; exit 1; }

# The locks carry hashes and no index address; plain pip installs them.
lock:
	uv pip compile --quiet pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --extra postgres --extra redis -o requirements/base.txt
	uv pip compile --quiet pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --extra postgres --extra redis --extra s3 --extra dev -c requirements/base.txt -o requirements/dev.txt

clean:
	rm -rf $(VENV) var .pytest_cache .mypy_cache .ruff_cache

# A stamp is written last: an interrupted installation has none and starts over.
$(VENV)/.base: requirements/base.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "CaféCM needs Python 3.11 or later; say which with: make PYTHON=python3.13 …" or 0)'
	@test -f $@ || $(MAKE_VENV)
	@echo "Installing what the café needs (once, about half a minute)…"
	@$(INSTALL) requirements/base.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	@echo "Installing the developers' tools (once)…"
	@$(INSTALL) requirements/dev.txt
	@touch $@
