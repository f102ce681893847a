# The two commands of the README, and the set-up that both need.

SWIFT ?= swift
ARGUMENTS ?=
PACKAGES = libedit-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev zlib1g-dev \
  libzip-dev libjansson-dev libpng-dev libturbojpeg0-dev libgif-dev libwebp-dev libcurl4-openssl-dev libssl-dev \
  libzmq3-dev pkg-config
INSTALLED = dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed'
AS_ROOT = $(if $(filter 0,$(shell id -u)),,sudo)

# The laws that have a long form, and the suites that ask them.
LONG_LAWS = InterruptedSession|FuzzedInput|FuzzedPath|StrangerTests|SavedFiles|JournalLaw|KilledSavesLaw
LONG_LAWS := $(LONG_LAWS)|WholePicture|MutatedFileTests|ConnectionFileTests|MessageWireTests|CheckTests/lessons
# Tests are built without what a debugger reads, and in two batches a room: a third sooner.
TESTING = -Xswiftc -gnone -Xswiftc -driver-batch-size-limit -Xswiftc 100
# What `make fuzz` tries, and for how long: make fuzz TARGET=tables MINUTES=10
TARGET ?= lines
MINUTES ?= 10
FUZZ_CORPUS = Tests/SessionTests/Transcripts Tests/SessionTests/Checklist lessons

.PHONY: run test test-long arrows fuzz engines wheel deb packages keras pages formats kernel students setup

# Installs what is missing, builds in release and starts the notebook: make run ARGUMENTS="learn"
run: setup
	$(SWIFT) build -c release --product overfit
	@.build/release/overfit $(ARGUMENTS)

# Installs what is missing and runs all tests, the lessons among them.
test: setup
	$(SWIFT) test $(TESTING)

# The laws at their full numbers, in some minutes: of the program that OVERFIT_PROGRAM names, else of the one
# that is built with the tests.
test-long: setup
	OVERFIT_LONG=1 $(SWIFT) test $(TESTING) --filter '$(LONG_LAWS)'

# The arrows between the rooms: a target imports only what Package.swift says.
arrows: setup
	$(SWIFT) build $(TESTING) --build-tests --explicit-target-dependency-import-check error

# Tries inputs that are made from what is in the tests, led by the code that they reach: what breaks
# something is written into the folder in which it runs, as libFuzzer does it.
fuzz: setup
	$(SWIFT) build -c release --scratch-path .build/fuzz --product fuzz -Xswiftc -sanitize=fuzzer
	.build/fuzz/release/fuzz $(TARGET) --corpus .build/fuzz/corpus/$(TARGET) $(FUZZ_CORPUS)
	.build/fuzz/release/fuzz $(TARGET) -max_total_time=$$(($(MINUTES) * 60)) -max_len=100000 -timeout=10 \
	  .build/fuzz/corpus/$(TARGET)

# Checks the Python package with the tools that it drives, in environments outside the checkout.
engines:
	engines/run

# Makes what students install: a wheel for pip, and a package for Debian; both lie in dist.
wheel deb: setup
	$(SWIFT) build -c release --product overfit
	packaging/$@ .build/release/overfit dist

# Installs both where nothing of this checkout is, and uses them.
packages:
	Tests/Packages/run --install
# Takes networks to Keras and ONNX Runtime and back, with those programs themselves.
keras:
	Tests/KerasFiles/run
# Publishes the lessons and looks at the pages in a browser, with tools outside the checkout.
pages:
	Tests/Pages/run
# Asks whether what --format json and Vega-Lite get is what its schema and its program want.
formats:
	Tests/Formats/run
# Tries the kernel with Jupyter's own programs, JupyterLab in a browser among them.
kernel:
	Tests/Kernel/run
# Does what a student does from the first minute, from pip to Keras.
students:
	Tests/Students/run

setup:
	@if command -v apt-get >/dev/null; then \
	  missing=""; \
	  for package in $(PACKAGES); do $(INSTALLED) || missing="$$missing $$package"; done; \
	  if [ -n "$$missing" ]; then \
	    echo "installing$$missing"; \
	    $(AS_ROOT) apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive $(AS_ROOT) apt-get install -y -qq $$missing >/dev/null; \
	  fi; \
	fi
