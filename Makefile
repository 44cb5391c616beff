# make play | make test | make install PREFIX=… | make bench [CARD=1] | make language-report | make format | make lint
PREFIX ?= /usr/local
RELEASE := .build/release
# The public sets that the language report measures on; what they are stands in scoring/README.md.
DATA ?= ../shared/data
SCENARIO ?= late-birthday-parcel
# The sentence encoder's C is fifty times slower without optimisation, also under test.
TEST_FLAGS := -Xcc -O2
RELEASE_FLAGS := -c release --static-swift-stdlib

.PHONY: play test install build bench language-report format lint setup clean

play: build ## build what is missing and start a bundled scenario
	@$(RELEASE)/touchpoint play $(SCENARIO) || case $$? in 1 | 130) ;; *) exit 2 ;; esac

test: export OPTIMISE_LANGUAGE := 1
test: setup lint ## everything that must hold, on any machine
	swift build --build-tests $(TEST_FLAGS)
	sh .ci/tests swift test --skip-build $(TEST_FLAGS)

build: setup
	swift build $(RELEASE_FLAGS) --product touchpoint

install: build ## binary, scenarios and scoring data where the binary finds them from any folder
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/touchpoint"
	install -m 755 $(RELEASE)/touchpoint "$(DESTDIR)$(PREFIX)/bin/touchpoint"
	strip "$(DESTDIR)$(PREFIX)/bin/touchpoint"
	rm -rf "$(DESTDIR)$(PREFIX)/share/touchpoint/scenarios" "$(DESTDIR)$(PREFIX)/share/touchpoint/scoring"
	cp -R scenarios scoring "$(DESTDIR)$(PREFIX)/share/touchpoint/"
	@echo "installed: $(PREFIX)/bin/touchpoint (start with: touchpoint)"

bench: setup ## figures beside a peer in the same run; never a test; CARD=1: kept in scoring/README.md
	swift build $(RELEASE_FLAGS) --product touchpoint
	swift build $(RELEASE_FLAGS) --product touchpoint-bench
	$(if $(CARD),python3 scoring/build/report/bench.py --program )$(RELEASE)/touchpoint-bench

language-report: setup ## every figure of the language model, into scoring/README.md; QUICK=1: one seed, printed only
	swift build $(RELEASE_FLAGS) --product touchpoint
	swift build $(RELEASE_FLAGS) --product language-lab
	python3 scoring/build/report/report.py --data "$(DATA)" $(if $(QUICK),--quick)

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

setup:
	@sh .ci/setup

clean:
	rm -rf .build
