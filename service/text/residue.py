"""Which lines of a page are not the article? Buttons and menus that came along; blanked, so that offsets stay."""

from __future__ import annotations

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


def is_residue(line: str) -> bool:
    """Whether a line is nothing but a button or a menu entry."""
    return 0 < len(line) <= LONGEST and line.strip(" :>|").lower() in _LINES


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
