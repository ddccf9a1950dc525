# cachetutor: `make run` starts the tutor, `make test` runs every test.
# Both install what is missing first: Debian packages, by name, quietly when they are there.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build
.PHONY: build run test check bench fuzz sanitize lint lessons arrows packages portable install \
  uninstall deb clean help

# ncurses draws, cmark reads the lessons' Markdown, libyaml their front matter; zlib and zstd unpack
# traces; tmux is the terminal of the end-to-end tests.
PACKAGES := libncurses-dev libcmark-dev libyaml-dev zlib1g-dev libzstd-dev tmux
SWIFT := swift
BINARY := .build/release/cachetutor
# What is installed brings the Swift runtime with it: the machine that runs it needs no Swift.
PORTABLE := .build/portable
INSTALLED := $(PORTABLE)/release/cachetutor
# What `make fuzz` feeds, for how long each, and what it starts from besides Fuzz/Corpus.
FUZZ ?= commands listings lessons sessions
FUZZ_SECONDS ?= 60
# The suites that need neither a terminal nor other programs, and those in which threads run: the
# lab's in the program, and the one that reads traces ahead.
SANITIZED ?= ^(CacheEngine|Keyspace|Simulation|Tutor|Screen|Dashboard|LessonFiles|PolicyLab)Tests\.
THREADED ?= ^(PolicyLabTests\.|EndToEndTests\.(Simulate|CurveCommand|LabStop)Tests)
PREFIX ?= /usr/local
DESTDIR ?=
SHARE := $(DESTDIR)$(PREFIX)/share
# Where the shells look: zsh reads packages' completions and the administrator's in two places.
ZSH := $(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)
COMPLETIONS := $(SHARE)/bash-completion/completions/cachetutor \
  $(SHARE)/zsh/$(ZSH)/_cachetutor $(SHARE)/fish/vendor_completions.d/cachetutor.fish
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
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks Fuzz

lessons: build
	$(BINARY) check lessons --prove

## bench: print the measured numbers, as ratios where that says more
bench: packages
	$(SWIFT) build -c release --product cachetutor
	$(SWIFT) build -c release --product Benchmarks
	.build/release/Benchmarks

## fuzz: feed random input to commands, listings, lessons and sessions, FUZZ_SECONDS=60 each
fuzz: packages
	CACHETUTOR_FUZZ=1 $(SWIFT) build --product Fuzz --sanitize fuzzer --scratch-path .build/fuzz
	@for target in $(FUZZ); do \
	  case $$target in listings) seeds=lessons/patterns;; lessons) seeds=lessons;; \
	    sessions) seeds=Tests/EndToEndTests/Golden;; *) seeds=;; esac; \
	  mkdir -p .build/fuzz/corpus/$$target; \
	  echo "fuzz: $$target, $(FUZZ_SECONDS) s"; \
	  CACHETUTOR_FUZZ_TARGET=$$target .build/fuzz/debug/Fuzz -max_total_time=$(FUZZ_SECONDS) \
	    -timeout=20 -rss_limit_mb=4096 -max_len=4096 -dict=Fuzz/words.dict -verbosity=0 \
	    -print_final_stats=1 -artifact_prefix=.build/fuzz/$$target- .build/fuzz/corpus/$$target \
	    Fuzz/Corpus/$$target $$seeds \
	  || { echo "the input is kept, see above; again:" \
	    "CACHETUTOR_FUZZ_TARGET=$$target .build/fuzz/debug/Fuzz .build/fuzz/$$target-…"; exit 1; }; \
	done

## sanitize: run the modules' tests under the address sanitizer, those with threads under the other
# What globals hold looks lost to the leak finder: enums keep bits of their own in pointers. Under
# the other one programs are up to twenty times slower, so their tests wait for longer.
sanitize: packages
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --disable-xctest --sanitize address \
	  --scratch-path .build/address --filter '$(SANITIZED)'
	CACHETUTOR_SLOWNESS=20 $(SWIFT) test --disable-xctest --sanitize thread \
	  --scratch-path .build/thread --filter '$(THREADED)'

portable: packages
	$(SWIFT) build -c release --product cachetutor --static-swift-stdlib \
	  --scratch-path $(PORTABLE) -Xlinker -s $(STRICT)

## install: put program, lessons, manual and completions under PREFIX (/usr/local)
install: portable
	install -D -m 755 $(INSTALLED) $(DESTDIR)$(PREFIX)/bin/cachetutor
	rm -rf $(SHARE)/cachetutor/lessons
	install -d $(SHARE)/cachetutor $(SHARE)/man/man1 $(dir $(COMPLETIONS))
	cp -R lessons $(SHARE)/cachetutor/lessons
	chmod -R u=rwX,go=rX $(SHARE)/cachetutor
	$(INSTALLED) manual | gzip -9n | install -m 644 /dev/stdin $(SHARE)/man/man1/cachetutor.1.gz
	@for file in $(COMPLETIONS); do \
	  case $$file in */bash-*) shell=bash;; */zsh/*) shell=zsh;; *) shell=fish;; esac; \
	  $(INSTALLED) --generate-completion-script $$shell | install -m 644 /dev/stdin $$file; \
	done
	@case "$(DESTDIR)" in "") echo "installed: $(PREFIX)/bin/cachetutor";; esac

## uninstall: take away what install has put there
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/cachetutor $(SHARE)/man/man1/cachetutor.1.gz $(COMPLETIONS)
	rm -rf $(SHARE)/cachetutor
	@# Folders that are empty now go too, unless they are the system's own.
	@case "$(PREFIX)" in /usr|/usr/local) ;; *) \
	  cd $(DESTDIR)$(PREFIX) && rmdir -p --ignore-fail-on-non-empty bin \
	    $(patsubst $(DESTDIR)$(PREFIX)/%/,%,$(SHARE)/man/man1/ $(dir $(COMPLETIONS)));; \
	esac

## deb: make a Debian package in .build
deb: portable
	@rm -rf .build/deb
	@$(MAKE) --no-print-directory -o portable install PREFIX=/usr DESTDIR=.build/deb >/dev/null
	@install -D -m 644 LICENSE .build/deb/usr/share/doc/cachetutor/copyright
	@install -d -m 755 .build/deb/DEBIAN
	@version=$$($(INSTALLED) --version); architecture=$$(dpkg --print-architecture); \
	needs=$$(ldd $(INSTALLED) | awk '$$3 ~ /^\// { print $$3 }' | xargs -rn1 readlink -f \
	  | xargs -rn1 basename | while read -r file; do dpkg -S "*/$$file"; done \
	  | cut -d: -f1 | sort -u | paste -sd, | sed 's/,/, /g'); \
	size=$$(du -sk .build/deb/usr | cut -f1); \
	printf '%s\n' "Package: cachetutor" "Version: $$version" "Architecture: $$architecture" \
	  "Maintainer: the cachetutor authors <cachetutor@localhost>" "Section: education" \
	  "Priority: optional" "Depends: $$needs" "Installed-Size: $$size" \
	  "Description: learn caching by doing it, on a live cache cluster in your terminal" \
	  " What vimtutor is to vi, for caches: lessons that are done by typing commands to a" \
	  " cache engine inside the program, with every hit, eviction and stampede on screen." \
	  | install -m 644 /dev/stdin .build/deb/DEBIAN/control; \
	dpkg-deb --root-owner-group --build .build/deb \
	  .build/cachetutor_$${version}_$${architecture}.deb

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
