"""COinS: a citation as an OpenURL ContextObject (ANSI/NISO Z39.88-2004) in a page, for reference managers.

The format is that of a book, the genre that of an item of it: Zotero makes a section of it, by one body (``aucorp``),
in the edition, at the anchor's address; and where a page has several, lets choose among them by their titles. Where a
page has none, the page itself is told so, since embedded metadata know no bodies, only persons.
"""

from urllib.parse import quote, urlencode

from edition.citations.csl_items import CslItem

CONTEXT = {"ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:book"}


def context_object(item: CslItem, date: str, rights: str) -> str:
    """The item in keys and encoded values, as the ``title`` of an element of the class ``Z3988`` has it. ``date`` is an
    EDTF date, as exact as it is known; ``rights`` the address of the licence. ``rft_id`` is absent where no address is
    known; a script fills it in by the private ``rft_dat``, the key of the item.
    """
    within = item.get("container-title")
    titles = {"rft.atitle": item["title"], "rft.btitle": within} if within else {"rft.btitle": item["title"]}
    fields = {
        **CONTEXT,
        "rft.genre": "bookitem" if within else "book",
        **titles,
        "rft.aucorp": item["author"][0]["literal"],
        "rft.date": date,
        "rft.language": item["language"],
        "rft.rights": rights,
        **({"rft_id": item["URL"]} if "URL" in item else {"rft_dat": item["id"]}),
    }
    return urlencode(fields, safe="", quote_via=quote)
