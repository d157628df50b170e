# The few verbs of this project. `make run` and `make test` install what they
# need on a Debian machine, as root or as a user with sudo.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VERSION := $(shell sed -n 's/.*"productVersion": "\(.*\)".*/\1/p' wails.json)
GO_BUILD := go build -trimpath -buildvcs=false
GO_LINK := -s -w -X main.version=$(VERSION)
# The window: no devtools, no debug; WebKitGTK 4.1 is what Debian 12 ships.
WINDOW_TAGS := desktop,production,webkit2_41

BIN := build/bin
OUT := out
NODE_STAMP := frontend/node_modules/.installed
SCREEN_SOURCES := $(shell find frontend docs/huong-dan-su-dung -type f \
	-not -path 'frontend/node_modules/*' -not -path 'frontend/dist/*' -not -path 'frontend/packed/*' -not -path 'frontend/test-results/*' 2>/dev/null)
GO_SOURCES := $(shell find . -path ./frontend -prune -o -path ./out -prune -o -path ./build/.tools -prune -o \
	-type f \( -name '*.go' -o -name '*.sql' -o -name '*.js' \) -print) go.mod go.sum

# What install.sh could not take from Debian lies here; Go passes over folders whose names begin with a dot.
export PATH := $(CURDIR)/build/.tools/go/bin:$(CURDIR)/build/.tools/node/node_modules/.bin:$(PATH)

# Real unit lists may lie beside the project; tests use them where they are
# and make their own where they are not.
ifneq ($(wildcard ../shared/data),)
export CAUNOI_DATA_SETS ?= $(abspath ../shared/data)
endif

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: run
run: install-run build ## install, build, open the window on the sample office (or its preview where there is no display)
	@build/scripts/run.sh

.PHONY: test
test: install-test build ## install, then every test: Go, TypeScript, browser stories, the real window
	@build/scripts/test.sh

.PHONY: test-days
test-days: install-test ## what rests on the day, on more than forty days: month ends, Tết, leap days, other years
	@build/scripts/test-days.sh

.PHONY: install-run install-test install-windows install-bench install-bare
install-run install-test install-windows install-bench install-bare: install-%:
	@build/scripts/install.sh $*

.PHONY: build
build: $(BIN)/caunoi $(BIN)/caunoi-cli $(BIN)/preview ## the window and the command line → build/bin

.PHONY: frontend
frontend: frontend/packed/screens.zip ## the screens → frontend/dist, and packed for the window

$(NODE_STAMP): frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --ignore-scripts --no-audit --no-fund
	touch $@

frontend/dist/index.html: $(NODE_STAMP) $(SCREEN_SOURCES)
	cd frontend && npm run --silent build
	touch frontend/dist/.gitkeep $@

frontend/packed/screens.zip: frontend/dist/index.html $(wildcard build/pack/*.go)
	go run ./build/pack frontend/dist $@

$(BIN)/caunoi: frontend/packed/screens.zip $(GO_SOURCES) wails.json
	CGO_ENABLED=1 $(GO_BUILD) -tags $(WINDOW_TAGS) -ldflags '$(GO_LINK)' -o $@ .

$(BIN)/caunoi-cli: $(GO_SOURCES) wails.json
	CGO_ENABLED=0 $(GO_BUILD) -ldflags '$(GO_LINK)' -o $@ ./backend/cli

$(BIN)/preview: $(GO_SOURCES) wails.json
	CGO_ENABLED=0 $(GO_BUILD) -ldflags '$(GO_LINK)' -o $@ ./backend/preview

.PHONY: bindings
bindings: ## write frontend/wailsjs from the Go methods the window binds
	@build/scripts/bindings.sh

.PHONY: lint
lint: install-test frontend ## format, vet, linters, types, unchanged bindings, rules of a release
	@build/scripts/lint.sh

.PHONY: windows
windows: install-windows frontend ## the Windows program and its installer → build/bin
	@build/scripts/windows.sh

.PHONY: demo
demo: $(BIN)/caunoi-cli ## every report of the sample office → out/
	@build/scripts/demo.sh

.PHONY: bench
bench: install-bench $(BIN)/caunoi-cli $(BIN)/preview ## each speed goal with its peer or floor, measured in this run
	@build/scripts/bench.sh

.PHONY: mutate
mutate: ## put small faults into the rooms and count which ones their tests notice: EACH faults a room (0 is all), SAMPLE, ROOMS
	go run ./build/mutate -each $(or $(EACH),60) -sample $(or $(SAMPLE),1) $(ROOMS)

.PHONY: screenshots
screenshots: install-test build ## pictures of the screens and a printed page → out/screenshots
	@build/scripts/screenshots.sh

.PHONY: bare
bare: install-bare ## make run and make test in a Debian with nothing installed, as root → out/bare
	@build/scripts/bare.sh

.PHONY: clean
clean: ## remove everything that was built; installed packages and the sample office stay
	rm -rf $(BIN) build/.tools frontend/node_modules frontend/test-results $(OUT)
	find frontend/dist frontend/packed -mindepth 1 -not -name .gitkeep -delete
