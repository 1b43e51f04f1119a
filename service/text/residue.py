"""Which lines of a page are not the article? Buttons and menus that came along; blanked, so that offsets stay."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 60
"""Characters of the longest line that can be residue."""

_LINES: Final = frozenset(
    line.strip()
    for line in """
    from | send to | to | share | share this | share this article | share this story
    share on facebook | share on twitter
    share on x | print | print this article | print article | email | e-mail | email this article
    mail | tweet | pin it
    facebook | twitter | linkedin | whatsapp | telegram | reddit | copy link | link copied | copy url | save | bookmark
    comment | comments | leave a comment | add comment | listen | listen to this article | listen to article | font size
    text size | a a a | a+ | a- | advertisement | ad | ads | sponsored | sponsored content | story continues below
    article continues below | article continues after advertisement | story continues below advertisement | read more
    read also | also read | see also | related | related articles | related news | related stories | related topics
    more from this section | most read | most popular | trending | recommended | you may also like | subscribe
    subscribe now | sign up | sign in | log in | newsletter | follow us | home | menu | search | skip to content
    skip to main content | close | back | back to top | next | previous | next article | previous article
    click to enlarge | tags | topics | back to list | view comments | show comments | accept cookies | cookie policy
    공유 | 공유하기 | 인쇄 | 프린트 | 스크랩 | 글자크기 | 글자크기 조정 | 댓글 | 광고 | 관련기사 | 기사공유 |
    본문 글씨 키우기 |    본문 글씨 줄이기 | 링크 복사 | 이메일
    поделиться | печать | распечатать | реклама | читайте также | комментарии
    подписаться | версия для печати | 分享 | 打印 | 列印 | 广告 | 廣告 | 相关新闻 | 相關新聞 | 评论 | 評論 | 返回
    シェア | 印刷 | 広告 | 関連記事 | コメント | ツイート | شارك | مشاركة | طباعة | إعلان
    """.replace("\n", "|").split("|")
    if line.strip()
)


_BEGINS: Final = re.compile(
    r"copyright (?:\(c\)|\u00a9|\d{4}|by )|\(c\) |\u00a9|all rights reserved|<?저작권자|무단 ?전재"
    r"|(?:reporting|writing|editing|edited) by (?:[^;]{1,80};|[^.]{1,80}$)"
    r"|follow us on|sign up (?:for|to) |subscribe (?:to|for|now)"
    r"|click here|(?:read more|see also|also read|read also|related) ?[:|]|читайте также ?:|相关阅读|責任編輯|责任编辑",
    re.I,
)
_FIRST_TWO: Final = frozenset(
    [
        "co",
        "(c",
        "al",
        "<저",
        "저작",
        "무단",
        "re",
        "wr",
        "ed",
        "fo",
        "si",
        "su",
        "cl",
        "se",
        "чи",
        "相关",
        "責任",
        "责任",
    ]
)
LONGEST_NOTICE: Final = 200
"""Characters of the longest notice (copyright, credits, "Read more: ...") that is blanked."""


def is_residue(line: str) -> bool:
    """Whether a line is nothing but a button, a menu entry, a credit or a pointer to another page."""
    if not line or len(line) > LONGEST_NOTICE:
        return False
    plain = line.strip(" :>|")
    if len(plain) <= LONGEST and plain.lower() in _LINES:
        return True
    return (plain[:2].lower() in _FIRST_TWO or plain[:1] == "\u00a9") and _BEGINS.match(plain) is not None


def blank_residue(norm: str, title: str = "") -> str:
    """The text with whole-line residue, and a repeated headline near its start, written over with spaces."""
    heading = " ".join(title.split())
    changes: list[tuple[int, int]] = []
    position = 0
    for count, line in enumerate(norm.split("\n")):
        if is_residue(line):
            changes.append((position, position + len(line)))
        elif (
            heading
            and count < 25
            and len(heading) <= len(line) <= len(heading) + 8
            and " ".join(line.split()) == heading
        ):
            changes.append((position, position + len(line)))
            heading = ""
        position += len(line) + 1
    if not changes:
        return norm
    pieces: list[str] = []
    done = 0
    for start, end in changes:
        pieces += (norm[done:start], " " * (end - start))
        done = end
    return "".join([*pieces, norm[done:]])
