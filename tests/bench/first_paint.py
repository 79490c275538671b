"""Measure the first contentful paint on a phone with a slow connection, against plain Material with the same text.
Run by `make bench`; not a test, because the figures vary.

The Material site is built from our own pages with the pinned package, without our hook and templates. Each load has an
empty cache and is served over HTTP with compression. The two sites alternate, so other load affects both.
"""

import gzip
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import html
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import launched  # noqa: E402 (after sys.path)
from browser.http_server import QuietHandler, serve  # noqa: E402
from conftest import copy_of  # noqa: E402

PAGE = "kesimpulan/"
PAIRS = 15
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}  # slow 4G
SLOWER = 4  # CPU throttling factor
_OURS = re.compile(r"^(?:hooks|watch|exclude_docs):.*\n(?: .*\n)+|^plugins:.*\n|^ +custom_dir:.*\n", re.MULTILINE)
FIRST_PAINT = """() => new Promise((resolve) => {
  const told = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  if (told()) resolve(told());
  else new PerformanceObserver(() => told() && resolve(told())).observe({ type: "paint", buffered: true });
})"""


class _CompressingHandler(QuietHandler):
    def do_GET(self) -> None:  # noqa: N802 (name set by http.server)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def build_material_site(folder: Path) -> Path:
    """Build plain Material with the text of our built pages; return the folder of the site."""
    plain = copy_of(ROOT, folder / "plain")
    config = plain / "mkdocs.yml"
    config.write_text(_OURS.sub("", config.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (plain / "docs").glob("*.md"):
        address = "" if path.stem == "index" else path.stem
        [article] = html.parse(ROOT / "site" / address / "index.html").xpath("//article")
        path.write_text(html.tostring(article, encoding="unicode", with_tail=False), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(folder / "site")]
    subprocess.run(command, cwd=plain, check=True, capture_output=True)
    return folder / "site"


def measure_first_paint(browser: Browser, address: str) -> tuple[float, int, int]:
    """Return the milliseconds until the first paint, the number of requests, and the bytes transferred."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    painted: float = page.evaluate(FIRST_PAINT)
    context.close()
    return painted, len(sizes), int(sum(sizes))


def main() -> None:
    """Print the figures of both sites and their ratio. Requires a built site."""
    with (
        tempfile.TemporaryDirectory() as folder,
        launched() as browser,
        serve(ROOT / "site", _CompressingHandler) as edition_url,
        serve(build_material_site(Path(folder)), _CompressingHandler) as material_url,
    ):
        urls = (f"{edition_url}{PAGE}", f"{material_url}{PAGE}")
        rows = [[measure_first_paint(browser, url) for url in urls] for _ in range(PAIRS + 1)][1:]
    for name, column in zip(("this site", "Material"), zip(*rows, strict=True), strict=True):
        times = [row[0] for row in column]
        summary = f"{min(times):.0f} to {max(times):.0f} ms, median {statistics.median(times):.0f}"
        print(f"first paint of {PAGE} on slow 4G, processor ÷ {SLOWER}: {name}: {summary};", end=" ")
        print(f"{column[0][1]} requests, {column[0][2]} bytes with headers")
    ratios = sorted(edition[0] / material[0] for edition, material in rows)
    print(f"{PAIRS} pairs: {ratios[0]:.2f} to {ratios[-1]:.2f} times as long, median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
