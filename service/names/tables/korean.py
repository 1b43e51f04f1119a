"""Korean personal names in Latin letters: surnames in the spellings of North, South and press, and syllables."""

from __future__ import annotations

import re

_SURNAMES_TEXT = """
kim gim ri lee yi rhee li pak park bak choe choi chong jong jung chung jeong cho jo kang gang yun yoon jang chang
im rim lim han o oh so seo suh sin shin kwon gwon hwang an ahn song ryu yu yoo you ryoo hong chon jon jun jeon ko go
mun moon son yang ryang pae bae paek baek baik ho heo hur nam sim shim ro no roh noh ha kwak gwak song cha chu joo ju
u woo min na ra ji chi om eom won chae ku koo gu kong gong pang bang hyon hyun ham pyon byun yom yeom ryom to do
sok seok sol seol ma kil gil yon yeon ryon wi pyo myong myung ki gi pan ban wang kum geum ok yuk ryuk in maeng che je
mo thak tak kuk guk o mae ung
"""
SURNAMES = frozenset(_SURNAMES_TEXT.split())

_SYLLABLE = (
    r"(?:kk|tt|pp|ss|jj|ch|th|kh|ph|sh|[bcdghjklmnprstwy])?w?(?:yae|yeo|yoo|you|eo|eu|ae|ay|ee|oo|ou|ui|wi|ya|ye|yo|yu|"
    r"wa|we|wo|oe|oi|[aeiouy])(?:ng|lk|[bgkhlmnprst](?![aeiouy])|(?=.)|$)"
)
SYLLABLES = re.compile(rf"(?:{_SYLLABLE}){{1,3}}")
"""One to three Korean syllables in any romanisation."""
