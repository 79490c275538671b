"""The Content-Security-Policy of the pages: browsers may load and run only files of the site, or code whose digest is
listed. It is a meta element in each page, because offline copies are read without a server; servers may restrict more.
"""


def content_security_policy(scripts: str = "'self'", styles: str = "'self'", images: str = "'self' data:") -> str:
    """Return the policy with the given sources of scripts, styles and images. The default ``'self'`` also works under
    ``file:``; ``data:`` is for images in style sheets.
    """
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; "
        "base-uri 'none'; form-action 'none'"
    )
