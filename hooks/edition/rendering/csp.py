"""The Content-Security-Policy of the pages: browsers may only load and run files of the site, or inline code whose
digest the policy lists. The policy is in a meta element, because offline copies are read without a server.
"""


def content_security_policy(scripts: str = "'self'", styles: str = "'self'", images: str = "'self' data:") -> str:
    """Return the policy. Each argument lists the sources that it allows, such as ``'self'`` or digests. ``'self'`` also
    works for pages opened from ``file:``; ``data:`` allows the images that style sheets contain.
    """
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; "
        "base-uri 'none'; form-action 'none'"
    )
