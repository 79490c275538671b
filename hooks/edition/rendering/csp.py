"""What a page lets a browser load and run (Content-Security-Policy): the files of the site, or what is named by its
digest, and nothing else, from nowhere else. It stands in the pages, since copies are read without a server; a server
may say more.
"""


def content_security_policy(scripts: str = "'self'", styles: str = "'self'", images: str = "'self' data:") -> str:
    """The policy, with sources of scripts, styles and images; pages of the site take theirs from beside them, also
    under ``file:``. Images in styles are data.
    """
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; "
        "base-uri 'none'; form-action 'none'"
    )
