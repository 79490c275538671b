"""Styles that put the footnotes of a page beside the text, where there is room: each at the height of its reference.

The footnotes stay where they are in the page, after the text, and browsers without CSS anchor positioning show them
there. The rules depend on the page, because each footnote needs the name of its own reference.
"""

from lxml import html

_REFERENCE = "//a[@class='footnote-ref'][@href=$target]"
_HIDDEN = "ancestor::*[self::details or contains(@class, 'tabbed-block')]"


def mark(page: html.HtmlElement) -> None:
    """Set the attribute ``data-beside`` of each footnote that can stand beside the text. Those to which collapsed text
    or a content tab refers cannot, because their references may be hidden.
    """
    for note in page.xpath("//*[@class='footnote']/ol/li[@id]"):
        references = page.xpath(_REFERENCE, target=f"#{note.get('id')}")
        if references and not references[0].xpath(_HIDDEN):
            note.set("data-beside", "")


def rules(page: html.HtmlElement) -> str:
    """Return the rules for the footnotes of a page as CSS; "" if it has none. A footnote begins beside its reference,
    but below the footnote before it, and below the editors' notes on the paragraph that refers to it.
    """
    texts = []
    for number, note in enumerate(page.xpath("//li[@data-beside]"), 1):
        [reference] = page.xpath(_REFERENCE, target=f"#{note.get('id')}")[:1]
        tops = [f"anchor(--reference-{number} top)"]
        tops += [f"anchor(--footnote-{number - 1} bottom)"] if number > 1 else []
        for paragraph in reference.xpath("ancestor::section[div[@class='notes']]"):
            tops.append(f"anchor(--notes-{number} bottom)")
            texts.append(f"#{paragraph.get('id')}>.notes>:last-child{{anchor-name:--notes-{number}}}")
        texts.append(f"{_by_id(reference.getparent())}{{anchor-name:--reference-{number}}}")
        texts.append(f"{_by_id(note)}{{anchor-name:--footnote-{number};top:max({','.join(tops)})}}")
    return f"@media screen and (min-width:76.25em){{{''.join(texts)}}}" if texts else ""


def _by_id(element: html.HtmlElement) -> str:
    """Return a selector for the id of an element; ids of footnotes have colons."""
    return f'[id="{element.get("id")}"]'
