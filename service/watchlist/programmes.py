"""Programmes: a publisher's code, and beside it the OpenSanctions key that rules name (`UN-SC1718`)."""

from __future__ import annotations

UN_KEYS = {
    "Al-Qaida": "UN-SCISIL",
    "CAR": "UN-SC2127",
    "DPRK": "UN-SC1718",
    "DRC": "UN-SC1533",
    "GB": "UN-SC2048",
    "Haiti": "UN-SC2653",
    "Iran": "UN-SC1737",
    "Iraq": "UN-SC1518",
    "Libya": "UN-SC1970",
    "Mali": "UN-SC2374",
    "Somalia": "UN-SC2713",
    "SouthSudan": "UN-SC2206",
    "Sudan": "UN-SC1591",
    "Taliban": "UN-SC1988",
    "Yemen": "UN-SC2140",
}
"""`UN_LIST_TYPE` -> key. Iran: the measures of resolution 1737 (2006), in force again since 2025-09-28."""

_OFAC_PREFIXES = (
    ("DPRK", "US-NK"),
    ("RUSSIA", "US-RUSHAR"),
    ("UKRAINE-", "US-UKRRUS"),
    ("BELARUS", "US-BELARUS"),
    ("IRAN", "US-IRAN"),
    ("SYRIA", "US-SYRIA"),
    ("VENEZUELA", "US-VEN"),
    ("CUBA", "US-CUBA"),
)

EU_KEYS = {"PRK": "EU-PRK", "RUS": "EU-RUS", "UKR": "EU-UKR", "IRN": "EU-IRN", "BLR": "EU-BLR", "SYR": "EU-SYR"}
"""The EU's own codes; `EU-` and the code is the key for most of them."""


def un_programmes(list_type: str) -> tuple[str, ...]:
    """The UN's name of the list, and its key where one exists."""
    key = UN_KEYS.get(list_type)
    return (list_type, key) if key else (list_type,)


def ofac_programmes(codes: list[str]) -> list[str]:
    """OFAC's codes, then the keys of the regimes that they belong to."""
    keys = [key for code in codes for prefix, key in _OFAC_PREFIXES if code.startswith(prefix)]
    return [*codes, *keys]


def eu_programmes(codes: list[str]) -> list[str]:
    """The EU's codes, then their keys."""
    return [*codes, *(f"EU-{code}" for code in codes if code.isalnum() and code.isupper())]


UK_KEYS = {
    "north korea": "GB-DPRK",
    "democratic people's republic of korea": "GB-DPRK",
    "russia": "GB-RUS",
    "belarus": "GB-BLR",
    "syria": "GB-SYR",
    "iran (nuclear": "GB-IRAN-NW",
    "iran": "GB-IRAN",
    "isil": "GB-ISIL",
    "the isil": "GB-ISIL",
    "libya": "GB-LBY",
    "myanmar": "GB-MMR",
}
"""Start of a UK regime's name, in lower case -> key."""


def uk_programmes(regime: str) -> list[str]:
    """The UK's name of the regime, and its key where one is known."""
    low = regime.lower().removeprefix("the ").replace("(sanctions)", "")
    return [regime, *[key for start, key in UK_KEYS.items() if low.startswith(start)][:1]]
