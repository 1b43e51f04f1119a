"""Is a number what it claims to be? Check digits and checksums of ships, wallets and banks.

A slip in such a number makes another number or none; a checksum that fails says that it names nobody.
"""

from __future__ import annotations

import hashlib
import re

from service.names.tables.demonyms import COUNTRY_WORDS

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BASE58_FORM = re.compile(rf"[13LMDTA9t][{_BASE58}]{{25,34}}")
"""Addresses of Bitcoin, Litecoin, Dogecoin, Dash, Tron, Zcash and the like, which end in four bytes of a checksum."""
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_FORM = re.compile(rf"(?:bc|ltc|tb)1[{_BECH32}]{{11,71}}")
_BECH32_SUMS = (1, 0x2BC830A3)
"""What the checksums of bech32 and bech32m come to."""
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
HEX_FORM = re.compile(r"0[xX][0-9a-fA-F]{40}")
"""Addresses of Ethereum and its kin."""
_BIC_FORM = re.compile(r"[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_COUNTRIES = frozenset(COUNTRY_WORDS.values()) | {"XK", "EU"}
_LANE = (1 << 64) - 1
_RATE = 136
"""Bytes that Keccak-256 takes in at a time."""


def imo_is_valid(number: str) -> bool:
    """The check digit of an IMO ship number: the sum of the first six digits times 7..2 ends in the last one."""
    digits = [int(char) for char in number]
    if len(digits) != 7:
        return False
    return sum(digit * weight for digit, weight in zip(digits[:6], range(7, 1, -1), strict=True)) % 10 == digits[6]


def company_imo_is_valid(number: str) -> bool:
    """The check digit of an IMO company and owner number: 11 less the sum of six digits times 8, 6, 4, 2, 9, 7."""
    digits = [int(char) for char in number]
    if len(digits) != 7:
        return False
    weighed = sum(digit * weight for digit, weight in zip(digits[:6], (8, 6, 4, 2, 9, 7), strict=True))
    return (11 - weighed % 11) % 10 == digits[6]


def bic_is_valid(code: str) -> bool:
    """The form of a BIC: bank, country, place and perhaps branch; the country must exist. It has no checksum."""
    found = _BIC_FORM.fullmatch(code)
    return found is not None and found.group(1) in _COUNTRIES


def wallet_is_valid(address: str) -> bool:
    """Whether a wallet's checksum agrees: base58check, bech32 and bech32m, EIP-55; an unknown form is taken as it is.

    A hexadecimal address in one case carries no checksum.
    """
    if HEX_FORM.fullmatch(address):
        letters = address[2:]
        return letters in (letters.lower(), letters.upper()) or letters == _eip55(letters.lower())
    if _BECH32_FORM.fullmatch(address.lower()):
        return address in (address.lower(), address.upper()) and _bech32_sum(address.lower()) in _BECH32_SUMS
    if _BASE58_FORM.fullmatch(address):
        return _base58_agrees(address)
    return True


def _base58_agrees(address: str) -> bool:
    """The last four bytes are the first of the doubled SHA-256 of the rest."""
    number = 0
    for char in address:
        number = number * 58 + _BASE58.index(char)
    zeros = len(address) - len(address.lstrip("1"))
    data = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    return hashlib.sha256(hashlib.sha256(data[:-4]).digest()).digest()[:4] == data[-4:]


def _bech32_sum(address: str) -> int:
    """The polynomial checksum over the prefix and all letters."""
    prefix, _, data = address.partition("1")
    values = [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]
    found = 1
    for value in [*values, *(_BECH32.index(char) for char in data)]:
        top = found >> 25
        found = (found & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATOR):
            found ^= generator if top >> place & 1 else 0
    return found


def _eip55(letters: str) -> str:
    """A hexadecimal address with the capitals of EIP-55: where the hash of its letters has 8 and more."""
    told = keccak256(letters.encode()).hex()
    return "".join(char.upper() if int(digit, 16) > 7 else char for char, digit in zip(letters, told, strict=False))


def keccak256(data: bytes) -> bytes:
    """The hash of Ethereum, which is SHA-3 with the padding of its first draft; the standard library lacks it."""
    padded = bytearray(data + bytes(_RATE - len(data) % _RATE))
    padded[len(data)] ^= 0x01
    padded[-1] ^= 0x80
    lanes = [0] * 25
    for begin in range(0, len(padded), _RATE):
        for place in range(_RATE // 8):
            lanes[place] ^= int.from_bytes(padded[begin + 8 * place : begin + 8 * place + 8], "little")
        lanes = _permute(lanes)
    return b"".join(lane.to_bytes(8, "little") for lane in lanes[:4])


def _permute(lanes: list[int]) -> list[int]:
    """Keccak-f[1600]: 24 rounds over 5 x 5 lanes of 64 bits, lane (x, y) at x + 5 y."""
    register = 1
    for _ in range(24):
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        lanes = [
            lane ^ columns[(place + 4) % 5] ^ _turn(columns[(place + 1) % 5], 1) for place, lane in enumerate(lanes)
        ]
        x, y, held = 1, 0, lanes[1]
        for step in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            held, lanes[x + 5 * y] = lanes[x + 5 * y], _turn(held, (step + 1) * (step + 2) // 2 % 64)
        rows = [lanes[place : place + 5] for place in range(0, 25, 5)]
        lanes = [row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5] & _LANE) for row in rows for x in range(5)]
        for bit in range(7):
            lanes[0] ^= (register & 1) << ((1 << bit) - 1)
            register = (register << 1) ^ (0x171 if register >> 7 else 0)
    return lanes


def _turn(lane: int, places: int) -> int:
    """A lane turned left."""
    return (lane << places | lane >> (64 - places)) & _LANE if places else lane
