"""Names and articles written for the tests of the index."""

from __future__ import annotations

PEOPLE = (
    "KOZHEMYAKO, Oleg Nikolaevich",
    "MALYSHEV, Dmitry Sergeevich",
    "KIM, Jong Un",
    "Ri Yong Ho",
    "PAK, Chun Il",
    "Abd al-Rahman Yusuf",
    "Mohammed Hassan Qaderi",
    "PRIGOZHIN, Yevgeny Viktorovich",
    "O'BRIEN-Castillo, Marta",
    "Wolfgang Schickelmann",
)
BODIES = (
    "Korea Mining Development Trading Corporation",
    "KOMID",
    "Mansudae Overseas Project Group",
    "Islamic Revolutionary Guard Corps",
    "Office 39",
    "AERO-NORDWIND",
    "Zarubezhstroy Holding LLC",
    "Bank of Eastern Commerce",
)
NAMES = (*PEOPLE, *BODIES)
PERSONS = (*(True for _ in PEOPLE), *(False for _ in BODIES))

ARTICLE = """Governor met delegation

Primorsky governor Oleg Kozhemyako met Kim Chong-un on Tuesday. Kozhemyako's aide Dmitri Malyshev, of the Bank of
Eastern Commerce, denied ties to KOMID. The Islamic Revolutionary Guards Corps and office 39 were named as well.

PRIGOZHIN YEVGENIY and Y. Prigozhin were seen with Marta OBrien Castillo; Volfgang Schikelmann paid AeroNordwind.
Кожемяко Олег Николаевич встретился с Ким Чен Ыном. 김정은 위원장은 평양에서 연설했다.
"""
