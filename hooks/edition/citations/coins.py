"""COinS: citations that are embedded in a page as query strings (OpenURL ContextObjects), for reference managers.

Zotero imports the genre "bookitem" as a book section. The section is the cited paragraph or record, the book is the
edition, and the author (``aucorp``) is the organization that publishes it. If a page has several ContextObjects, Zotero
lets the user choose among their titles. A page on which nothing can be cited separately has a ContextObject of the page
itself, because the other metadata formats of a page only allow persons as authors.
"""

from urllib.parse import quote, urlencode

from edition.citations.csl_items import CslItem

CONTEXT = {"ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:book"}


def context_object(item: CslItem, date: str, rights: str) -> str:
    """Return the citation ``item`` as a query string, for the ``title`` attribute of an element with the class
    ``Z3988``.

    ``date`` is an EDTF date (``2004``, ``2004-06-12``), ``rights`` the URL of the licence. If the item has no URL, its
    citation key is put into ``rft_dat``, a field for private data; a script in the browser then adds the URL as
    ``rft_id``.
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
