"""Output: a file with the checksums of the downloadable files. Pages that link these files also show checksums and
sizes.
"""

import hashlib

from edition.model.build_context import BuildContext
from edition.outputs import offline_zip, single_file
from edition.outputs.built_site import DOWNLOADS, BuiltSite

CHECKSUMS = f"{DOWNLOADS}/SHA256SUMS"
PATHS: tuple[str, ...] = (CHECKSUMS,)


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Return a map with one entry: the path and the content of the file with the checksums. Also insert checksums and
    sizes into the parsed pages, in the elements with ``data-digest-of`` or ``data-size-of``.
    """
    paths = sorted(build.copy_path(path) for path in (*offline_zip.PATHS, *single_file.PATHS))
    contents = {path.rpartition("/")[2]: (site.folder / path).read_bytes() for path in paths}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    for page in site.pages.values():
        for element in page.xpath("//*[@data-digest-of]"):
            element.text = digests[element.get("data-digest-of")]
        for element in page.xpath("//*[@data-size-of]"):
            element.text = f"{-(-len(contents[element.get('data-size-of')]) // 1000)} KB"
    return {CHECKSUMS: "".join(f"{digest}  {name}\n" for name, digest in digests.items()).encode()}
