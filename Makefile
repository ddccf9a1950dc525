# cachetutor: `make run` starts the tutor, `make test` runs every test.
# Both install what is missing first: Debian packages, by name, quietly when they are there.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build
.PHONY: build run test check bench lint lessons arrows packages clean help

# ncurses draws, cmark reads the lessons' Markdown, libyaml their front matter; tmux is the
# terminal of the end-to-end tests.
PACKAGES := libncurses-dev libcmark-dev libyaml-dev tmux
SWIFT := swift
BINARY := .build/release/cachetutor
STRICT := --explicit-target-dependency-import-check error

## run: start the tutor
run: build
	@exec $(BINARY)

## test: run every test
test: packages
	$(SWIFT) build -c release --product cachetutor $(STRICT)
	CACHETUTOR_RELEASE="$(CURDIR)/$(BINARY)" $(SWIFT) test --disable-xctest $(STRICT)

## build: make a release binary at .build/release/cachetutor
build: packages
	@$(SWIFT) build -c release --product cachetutor $(STRICT)

## check: what has to hold before a change lands, besides the tests
check: packages arrows lint lessons

arrows:
	$(SWIFT) build $(STRICT)

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests $(wildcard Benchmarks)

lessons: build
	$(BINARY) check lessons

## bench: print the measured numbers, as ratios where that says more
bench: packages
	$(SWIFT) build -c release --product Benchmarks
	.build/release/Benchmarks

packages:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing$$missing"; \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; \
	fi
	@command -v $(SWIFT) >/dev/null || { \
	  echo "cachetutor needs Swift 6.2 or newer: https://www.swift.org/install/linux/"; exit 1; }

clean:
	rm -rf .build

## help: list these commands
help:
	@sed -n 's/^## /  make /p' Makefile
