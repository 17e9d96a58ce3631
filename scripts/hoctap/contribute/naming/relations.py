"""What the concepts of the vocabulary say of each other: implied, said together, parts of what is counted."""

from collections.abc import Set as AbstractSet

# A concept that makes weaker ones beside it superfluous: «gia đình đạt Gia đình học tập», «hỗ trợ học sinh nghèo».
# Beside any other these narrow («học sinh nghèo» are not all pupils), so their words cannot be among those ignored.
_OF_TITLES = {"learning-title", "learning-model", "qualified"}
IMPLIED = {
    "learning-family": {"family", "household"} | _OF_TITLES,
    "studious-family": {"family", "household"} | _OF_TITLES,
    "learning-clan": {"clan"} | _OF_TITLES,
    "studious-clan": {"clan"} | _OF_TITLES,
    "learning-community": {"community"} | _OF_TITLES,
    "learning-unit": {"agency"} | _OF_TITLES,
    "learning-citizen": {"person"} | _OF_TITLES,
    "clc": {"agency", "?tt"},
    "of-registered": {"registered"},
    "per-capita": {"person", "average"},
    "one-award": {"average", "award-unit"},
    "phd": {"postgraduate", "certified"},
    "master": {"postgraduate", "certified"},
    "it-level-a": {"it", "certified"},
    "it-level-b": {"it", "certified"},
    "workforce-certified": {"trained"},
    "recognised": {"assessed"},
    "rated-fair": {"assessed", "graded"},
    "rate": {"assessed", "founded"},
    "reward": {"exemplary", "needy", "achievement"},
    "medal": {"reward"},
    **{strong: {"equipped", "given", "spent", "it-topic"} for strong in ("document-system", "email", "lan")},
    "life-skill": {"equipped"},
    "digital-school": {"it-topic"},
    "computer": {"equipped", "needy", "it-topic", "supported"},
    "literate": {"person", "literacy", "qualified", "population"},
    "each-day": {"average"},
    "wage-days": {"contributed", "donated", "member", "staff", "person", "?năm"},
    "boarding": {"hard-area", "pupil", "raised"},
    "children-works": {"youth-union", "completed"},
    "moral-example": {"raised", "?cuộc", "party-member"},
    "received": {"central-association"},
    "donated": {"donor"},
    "trained": {"association-staff"},
    "party-member": {"party", "party-body"},
    "party-org": {"party", "party-body"},
    "party-committee": {"party", "party-body"},
    # a certificate, and who graduated, where it is said of what
    **{strong: {"certified"} for strong in ("foreign-language", "it", "political")},
    "state-management": {"certified", "through"},
    **{strong: {"certified", "graduated"} for strong in ("bachelor", "college", "vocational")},
    # what is done for pupils is done for those in need; of all the pupils they are a part
    **{strong: {"needy"} for strong in ("supported", "scholarship", "given", "gift", "award-unit")},
    **{strong: {"needy"} for strong in ("fund", "piggy-bank", "returned")},
    "dropout": {"needy", "raised"},
    "bicycle": {"needy", "supported"},
}
# What tables count: before one of these «TS» is the total.
COUNTED = frozenset(
    {"family", "household", "clan", "village", "community", "commune", "agency", "school", "branch", "group", "course"}
    | {"committee", "association", "member", "person", "staff", "teacher", "pupil", "student", "learner", "turn", "clc"}
    | {"party-member", "union-member", "learning-family", "learning-clan", "learning-community", "learning-unit"}
    | {"learning-citizen", "studious-family", "studious-clan", "studious-community", "scholarship", "award-unit"}
    | {"gift", "bicycle", "computer", "money", "fund", "collective", "party-org"}
)
# Who or what a figure is of: those of one line may stand for each other, those of two never.
PEOPLE = frozenset(
    {"staff", "person", "teacher", "member", "pupil", "child", "student", "party-member", "union-member"}
)
HOUSEHOLDS = frozenset({"household", "family", "learning-family", "studious-family"})
PLACES_AND_BODIES = frozenset({"agency", "company", "school", "village", "commune", "learning-unit"})
# What concepts say together beside themselves: «TTHTCĐ / Lượt người» are those who learn there.
TOGETHER = {
    frozenset({"clc", "turn"}): "learner",
    frozenset({"reward-paper", "given"}): "reward",
    frozenset({"reward-paper", "received", "person"}): "reward",
    frozenset({"boarding", "raised"}): "supported",
    frozenset({"moral-example", "turn"}): "learner",
    frozenset({"one-award"}): "money",
    frozenset({"party", "new"}): "party-member",
    frozenset({"fund", "average"}): "per-capita",
    frozenset({"scholarship", "average"}): "one-award",
    frozenset({"spent", "scholarship"}): "money",
    frozenset({"spent", "reward"}): "money",
    frozenset({"spent", "supported"}): "money",
}


