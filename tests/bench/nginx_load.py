"""Measure the load that one nginx with `deploy/nginx.conf` can serve. Run by `make bench`; not a test, because the
figures vary. Requires nginx and wrk (Debian: `apt-get install wrk`); without them it prints a message.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser import nginx_server  # noqa: E402 (after sys.path)
from conftest import ADDRESS, build, run_cli  # noqa: E402

SECONDS, CONNECTIONS = 60, 64
PATHS = ("kesimpulan/", "sitasi/")


def main() -> None:
    """Print the measurements of wrk for each page."""
    wrk = shutil.which("wrk")
    try:
        nginx_server.ensure()
    except RuntimeError as error:
        print(error)
        return
    if not wrk:
        print("wrk tidak ada; pada Debian: apt-get install wrk")
        return
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        build(ROOT, site, SITE_URL=ADDRESS).check_returncode()
        run_cli(ROOT, "publish", str(site)).check_returncode()
        folder = Path(name) / "nginx"
        folder.mkdir()
        with nginx_server.serving(site, folder, workers=os.cpu_count() or 1) as url:
            for path in PATHS:
                print(summarise(path, run_wrk(wrk, url + path)), flush=True)


def run_wrk(wrk: str, url: str) -> str:
    command = [
        wrk,
        "-t",
        "2",
        "-c",
        str(CONNECTIONS),
        "-d",
        f"{SECONDS}s",
        "--latency",
        "-H",
        "Accept-Encoding: br",
        url,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def summarise(path: str, report: str) -> str:
    """Return wrk's report as one line, with its errors if there are any."""
    rate, half, most = (re.findall(rf"{key}\s+(\S+)", report)[0] for key in ("Requests/sec:", "50%", "99%"))
    errors = re.findall(r"(?:Socket errors|Non-2xx).*", report)
    return (
        f"nginx, {SECONDS} s of {CONNECTIONS} connections, {path}: {rate} requests a second, "
        f"median {half}, p99 {most}, {' '.join(errors) or 'no error'}"
    )


if __name__ == "__main__":
    main()
