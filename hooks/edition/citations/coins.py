"""COinS: a citation as an OpenURL ContextObject (ANSI/NISO Z39.88-2004), embedded in a page for reference managers.

The format is "book" and the genre "bookitem": Zotero imports that as a book section with a corporate author
(``aucorp``), the edition as the book, and the anchor's address. If a page has several ContextObjects, Zotero lets the
user choose among their titles. A page without anchors has a ContextObject of the page itself, because the other
metadata formats of a page can only express persons as authors, not organizations.
"""

from urllib.parse import quote, urlencode

from edition.citations.csl_items import CslItem

CONTEXT = {"ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:book"}


def context_object(item: CslItem, date: str, rights: str) -> str:
    """Return the item as a URL-encoded query string, for the ``title`` attribute of an element of the class ``Z3988``.

    ``date`` is an EDTF date in any precision, ``rights`` the URL of the licence. If the item has no URL, ``rft_dat``
    (a field for private data) has the item's citation key; from the key, a script in the browser adds ``rft_id``.
    """
    container = item.get("container-title")
    titles = {"rft.atitle": item["title"], "rft.btitle": container} if container else {"rft.btitle": item["title"]}
    fields = {
        **CONTEXT,
        "rft.genre": "bookitem" if container else "book",
        **titles,
        "rft.aucorp": item["author"][0]["literal"],
        "rft.date": date,
        "rft.language": item["language"],
        "rft.rights": rights,
        **({"rft_id": item["URL"]} if "URL" in item else {"rft_dat": item["id"]}),
    }
    return urlencode(fields, safe="", quote_via=quote)
