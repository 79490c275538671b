"""COinS: citations inside HTML pages, which reference managers such as Zotero read. Each is a query string (an OpenURL
ContextObject) in the ``title`` attribute of an element.

The format is Dublin Core, because no other one has web pages: Zotero imports the type "webpage" as what the citation
files say. The title is that of the cited paragraph or record, the source is the edition, and the author is the
organization that publishes it. Zotero reads ``rft.aucorp`` in every format; it would divide ``rft.creator`` into given
and family name. If a page has several ContextObjects, Zotero lets the user choose among their titles. A page without
paragraphs or records to cite has one ContextObject, for the page itself: the other metadata formats of a page cannot
express that the author is an organization.
"""

from urllib.parse import quote, urlencode

from edition.citations.csl_items import CslItem

CONTEXT = {"ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc", "rft.type": "webpage"}


def context_object(item: CslItem, date: str, rights: str) -> str:
    """Return a citation of ``item`` in COinS format: a query string for the ``title`` attribute of an element with the
    class ``Z3988``, which reference managers read.

    ``date`` is an EDTF date (``2004``, ``2004-06-12``), ``rights`` the URL of the licence. If the item has no URL, its
    citation key is put into ``rft_dat``, a field for private data; a script in the browser adds the URL later, as
    ``rft_id``.
    """
    fields = {
        **CONTEXT,
        "rft.title": item["title"],
        **({"rft.source": item["container-title"]} if "container-title" in item else {}),
        "rft.aucorp": item["author"][0]["literal"],
        "rft.date": date,
        "rft.language": item["language"],
        "rft.rights": rights,
        **({"rft_id": item["URL"]} if "URL" in item else {"rft_dat": item["id"]}),
    }
    return urlencode(fields, safe="", quote_via=quote)
