"""The rules that show footnotes in the margin."""

from lxml import html

from edition.rendering import footnote_styles

ODD = '"]{}</style>'


def page(reference: str, name: str = "satu") -> html.HtmlElement:
    """Return a page with a footnote; ``reference`` is the text in which ``REF`` stands for the reference to it."""
    document = html.document_fromstring(
        f"<body><article>{reference.replace('REF', '<sup><a class=footnote-ref></a></sup>')}"
        "<div class=footnote><ol><li>Catatan.</li></ol></div></article></body>"
    )
    [link], [note] = document.xpath("//a"), document.xpath("//li")
    link.set("href", f"#fn:{name}")
    link.getparent().set("id", f"fnref:{name}")
    note.set("id", f"fn:{name}")
    footnote_styles.mark(document)
    return document


def test_a_footnote_is_level_with_its_reference() -> None:
    assert footnote_styles.rules(page("<p>aREF</p>")) == (
        "@media screen and (min-width:76.25em){"
        '[id="fnref:satu"]{anchor-name:--reference-1}'
        '[id="fn:satu"]{anchor-name:--footnote-1;top:max(anchor(--reference-1 top))}}'
    )


def test_it_is_below_the_editors_notes_on_the_same_paragraph() -> None:
    rules = footnote_styles.rules(page("<section id=vi-1-p1><p>aREF</p><div class=notes><p>b</p></div></section>"))
    assert "#vi-1-p1>.notes>.notes-beside>:last-child{anchor-name:--notes-1}" in rules
    assert "top:max(anchor(--reference-1 top),anchor(--notes-1 bottom))" in rules


def test_a_footnote_whose_reference_may_be_hidden_stays_below_the_text() -> None:
    for hidden in ("<details><p>aREF</p></details>", "<div class=tabbed-block><p>aREF</p></div>"):
        assert footnote_styles.rules(page(hidden)) == ""


def test_no_label_of_a_footnote_ends_the_selector_or_the_style_element() -> None:
    rules = footnote_styles.rules(page("<p>aREF</p>", ODD))
    assert "<" not in rules
    assert rules.count('[id="fn:\\"]{}\\3c /style>"]') == 1
