"""The file by which a browser learns to search this site from its address bar."""

from html import escape


def opensearch(name: str, base: str) -> str:
    """Return the OpenSearch description of the site at `base`; the page of results reads `?q=`."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(name)}</ShortName>\n"
        "<Description>Tìm đơn vị, địa phương, chỉ tiêu, văn bản về xã hội học tập</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Image height="32" width="32" type="image/png">{escape(base)}assets/img/favicon-32.png</Image>\n'
        f'<Url type="text/html" template="{escape(base)}tim/?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
