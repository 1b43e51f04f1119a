"""Words by which one body is called in different translations of its name: bureau, department, ministry.

Each line is a group. Other words are said here too, but two sister companies are told apart by their business, so that
only what translators take for one another stands in a group.
"""

from __future__ import annotations

_GROUPS = """
administration agency authority bureau committee commission department directorate division ministry office organ
academy institute university college
association foundation league organization organisation society union federation
united associated allied joint
credit trust
army battalion brigade forces force militia regiment corps division
directorate command headquarters
foreign international overseas
maritime marine ocean sea
technology technical scientific science sciences
factory plant enterprise works complex
munitions ammunition armaments weapons arms
movement front party organization
company group corporation enterprise enterprises establishment
prison correctional penal
rescue salvation relief
cooperation corporation
trading commerce commercial business
transport logistics cargo freight forwarding
airlines aviation air
charity charitable welfare benevolent
nuclear atomic
oil petroleum
agriculture agricultural agro farming
"""
_IN: dict[str, set[int]] = {}
for _number, _line in enumerate(_GROUPS.strip().splitlines()):
    for _word in _line.split():
        _IN.setdefault(_word, set()).add(_number)
KINDRED = {word: frozenset(groups) for word, groups in _IN.items()}
"""Word -> numbers of its groups."""
