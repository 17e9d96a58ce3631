"""Every way in which somebody's own page in a network is named: an address, a handle, a name somebody chose."""

import re

from hoctap.check.personal_form import Form

PROFILE = "trang cá nhân"
_NETWORK = r"(?:facebook|fb|zalo|tiktok|instagram|insta|telegram|skype|viber|wechat|threads|twitter|youtube)"
PROFILES = (
    Form(
        PROFILE,
        re.compile(
            rf"(?<![\w.@/])@[A-Za-z][\w.]{{3,}} ?(?:\(|trên |ở |qua |- )?{_NETWORK}\b"
            rf"|\b(?:{_NETWORK}|ig|x)\b ?[:\-]? ?@[A-Za-z][\w.]{{3,}}",
            re.IGNORECASE,
        ),
        ("@",),
        has_digits=False,
    ),
    Form(
        PROFILE,
        re.compile(
            r"(?:facebook|fb)\.(?:com|me)/(?:profile\.php|people/|[\w.]{5,})"
            r"|zalo\.me/(?:\+?\d|g/)|linkedin\.com/(?:in|pub)/|t\.me/\w|instagram\.com/\w"
            r"|(?:tiktok|youtube)\.com/@|youtube\.com/(?:channel|c|user)/"
            r"|youtu\.be/@|v[tm]\.tiktok\.com/\w|threads\.net/@|(?:twitter|\bx)\.com/\w|messenger\.com/t/|m\.me/\w"
            r"|(?:facebook|fb|zalo|tiktok|instagram|telegram|skype|viber|wechat)"
            r"(?: (?:id|nick)\b:?| ?:| (?=@)) ?@?(?!nhóm|hội|trang|kênh|oa\b|của|các|fanpage)[\w.]{3,}"
            # A word with a number in it is a name somebody chose.
            r"|\b(?:facebook|fb|zalo|tiktok|instagram|insta|ig|telegram|tele|skype|viber|wechat"
            r"|discord|line id|snapchat)"
            r"\b(?: id)?[ :]{1,3}@?[a-z][a-z._:#]*\d[\w.#]*",
            re.IGNORECASE,
        ),
        (
            "facebook",
            "fb.",
            "fb:",
            "fb :",
            "zalo.me",
            "zalo:",
            "zalo :",
            "linkedin",
            "t.me/",
            "instagram",
            "tiktok",
            "youtube.com/",
            "youtu.be/@",
            "telegram",
            "skype",
            "viber",
            "wechat",
            "zalo ",
            "threads.net",
            "/x.com",
            " x.com",
            "twitter",
            "messenger",
            "m.me/",
            "facebook ",
            "fb ",
            "insta ",
            "insta:",
            " ig ",
            "ig:",
            "tele ",
            "tele:",
            "discord",
            "line id",
            "snapchat",
        ),
        has_digits=False,
    ),
)
