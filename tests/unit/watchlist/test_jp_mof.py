"""Japan's workbook: a measure per sheet, headings with blanks in them, names in two scripts."""

from __future__ import annotations

import io

import openpyxl

from service.model.entity import Identifier, Watchlist
from service.watchlist.draft import UN_REFERENCE
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source

TITLE = "北朝鮮のミサイル又は大量破壊兵器計画に関連する者（個人）"


def workbook(*, more: str = "告示 番号") -> Watchlist:
    """Two sheets: people, and organisations."""
    book = openpyxl.Workbook()
    people, groups = book.active, book.create_sheet("団体")
    assert people is not None
    people.append([TITLE])
    people.append([])
    heads = ["告示日付", more, "日 本 語 表 記", "英 語 表 記", "別 名", "確定に十分でない別名"]
    people.append([*heads, "生 年 月 日", "国 籍", "旅 券 番 号", "国 連 参 照 番 号"])
    aliases = "(a) Aldus Brivetto\n(b) A. Brivetto"
    born = "1961年5月4日又は1962年"
    people.append(
        [
            "2016年12月9日",
            500,
            "アルド・ブリヴェット",
            "Aldo Brivetto",
            aliases,
            "Mason",
            born,
            "北朝鮮",
            "不明",
            "KPi.901",
        ]
    )
    people.append(["2016年12月9日", 501, None, None])
    groups.append(["資産凍結等の措置の対象となる団体"])
    groups.append(["告示日付", "告示番号", "日本語表記", "英語表記", "所在地"])
    groups.append(["２０１７年８月", 7, "石材社", "Stone Works", "Sinpo"])
    file = io.BytesIO()
    book.save(file)
    return read_watchlist(Source("shisantouketsu.xlsx", file.getvalue()))


def test_people_and_organisations() -> None:
    """Names with kind and script, dates, the UN's reference; what is unknown is left out."""
    person, group = workbook().entities
    assert {name.text: name.kind for name in person.names} == {
        "Aldo Brivetto": "primary",
        "アルド・ブリヴェット": "original",
        "Aldus Brivetto": "alias",
        "A. Brivetto": "alias",
        "Mason": "weak",
    }
    assert (person.schema, person.birth_dates, person.nationalities) == ("Person", ("1961-05-04", "1962"), ("KP",))
    assert (person.listed_on, person.programmes) == ("2016-12-09", (TITLE,))
    assert person.identifiers == (Identifier("other", "KPi.901", None, UN_REFERENCE),)
    assert (group.schema, group.addresses, group.listed_on) == ("Organization", ("Sinpo",), "2017-08")


def test_rows_and_columns_that_are_not_read_are_named() -> None:
    """A row without a name, a heading that nobody knows."""
    watchlist = workbook(more="新しい列")
    assert watchlist.name == "jp"
    assert watchlist.unread == (
        "shisantouketsu.xlsx: sheet Sheet: columns not read: 新しい列",
        "shisantouketsu.xlsx: sheet Sheet, row 5: no name",
    )


def test_the_id_stays_while_the_names_do() -> None:
    """The workbook numbers nobody."""
    assert [entity.id for entity in workbook().entities] == [entity.id for entity in workbook().entities]
    assert workbook().entities[0].id.startswith("jp-")
