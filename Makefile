# The two commands to know: `make demo` and `make test`. Both do all set-up on a machine that has Swift.

BIOSTORE := .build/release/biostore
PREFIX ?= /usr/local

.PHONY: all build demo test check lint format merged-copy score bench coverage-of-english install uninstall docs clean setup

all: build

setup:
	@Scripts/setup

# The tool, optimised.
build: setup
	swift build -c release --product biostore

# Reads Examples/ into a fresh demo.db and asks it questions.
demo: build
	@Scripts/demo $(BIOSTORE) demo.db

# Everything that can be tested.
test:
	@Scripts/setup --tests
	swift build --build-tests
	swift test --skip-build

# What a change must pass before it is shared.
check: lint test merged-copy

lint:
	swift format lint --strict -r Package.swift Sources Tests

format:
	swift format -i -r Package.swift Sources Tests

# The package on a disk that ignores case, such as most Macs have.
merged-copy: setup
	@Scripts/check-merged-copy

# Accuracy on the development set, into docs/accuracy.md; needs ../shared.
score: build
	@Scripts/score $(BIOSTORE)

# What English links two names or a name and a date by, and what of it the rules leave unread; needs ../shared.
COVERAGE_TEXTS ?= Examples ../shared/data/redocred/train.jsonl ../shared/data/redocred/dev.jsonl \
  ../shared/data/treebank/gum-train.conllu ../shared/data/treebank/gum-dev.conllu
coverage-of-english: setup
	swift run -c release TrainReader coverage $(COVERAGE_TEXTS) --unread --by-trigger --limit 200

# Speed of the Reader, stage by stage.
bench: setup
	@if [ -f Benchmarks/Package.swift ]; then cd Benchmarks && swift run -c release ReaderBenchmark; \
	else echo "bench: there is no Benchmarks package here"; fi

# Writes docs/manual.md, docs/schema.md and the samples of output anew after commands, schema or answers have changed.
docs: setup
	swift build --build-tests
	RECORD_SNAPSHOTS=1 swift test --skip-build --filter "ManualTests|ReadmeTests|SchemaDocumentTests|CommandTests"

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BIOSTORE) "$(DESTDIR)$(PREFIX)/bin/biostore"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/biostore"

clean:
	rm -rf .build .build-merged demo.db demo.db-wal demo.db-shm
