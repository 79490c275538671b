# The first call sets up everything it needs: `make site` builds the edition, `make test` tests it.
# Requires Python 3.11 or newer, make and git; works with GNU Make 3.81 as well.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
NODE := $(VENV)/node
BUILDER := mkdocs
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := # an empty value lets Python cache bytecode even if the shell forbids it
export PYTHONPATH := hooks

.PHONY: help site publish serve check verify schema citation-styles anchors rename retire move test bench shots golden lint lock clean
.DELETE_ON_ERROR:

help: ## daftar perintah
	@grep -hE '^[a-z-]+:.*##' Makefile | sed 's/:.*## /	/' | expand -t 17

site: $(VENV)/.site ## membangun situs lengkap ke dalam site/ (BUILDER=properdocs: dengan pembangun lain)
	@$(BIN)/$(BUILDER) build --strict
	@$(BIN)/python -m edition check-build site

publish: $(VENV)/.site ## menyiapkan site/ untuk diterbitkan; menolak yang tanpa alamat atau memuat naskah asli
	@$(BIN)/python -m edition publish site

serve: $(VENV)/.site ## menyajikan situs dan memuat ulang saat berkas berubah
	@$(BIN)/python -m edition serve

check: $(VENV)/.site ## memeriksa data dan susunan halaman saja
	@$(BIN)/python -m edition check

verify: $(VENV)/.site ## membaca parafrasa di samping naskah asli: make verify CHAPTER=bab.txt
	@$(BIN)/python -m edition verify "$(CHAPTER)"

schema: $(VENV)/.site ## menulis ulang data/schema/
	@$(BIN)/python -m edition schema

citation-styles: $(VENV)/.test ## menulis ulang templat gaya kutipan: data/citation_templates.json
	@$(BIN)/python tests/csl/generate.py data tests/mini/data

anchors: $(VENV)/.site ## mendaftarkan jangkar baru di data/anchors.yml
	@$(BIN)/python -m edition anchors

rename: $(VENV)/.site ## mengganti nama halaman: make rename OLD=lama.md NEW=baru.md
	@$(BIN)/python -m edition rename "$(OLD)" "$(NEW)"

retire: $(VENV)/.site ## menonaktifkan jangkar: make retire ANCHOR=saran-a BY=saran-b
	@$(BIN)/python -m edition retire "$(ANCHOR)" --by "$(BY)"

move: $(VENV)/.site ## memindahkan blok: make move BLOCK=efforts PAGE=upaya.md
	@$(BIN)/python -m edition move "$(BLOCK)" "$(PAGE)"

test: $(VENV)/.test ## menjalankan semua uji, peramban termasuk
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python -m pytest

bench: site $(VENV)/.test ## mengukur pembangunan dan pencarian, juga dengan data berlipat
	@$(BIN)/python tests/bench/build_time.py
	@$(BIN)/python tests/bench/search_time.py
	@$(BIN)/python tests/bench/first_paint.py
	@$(BIN)/python tests/bench/nginx_load.py

shots: site $(VENV)/.test ## gambar semua halaman ke dalam shots/, untuk dilihat
	@$(BIN)/python tests/bench/screenshots.py

golden: $(VENV)/.test ## menerima keluaran edisi mini yang baru
	@$(BIN)/python -m pytest tests/golden --accept -n 0

lint: $(VENV)/.test ## ruff, mypy, tsc, dan oxlint
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(NODE)/node_modules/.bin/tsc --project docs/assets/js
	@$(BIN)/oxlint --deny-warnings docs/assets/js hooks

lock: $(VENV)/.test ## mengunci ulang requirements/*.txt
	@for name in site test; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	    --no-emit-index-url --custom-compile-command 'make lock' \
	    requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done
	@cd requirements && PATH="$(CURDIR)/$(BIN):$$PATH" npm update --save --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund

clean: ## menghapus semua hasil dan lingkungan
	@rm -rf site .site.* $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis shots
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.site: requirements/site.txt .ci/python
	@command -v git >/dev/null || { echo "git tidak ada: pasang git lalu ulangi"; exit 1; }
	@python=$$(sh .ci/python) && { [ -x $(BIN)/python ] || "$$python" -m venv $(VENV) >/dev/null 2>&1 \
	  || { rm -rf $(VENV); echo "modul venv tidak ada: di Debian atau Ubuntu, pasang python3-venv lalu ulangi"; exit 1; }; }
	@echo "Memasang paket situs (sekali saja) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	@touch $@

# Node is installed as a wheel. npm packages and the npm cache go into $(NODE), so nothing is written outside .venv.
$(VENV)/.test: $(VENV)/.site requirements/test.txt requirements/package-lock.json
	@echo "Memasang paket uji (sekali saja) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@mkdir -p $(NODE) && cp requirements/package.json requirements/package-lock.json $(NODE)
	@$(BIN)/npm ci --prefix $(NODE) --cache $(NODE)/cache --ignore-scripts --no-audit --no-fund --no-update-notifier --silent
	@touch $@
