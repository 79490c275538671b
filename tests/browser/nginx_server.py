"""A real nginx with the configuration of `deploy/`, on the loopback."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from conftest import ROOT

PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")
MODULES = Path("/etc/nginx/modules-enabled")
MAIN = """
{user}
include {modules}/*.conf;
daemon off;
worker_processes {workers};
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""


def ensure() -> str:
    """The program's path, after installing Debian's, as root, if need be. Raises RuntimeError that says what lacks."""
    if not _found() and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("Menyiapkan nginx: apt-get install", *PACKAGES, file=sys.stderr)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES]):
            subprocess.run(command, env=environment, capture_output=True, timeout=900, check=False)
    if found := _found():
        return found
    raise RuntimeError(f"nginx dengan modul brotli_static tidak ada; pada Debian: apt-get install {' '.join(PACKAGES)}")


def _found() -> str:
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return program or "" if [*MODULES.glob("*brotli-static.conf")] else ""


@contextmanager
def serving(site: Path, folder: Path, workers: int = 1) -> Iterator[str]:
    """Serve a site as `deploy/nginx.conf` says, but for its root and port; ``folder`` is for what nginx writes. Yields
    the address.
    """
    program, port = ensure(), _free_port()
    said = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    for line, own in (("listen 80;", f"listen 127.0.0.1:{port};"), ("root /var/www/kota-kembar;", f'root "{site}";')):
        assert said.count(line) == 1, line
        said = said.replace(line, own)
    (folder / "site.conf").write_text(said, encoding="utf-8")
    main = folder / "nginx.conf"
    # as root, its workers would be nobody, who may not read what the tests build
    user = "user root;" if getattr(os, "geteuid", lambda: 1)() == 0 else ""
    main.write_text(MAIN.format(user=user, folder=folder, modules=MODULES, workers=workers), encoding="utf-8")
    told = folder / "stderr"
    with told.open("w") as stderr:
        process = subprocess.Popen([program, "-c", str(main), "-e", str(folder / "error.log")], stderr=stderr)
    try:
        _wait(port, process, told)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _wait(port: int, process: "subprocess.Popen[bytes]", told: Path) -> None:
    """Until it answers; raises RuntimeError with what it said, if it ends instead."""
    while True:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.02)
            raise RuntimeError(told.read_text(encoding="utf-8"))
