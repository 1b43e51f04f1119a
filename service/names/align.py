"""Which word of one name answers to which word of the other? The best assignment, not the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from service.names.hearing import unvowelled
from service.names.korean import same_sounds
from service.names.letters import korean_sound, linked_sound, sound
from service.names.likeness import LOSS, How, Tongue, likeness
from service.names.prepare import PreparedName, Token
from service.names.tables.chinese import old_sound


class Pair(NamedTuple):
    """Words of the query (`left`) that answer to words of the listed name (`right`), as half-open token ranges."""

    left: tuple[int, int]
    right: tuple[int, int]
    how: How
    severity: float = 1.0
    """How much of its kind: 1 for a letter in a word of five, less in a longer word, more for further edits."""


def align(query: PreparedName, listed: PreparedName) -> tuple[Pair, ...]:
    """The assignment of words that covers most weight; one word may answer to two or three joined ones."""
    tongue: Tongue = ""
    if query.korean and listed.korean:
        tongue = "korean"
    elif query.chinese and listed.chinese and (query.old_chinese or listed.old_chinese):
        tongue = "chinese"
    options = _options(query.tokens, listed.tokens, tongue)
    return tuple(sorted(_best(options), key=lambda pair: pair.left))


def _options(left: Sequence[Token], right: Sequence[Token], tongue: Tongue) -> list[tuple[float, Pair]]:
    """Every possible pair with its worth, best first; place breaks ties so that the result is the same everywhere.

    A word that stands exactly once on either side is settled at once: no other answer to it is better.
    """
    sure = _twins(left, right)
    taken = sure.values()
    found = [
        ((left[i].weight + right[j].weight) - 0.001 * abs(i - j), Pair((i, i + 1), (j, j + 1), "exact"))
        for i, j in sure.items()
    ]
    ours = [i for i in range(len(left)) if i not in sure]
    theirs = [j for j in range(len(right)) if j not in taken]
    for i in ours:
        one = left[i]
        for j in theirs:
            other = right[j]
            alike = likeness(one, other, tongue)
            if alike is not None:
                how, severity = alike
                worth = (one.weight + other.weight) * max(0.1, 1.0 - LOSS[how] * severity)
                found.append((worth - 0.001 * abs(i - j), Pair((i, i + 1), (j, j + 1), how, severity)))
    if ours and theirs:
        found += [
            (worth, Pair(one, many, "spacing")) for worth, one, many in _joined(left, ours, right, theirs, tongue)
        ]
        found += [
            (worth, Pair(many, one, "spacing")) for worth, one, many in _joined(right, theirs, left, ours, tongue)
        ]
        if not tongue:
            found += _cut_otherwise(left, ours, right, theirs)
    if len(found) == 1:
        return found
    return sorted(found, key=lambda option: (-option[0], option[1].left, option[1].right))


def _twins(left: Sequence[Token], right: Sequence[Token]) -> dict[int, int]:
    """Words that stand exactly once on either side: place on the left -> place on the right."""
    ours, theirs = [token.canon for token in left], [token.canon for token in right]
    if set(ours).isdisjoint(theirs):
        return {}
    return {i: theirs.index(word) for i, word in enumerate(ours) if ours.count(word) == 1 and theirs.count(word) == 1}


def _joined(
    singles: Sequence[Token], free: Sequence[int], many: Sequence[Token], open_: Sequence[int], tongue: Tongue
) -> Iterator[tuple[float, tuple[int, int], tuple[int, int]]]:
    """Words that are written together on one side and apart on the other: `Jongun` and `Jong Un`.

    Worth, place of the single word and places of its parts; only words that nothing else has settled.
    """
    if len(open_) < 2:
        return
    free = [i for i in free if len(singles[i].text) > 3 and singles[i].kind != "number"]
    if not free:
        return
    windows = [range(j, j + size) for size in (2, 3) for j in open_ if all(k in open_ for k in range(j, j + size))]
    for i in free:
        single = singles[i]
        for window in windows:
            if tongue == "chinese" or _begin_alike(single, many[window[0]]):
                parts = many[window[0] : window[-1] + 1]
                if _written_together(single, parts, tongue):
                    worth = (single.weight + sum(part.weight for part in parts)) * (1.0 - LOSS["spacing"])
                    yield worth, (i, i + 1), (window[0], window[-1] + 1)


def _cut_otherwise(
    left: Sequence[Token], ours: Sequence[int], right: Sequence[Token], theirs: Sequence[int]
) -> Iterator[tuple[float, Pair]]:
    """Korean syllables in a row that are cut at another place or sound on into each other: `Ap Rok`, `Am Nok`."""
    ours, theirs = [i for i in ours if left[i].syllabic], [j for j in theirs if right[j].syllabic]
    if len(ours) < 2 or len(theirs) < 2:
        return
    for size in (2, 3):
        for i in (i for i in ours if all(k in ours for k in range(i, i + size))):
            for j in (j for j in theirs if all(k in theirs for k in range(j, j + size))):
                one, other = left[i : i + size], right[j : j + size]
                joined = ["".join(token.text for token in part) for part in (one, other)]
                if len(joined[0]) > 4 and linked_sound(joined[0]) == linked_sound(joined[1]):
                    worth = sum(token.weight for token in (*one, *other)) * (1.0 - LOSS["spacing"])
                    yield worth, Pair((i, i + size), (j, j + size), "spacing")


def _begin_alike(one: Token, other: Token) -> bool:
    """Whether two words begin with the same letter, or with letters that write one Korean sound: `Dae`, `Tae`."""
    a, b = one.text, other.text
    return a[0] == b[0] or (one.syllabic and other.syllabic and korean_sound(a[:2])[:1] == korean_sound(b[:2])[:1])


def _written_together(single: Token, parts: Sequence[Token], tongue: Tongue) -> bool:
    """Whether one word is several others without their spaces."""
    joined = "".join(part.text for part in parts)
    if tongue == "korean" and any(part.canon != part.text for part in parts):
        return same_sounds([part.canon for part in parts], single.canon)
    if joined == single.text:
        return True
    if abs(len(joined) - len(single.text)) > (2 if parts[0].abjad == single.abjad else 4):
        return False
    worded = len(joined) > 5 and not any(part.kind == "number" for part in parts)
    if worded and single.pinyin and all(part.pinyin for part in parts):
        # Syllables of pinyin are told apart by single letters: `Xiaohong` is not `Xiao Dong`.
        worded = False
    return (
        (worded and (OSA.distance(joined, single.text, score_cutoff=1) <= 1 or sound(joined) == single.sound))
        or (single.syllabic and len(joined) > 3 and korean_sound(joined) == korean_sound(single.text))
        or (tongue == "chinese" and old_sound(joined) == old_sound(single.text) != "")
        or (single.abjad != parts[0].abjad and unvowelled(joined) == unvowelled(single.text))
    )


def _best(options: list[tuple[float, Pair]]) -> tuple[Pair, ...]:
    """Branch and bound over pairs that share no word, the most worthy first; 400 steps at most."""
    masks = [(worth, pair, _bits(pair.left), _bits(pair.right)) for worth, pair in options]
    left = right = 0
    for _, _, bits_left, bits_right in masks:
        if left & bits_left or right & bits_right:
            break
        left, right = left | bits_left, right | bits_right
    else:
        return tuple([pair for _, pair in options])
    tails = [0.0]
    for worth, *_ in reversed(masks):
        tails.append(tails[-1] + worth)
    tails.reverse()
    best_worth, steps = 0.0, 0
    best_pairs: tuple[Pair, ...] = ()
    stack: list[tuple[int, float, int, int, tuple[Pair, ...]]] = [(0, 0.0, 0, 0, ())]
    while stack and steps < 400:
        steps += 1
        place, worth, left, right, pairs = stack.pop()
        while place < len(masks) and (masks[place][2] & left or masks[place][3] & right):
            place += 1
        if worth > best_worth + 1e-9:
            best_worth, best_pairs = worth, pairs
        if place == len(masks) or worth + tails[place] <= best_worth + 1e-9:
            continue
        gain, pair, bits_left, bits_right = masks[place]
        stack.append((place + 1, worth, left, right, pairs))
        stack.append((place + 1, worth + gain, left | bits_left, right | bits_right, (*pairs, pair)))
    return best_pairs


def _bits(span: tuple[int, int]) -> int:
    """A token range as a bit mask."""
    return (1 << span[1]) - (1 << span[0])
