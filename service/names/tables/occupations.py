"""Occupations that newspapers put beside a name, by what a list would call the same person if it were listed."""

from __future__ import annotations

_ROWS = """
sport: footballer midfielder striker goalkeeper defender winger pitcher batter quarterback golfer swimmer skater skier
sprinter boxer wrestler cyclist athlete olympian basketballer cricketer teammate 선수 투수 타자 포수 공격수 수비수
골키퍼 감독 코치 심판 футболист хоккеист нападающий вратарь спортсмен;
arts: actor actress singer rapper guitarist drummer pianist violinist comedian novelist poet filmmaker screenwriter
painter sculptor dancer choreographer cartoonist chef 배우 탤런트 가수 작가 시인 소설가 화가 개그맨 개그우먼 코미디언
연출가 아이돌 피디 актер актёр певец певица писатель режиссер режиссёр;
press: journalist reporter columnist anchorman anchorwoman broadcaster 기자 앵커 아나운서 특파원 논설위원 журналист;
learning: professor lecturer historian physicist economist psychologist biologist 교수 강사 교사 연구원 박사 профессор;
parliament: lawmaker lawmakers congressman congresswoman 의원 국회의원 시의원 도의원 후보 예비후보;
law: attorney prosecutor lawyer 변호사 검사 판사 адвокат;
church: pastor bishop archbishop priest 목사 신부 스님
"""
_AGREES = {
    "sport": "sport athlete coach player boxer football hockey wrestl judo championship",
    "arts": "actor actress singer artist director writer film theatre musician composer author",
    "press": "journalist reporter editor media broadcast television presenter propagand anchor correspondent",
    "learning": "professor lecturer academ universit institute research scien scholar",
    "parliament": "member deputy parliament duma senator council assembly candidate congress majlis legislat",
    "law": "lawyer attorney prosecutor judge legal",
    "church": "pastor bishop priest church patriarch metropolitan",
}
OCCUPATIONS = {
    word: group.strip()
    for group, _, words in (row.partition(":") for row in _ROWS.replace("\n", " ").split(";"))
    for word in words.split()
}
"""A word beside a name -> its group."""
AGREES = {group: tuple(stems.split()) for group, stems in _AGREES.items()}
"""What a listed office has in it where the list gives a person of such an occupation."""
