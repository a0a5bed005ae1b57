# `make run` opens the café, `make test` proves it. Everything else is for developers.
# PYTHON chooses the interpreter (3.11 or later); HOST, PORT and the other settings of the README are honoured.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTEST_ARGS ?=
# Compiled once; each of the many processes would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

ifdef UV
MAKE_VENV = uv venv --quiet --clear --python $(PYTHON) $(VENV)
INSTALL = VIRTUAL_ENV=$(VENV) uv pip install --quiet --require-hashes -r
else
MAKE_VENV = $(PYTHON) -m venv --clear $(VENV)
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: -r
endif

.PHONY: run dev test check check-messages demo messages bench bench-desk pictures validity lighthouse lock clean nasty storms release

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

# Ten thousand posts that nobody should send, some minutes; every tenth of them goes out in `make test`.
nasty: $(VENV)/.dev
	NASTY=all $(BIN)/python -m pytest tests/test_nasty.py -n 0 -s

# The server is killed a hundred times in the middle of storms, a quarter of an hour; five times in `make test`.
storms: $(VENV)/.dev
	STORM_KILLS=100 $(BIN)/python -m pytest tests/events/test_storms.py -n 0

# Keeps the schema and a few rows of this version, from which each later one is upgraded in the tests; until it is released.
release: $(VENV)/.dev
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.release

# Needs a Chromium.
pictures: $(VENV)/.dev
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.pictures

# Needs a Chromium, Java, and the Nu checker: VNU_JAR says where; `.ci/html` fetches it.
validity: $(VENV)/.dev
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.validity

# Needs a Chromium, Node and npm.
lighthouse: $(VENV)/.dev
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.lighthouse

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
