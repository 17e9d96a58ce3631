"""The folders of pages that are made from the rows of a table: the one list of them, for checks and for views."""

# Table → folder of its pages, which is the first word of their addresses. Published: a folder never changes.
FOLDERS = {
    "units": "don-vi",
    "areas": "dia-phuong",
    "indicators": "chi-tieu",
    "campaigns": "phong-trao",
    "documents": "van-ban",
    "sources": "nguon",
    "titles": "danh-hieu",
}
TABLE_OF = {folder: table for table, folder in FOLDERS.items()}
