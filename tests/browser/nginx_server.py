"""A local nginx server with the configuration in ``deploy/``."""

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
    """Return the path of nginx; as root on Debian, install it if necessary. Raises RuntimeError if there is none."""
    if not _find_nginx() and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("Menyiapkan nginx: apt-get install", *PACKAGES, file=sys.stderr)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES]):
            subprocess.run(command, env=environment, capture_output=True, timeout=900, check=False)
    if program := _find_nginx():
        return program
    raise RuntimeError(f"nginx dengan modul brotli_static tidak ada; pada Debian: apt-get install {' '.join(PACKAGES)}")


def _find_nginx() -> str:
    """Return the path of an nginx that has the module brotli_static; empty if there is none."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return program or "" if [*MODULES.glob("*brotli-static.conf")] else ""


@contextmanager
def serving(site: Path, folder: Path, workers: int = 1) -> Iterator[str]:
    """Serve a site with ``deploy/nginx.conf``, except for the root and the port; yield the URL. ``folder`` receives
    the files that nginx writes.
    """
    program, port = ensure(), _free_port()
    config = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    for line, own in (("listen 80;", f"listen 127.0.0.1:{port};"), ("root /var/www/kota-kembar;", f'root "{site}";')):
        assert config.count(line) == 1, line
        config = config.replace(line, own)
    (folder / "site.conf").write_text(config, encoding="utf-8")
    main = folder / "nginx.conf"
    # started as root, nginx runs its workers as nobody, who may not read the site that the tests build
    user = "user root;" if getattr(os, "geteuid", lambda: 1)() == 0 else ""
    main.write_text(MAIN.format(user=user, folder=folder, modules=MODULES, workers=workers), encoding="utf-8")
    stderr_path = folder / "stderr"
    with stderr_path.open("w") as stderr:
        process = subprocess.Popen([program, "-c", str(main), "-e", str(folder / "error.log")], stderr=stderr)
    try:
        _wait(port, process, stderr_path)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    """Return a free TCP port on the loopback interface."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port: int = server.getsockname()[1]
        return port


def _wait(port: int, process: "subprocess.Popen[bytes]", stderr_path: Path) -> None:
    """Wait until nginx accepts connections. If it exits, raise RuntimeError with its error output."""
    while True:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.02)
            raise RuntimeError(stderr_path.read_text(encoding="utf-8"))
