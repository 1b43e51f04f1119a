"""Korean personal names in Latin letters: surnames in the spellings of North, South and press, and syllables."""

from __future__ import annotations

import re

_SURNAMES_TEXT = """
kim gim ghim, ri lee yi rhee li ree rhie lie i, pak park bak bark pack bahk, choe choi choy chey chwe,
chong jong jung chung jeong cheong joung, cho jo joe joh, kang gang, yun yoon youn, jang chang zang,
im rim lim leem yim rhim, han hahn, o oh, so seo suh, sin shin sheen, kwon gwon kwun, hwang whang, an ahn, song,
ryu yu yoo you ryoo lyu rhyu, hong, chon jon jun jeon chun cheon, ko go koh, mun moon, son sohn, ryang yang lyang,
pae bae, paek baek paik baik back, ho heo hur huh, nam, sim shim, ro no roh noh rho, ha hah, kwak gwak, cha,
chu joo ju choo, u woo wu, min, na ra rha nah, chi ji jee, om eom um, won weon, chae chai, ku koo gu goo,
kong gong, pang bang, hyon hyun hyeon, ham hahm, pyon byun byeon, yom yeom ryom, to do doh, sok seok suk, sol seol sul,
ma mah, kil gil, yon yeon ryon, wi, pyo, myong myung myeong, ki gi, pan ban, wang, kum geum keum, ok, yuk ryuk,
in, maeng, che jae je, mo, tak thak, kuk guk kook, ung, mae
"""
SURNAMES = {
    name: number for number, group in enumerate(_SURNAMES_TEXT.replace("\n", " ").split(",")) for name in group.split()
}
"""Surname -> number of its group: the spellings of one surname."""

_SYLLABLE = (
    r"(?:kk|tt|pp|ss|jj|ch|th|kh|ph|sh|[bcdghjklmnprstwy])?w?(?:yae|yeo|yoo|you|eo|eu|ae|ay|ee|oo|ou|ui|wi|ya|ye|yo|yu|"
    r"wa|we|wo|oe|oi|[aeiouy])(?:ng|lk|[bgkhlmnprst](?![aeiouy])|(?=.)|$)"
)
SYLLABLES = re.compile(rf"(?:{_SYLLABLE}){{1,3}}")
"""One to three Korean syllables in any romanisation."""
