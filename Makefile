# The front door; `python -m autograde --help` says the same for machines without make.
SHELL = bash
.SHELLFLAGS = -eo pipefail -c
PYTHON ?= python3
LESSON ?= 01_lenet5
COURSE_LANG ?= es
PROFILE ?= quick
export COURSE_LANG
AUTOGRADE = .venv/bin/python -m autograde

.PHONY: setup run test soak bench lab build check doctor student-repo bundle site
run: setup
	@$(AUTOGRADE) run $(LESSON) --profile $(PROFILE)
test: setup
	@.venv/bin/python -m pytest
soak: setup
	@mkdir -p docs
	@.venv/bin/python -u tests/benchmarks/soak.py | tee docs/soak.txt
	@.venv/bin/python -u tests/answers/bank.py | tee docs/answers.md
bench: setup
	@.venv/bin/python tests/benchmarks/bench.py
lab: setup
	@$(AUTOGRADE) lab
student-repo: setup
	@$(AUTOGRADE) student-repo "$(DEST)" --repository "$(REPOSITORY)"
bundle: setup
	@$(AUTOGRADE) bundle "$(DEST)"
site: setup
	@$(AUTOGRADE) site
build: setup
	@$(AUTOGRADE) build
check: setup
	@$(AUTOGRADE) check
	@.venv/bin/python -m ruff check -q
	@.venv/bin/python -m ruff format --check -q
doctor: setup
	@$(AUTOGRADE) doctor
setup:
	@$(PYTHON) -m autograde setup
requirements.lock: pyproject.toml
	.venv/bin/python -m uv pip compile pyproject.toml --universal --python-version 3.11 --quiet \
	  --extra lab --extra grade --extra postgresql --extra test --extra assets --extra site --extra dev --generate-hashes --no-header --no-annotate -o $@