def together(found: AbstractSet[str]) -> frozenset[str]:
    """Return the concepts with what they say together."""
    return frozenset(found).union(more for these, more in TOGETHER.items() if these <= found)


# Indicators that the data keeps by the kind of place, body or people counted: which concepts are a scope of each.
_BODIES = {"village", "agency", "company", "school", "clan", "school-level", "religious"}
_UNITS = {"school", "school-level", "company"}
_LEARNERS = {"pupil", "child", "student", "teacher", "good", "school-level", "occasion", "reward-paper"}
_LEVELS = {"school-level"}
_TAUGHT = {"state-management", "digital-skill", "it", "foreign-language", "life-skill", "specialist"}
SCOPES = {
    **dict.fromkeys(("education-institutions", "students-total", "staff-total", "staff-teaching"), _LEVELS),
    **dict.fromkeys(("staff-qualified-rate", "staff-above-standard-rate"), _LEVELS),
    **dict.fromkeys(("branches", "study-committees", "branch-coverage-rate"), _BODIES),
    "association-coverage-rate": _BODIES | {"commune", "district-level"},
    **dict.fromkeys(("learning-units", "learning-units-registered", "learning-units-rate"), _UNITS),
    **dict.fromkeys(("people-rewarded", "reward-turns", "reward-value-vnd"), _LEARNERS),
    **dict.fromkeys(("people-supported", "support-turns", "support-value-vnd"), _LEARNERS),
    **dict.fromkeys(("scholarships-awarded", "scholarship-value-vnd", "scholarship-unit-value-vnd"), _LEARNERS),
    **dict.fromkeys(("trainees", "training-attendances"), _TAUGHT),
    "universal-education-rate": _LEVELS | {"level-1", "level-2", "level-3"},
    "association-orgs-grassroots": {"commune", "agency", "school", "company"},
    "collectives-rewarded": {"reward-paper"},
    "staff-sent-llct": {"advanced", "vocational", "elementary"},  # of which level: «cử học cao cấp lý luận chính trị»
    **dict.fromkeys(("gifts-awarded", "bicycles-donated", "computer-sets-donated"), _LEARNERS),
}
# Words of a header that are not the part it counts: of «Chi hội khuyến học trường học» the part is «trường học».
NO_SCOPE = tuple(
    phrase.strip()
    for phrase in """
tổng số | tổng | số lượng | số | các | có | của | ở | tại | trong | cho | chi hội | ban | tổ chức hội | tổ chức |
hội | khuyến học | được thành lập | thành lập | độ phủ | hiện có | đơn vị học tập | đăng ký | đạt | được công nhận |
công nhận | danh hiệu | được khen thưởng | khen thưởng | trao học bổng | học bổng | trao tặng | trao | tặng | cấp |
suất quà | phần quà | quà | suất | số tiền | kinh phí | trị giá | giá trị | tiền | được hỗ trợ | hỗ trợ | được giúp
đỡ | giúp đỡ | được đỡ đầu | đỡ đầu | nhận đỡ đầu | được nhận đỡ đầu | lượt người | lượt | em | cháu | người | xe
đạp | bộ máy tính | máy tính | được | đã | chi | thành tiền | biểu dương | tuyên dương | thưởng | khen | tỷ lệ | cử
học | cử đi học | được cử học | được cử đi học | đi học | lý luận chính trị | được tập huấn | tập huấn | được bồi
dưỡng | bồi dưỡng | được đào tạo | đào tạo
""".replace("\n", " ").split("|")
)
# A group of columns about these says no more than its columns do: «Khen thưởng, học bổng / Học bổng (suất)».
TOPICS = frozenset({"association", "fund", "raised", "spent", "learning-title", "learning-model", "total"})
DEEDS = frozenset({"reward", "scholarship", "supported", "given", "gift", "trained"})
