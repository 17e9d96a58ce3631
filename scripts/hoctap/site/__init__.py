"""From a clean catalog to a finished folder: MkDocs, stamping, downloads, search index, sitemap, manifest.

Everything is made in a folder of its own beside the site and switched at the end, so whoever looks at the
site sees the whole old one or the whole new one. Importing this room alone loads none of it.
"""
