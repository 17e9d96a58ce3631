"""Codes that the program names, each once. The table `codes` says what they mean; a test compares the two."""

# Levels of areas, units and tiers.
COUNTRY, PROVINCE, DISTRICT, COMMUNE = "quoc-gia", "tinh", "huyen", "xa"
DISTRICT_AND_PROVINCE = "huyen-tinh"
# Level of a unit of the whole country.
CENTRAL = "trung-uong"
# And of a unit that is of no area: a school, a hospital, an enterprise.
NO_LEVEL = "khac"
# Kinds of unit: an area itself, and its association for the promotion of learning.
AREA_UNIT, ASSOCIATION = "dia-ban", "hoi-khuyen-hoc"
# And a body of the Party: an organisation of members with an office of its own.
PARTY = "to-chuc-dang"
FUND = "quy"
# All who work at something in a place: the teachers of the country.
WORKFORCE = "doi-ngu"
