"""The Content-Security-Policy of the pages: browsers may only load and run files of the site, or inline code whose
digest the policy lists. The policy is in a meta element, because offline copies are read without a server.
"""

import base64
import hashlib


def content_security_policy(scripts: str = "'self'", styles: str = "'self'", images: str = "'self' data:") -> str:
    """Return the policy. Each argument lists the sources that it allows, such as ``'self'`` or digests. ``'self'`` also
    works for pages opened from ``file:``; ``data:`` allows the images that style sheets contain.
    """
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """Return the source expression that allows an inline script or style with this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def with_style(policy: str, text: str) -> str:
    """Return a policy that also allows an inline style with this text."""
    return policy.replace("style-src", f"style-src {digest(text)}")
