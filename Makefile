# Each target is one command of `python -m scripts`; what it needs is installed first.
PYTHON ?= python3
RUN = .venv/bin/python

.PHONY: serve build test bench search-score search-scale check-links lock audit reproducible clean import scaffold figures status publish doctor

serve: .setup-site
	$(RUN) -m scripts serve

build: .setup-site
	$(RUN) -m scripts build

test: .setup-test
	$(RUN) -m scripts build
	$(RUN) -m pytest --numprocesses auto

bench: .setup-test
	$(RUN) -m scripts build
	$(RUN) -m benchmarks

# make search-score QUERIES=tests/search/queries.json [OFFICIAL=folder] [SHOW=1]
QUERIES ?= tests/search/queries.json
search-score: .setup-site
	@$(RUN) -m benchmarks.search_score $(QUERIES)

search-scale: .setup-site
	@$(RUN) -m benchmarks.search_scale

check-links: .setup-site
	$(RUN) -m scripts build
	$(RUN) -m scripts check-links

# An editor's way from a document to the site; SAY=kk, ru or en chooses the language of the answers.
EDITOR = $(RUN) -m scripts $@ $(if $(SAY),--in $(SAY))
import: .setup-site
	$(EDITOR) "$(SRC)" "$(CODE)"

scaffold: .setup-site
	$(EDITOR) "$(CODE)" --langs "$(or $(LANGS),kk$(COMMA)ru$(COMMA)en)"

figures: .setup-site
	$(EDITOR) "$(CODE)"

publish: .setup-site
	$(EDITOR) "$(CODE)"

status: .setup-site
	$(EDITOR) $(CODE)

doctor: .setup-site
	$(EDITOR) $(CODE)

COMMA = ,

# What the public databases know about the packages that are locked.
audit: .setup-site
	$(RUN) -m scripts.audit

# Builds twice and names every file that differs.
reproducible: .setup-site
	$(RUN) -m scripts.reproducible

# Rewrites both lock files from pyproject.toml and package.json.
lock: .setup-site
	.tools/uv/bin/uv lock
	.tools/uv/bin/uv export --quiet --format requirements-txt --all-groups --no-emit-project --no-header --no-annotate --output-file requirements.lock
	rm -rf node_modules package-lock.json  # with either there, npm would forget the other platforms
	npm install --package-lock-only --ignore-scripts
	rm -f benchmarks/npm/package-lock.json
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --prefix benchmarks/npm

clean:
	rm -rf site build .cache

.PHONY: .setup-site .setup-test
.setup-site:
	$(PYTHON) scripts/setup.py site
.setup-test:
	$(PYTHON) scripts/setup.py site test
