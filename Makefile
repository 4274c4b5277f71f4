# Two commands are enough to begin: `make demo` and `make test`. `make help` lists the rest.
# The work itself is in scripts/, in plain Python, so that it can be read, typed and tested.

PYTHON ?= python3
PORT ?= 8000
export PORT

RUN := @$(PYTHON) -m scripts.house

.PHONY: help demo test check fix lock words browser-tests bench audit clean
.DEFAULT_GOAL := help

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Start Rightdoor with made-up families on this machine (PORT=8000)
	$(RUN) demo

test: ## Install what tests need and run everything, on SQLite and on PostgreSQL
	$(RUN) test

check: ## Linting, types, the floors of the house, lock files
	$(RUN) check

fix: ## Put right what the linter can put right, and format
	$(RUN) fix

browser-tests: ## Only the tests that drive a real browser
	$(RUN) browser-tests

bench: ## Measure what bench/README.md promises
	$(RUN) bench

lock: ## Pin every dependency with its hashes (UPGRADE=1 takes newer versions)
	$(RUN) lock

words: ## Bring every marked word into the catalogues of all languages
	$(RUN) words

audit: ## Look up known vulnerabilities in what we pin
	$(RUN) audit

clean: ## Remove everything that these commands have made
	$(RUN) clean
