"""Does a whole name stand around two of its words? Places its words, then asks whether they stand as one name."""

from __future__ import annotations

import numpy as np

from service.names.index.jit import inlined
from service.names.index.kernels.hashing import LOW
from service.names.index.kernels.resolve import ALIKE, BARE, COST, JOINED, SHORT, TOKEN, bit_of
from service.names.index.kernels.text import BEHIND_COMMA, BREAK, CAPITAL, IS_INITIAL, PARTED, SYLLABLE

REACH = 6
"""A pair of words stands at most so many words apart."""
BUDGET = 2
"""Edits that a pair may have together; a name of three and more matched words may have one more."""
SLACK = 2
"""Words of the text that may stand within a name beyond the number of its own."""
NEVER = 15
"""The cost of no match."""
IS_PERSON = 1
ALL_COUNT = 4
"""Kind of a group in which no word tells much: all of them count."""
WEIGHT_AT = 25
"""Where the weight stands in an element of `group_token`."""
AS_INITIAL = 0x100
"""Flag in a cost: an initial stands for the word."""
RARE = 9
"""From this weight on a word stands for a name by itself."""
FEWEST_OF_PERSON, FEWEST = 40, 50
"""Parts in a hundred of a name's weight that must stand there."""
BLOCK = 3
"""Eight words of the text share a bit."""
LETTER_E, LETTER_I = ord("e"), ord("i")


@inlined
def _order(cost):
    """How a match ranks: by its edits, then one word before two joined ones."""
    return ((cost & COST) << 1) | ((cost & JOINED) >> 4)


@inlined
def _match_word(words, word, token):
    """The least cost at which a word is that token, NEVER for none."""
    best = NEVER
    for m in range(words.match_start[word], words.match_start[word + 1]):
        if words.value[m] & LOW == token and _order(words.value[m] >> 32) < _order(best):
            best = words.value[m] >> 32
    return best


@inlined
def _is_initial(words, word, letter):
    """The word is that initial; `ye` and `e` begin the same names."""
    first = words.first[word]
    if not words.mark[word] & IS_INITIAL:
        return False
    return first == letter or (min(first, letter) == LETTER_E and max(first, letter) == LETTER_I)


@inlined
def _place(words, token, window, used):
    """The free word of the window that is that token at the least cost: (word, cost), (-1, NEVER) for none.

    `window` is (first word, last + 1, a word that should be near).
    """
    low, high, near = window
    bit, best_word, best = bit_of(token), -1, NEVER
    for word in range(low, high):
        if words.bits[word] & bit and not used >> (word - low) & 1:
            cost = _match_word(words, word, token)
            closer = cost != NEVER and _order(cost) == _order(best) and abs(word - near) < abs(best_word - near)
            if closer or _order(cost) < _order(best):
                best_word, best = word, cost
    return best_word, best


@inlined
def _initial(words, letter, window, used):
    """The free word of the window that is an initial of that letter, beside the pair; -1 for none."""
    low, high, near = window
    found = -1
    for word in range(max(low, near - 3), min(high, near + 4)):
        if words.mark[word] & IS_INITIAL and not used >> (word - low) & 1 and _is_initial(words, word, letter):
            found = word
    return found


@inlined
def _between(words, place, used, low):
    """What stands among the words of a name: (other words but initials, commas, whether a mark parts them)."""
    others, commas, parted = 0, 0, False
    for word in range(place[0], place[1]):
        mark = words.mark[word]
        others += 1 if used >> (word - low) & 1 == 0 and mark & IS_INITIAL == 0 else 0
        if word > place[0]:
            commas += 1 if mark & BEHIND_COMMA != 0 else 0
            parted = parted or mark & PARTED != 0
    return others, commas, parted


@inlined
def _runs_on(person, matched, cost, among):
    """The words stand together as the words of one name do.

    `among` is (other words, commas, whether a mark parts them, steps back against the order of the list).
    """
    others, commas, parted, back = among
    exact = cost == 0 and others == 0 and back == 0 and matched[0] == matched[1]
    good = (not parted or (exact and matched[0] > 2)) and (
        commas == 0 or (cost == 0 and others == 0 and (back == 0 or person))
    )
    if person:
        return good and others < 2
    straight = back == 0 or (cost == 0 and others == 0)
    return good and straight and (others < 2 or matched[0] > 2 or matched[0] < matched[1])


@inlined
def _close(person, matched, cost, letters, spent):
    """Two words are near enough to those of the name; `spent` is (flags, edits per hundred letters of the worst)."""
    flags, worst = spent
    if matched[0] != 2 or cost == 0 or flags & (ALIKE | BARE) == BARE:
        return True
    if flags & ALIKE != 0:
        return False
    if matched[0] < matched[1] and not (person and worst <= 20):
        return False
    return worst < 20 or letters >= (8 if cost == 1 else 10)


@inlined
def _enough(person, matched, weights, spent, span):
    """So much of the name stands there that the comparison should see it.

    `weights` is (found, of the name), `spent` (edits, letters, marks of the words, flags of their costs, the worst
    word), `span` (words, words in the name).
    """
    cost, letters, marks, flags, worst = spent
    count, significant = matched
    whole = count == significant
    slack = SLACK if whole else SLACK - 1
    good = cost * 5 <= letters and cost <= BUDGET + (count > 2) and span[0] <= span[1] + slack
    if good and whole:
        good = (span[0] <= span[1] or marks & SYLLABLE == 0) and (marks & CAPITAL != 0 or person or count > 2)
    elif good:
        good = marks & (CAPITAL | SYLLABLE) == CAPITAL and flags & ALIKE == 0 and count > 1
        good = good and (cost == 0 or letters > 9)
        good = good and 100 * weights[0] >= (FEWEST_OF_PERSON if person else FEWEST) * weights[1]
    if significant == 1 and weights[1] < RARE:
        # A common word is a name only with a word that stands beside it on the list: `EN Bank`, `Group 77`.
        good = good and (span[2] > 1 or span[1] == 1)
    return good and _close(person, matched, cost, letters, (flags, worst))


@inlined
def _align(tables, words, group, window, present):
    """Find the name's words in a window: (first word, last word + 1), (0, 0) where too little of it is there.

    `present` is (the bits of all words of the window, one of them is an initial).
    """
    used, matched, significant, weight, total, cost = np.int64(0), 0, 0, 0, 0, 0
    first, last, letters, marks, flags, worst, back, before, there = 1 << 30, 0, 0, 0, 0, 0, 0, -1, 0
    begin, end = np.int64(tables.group_start[group]), np.int64(tables.group_start[group + 1])
    for k in range(begin, end):
        entry = np.int64(tables.group_token[k])
        token, heavy = entry & TOKEN, entry >> WEIGHT_AT
        total += heavy
        significant += heavy > 0
        word, edits = -1, NEVER
        if present[0] & bit_of(token):
            word, edits = _place(words, token, window, used)
        if present[1] and edits & COST > 1:
            initial = _initial(words, tables.group_first[k], window, used)
            word, edits = (initial, 1 | AS_INITIAL) if initial >= 0 else (word, edits)
        if word >= 0:
            there += 1
            used |= np.int64(3 if edits & JOINED else 1) << (word - window[0])
            if heavy:
                raw = np.int64(tables.token_raw[token])
                matched, weight, cost = matched + 1, weight + heavy, cost + (edits & COST)
                letters, marks, flags = letters + raw, marks | words.mark[word], flags | edits
                worst, back = (
                    max(worst, 0 if edits & (AS_INITIAL | SHORT) else 100 * (edits & COST) // max(1, raw)),
                    back + (word < before),
                )
                first, last, before = min(first, word), max(last, word + 1 + (edits & JOINED > 0)), word
    spent, span = (cost, letters, marks, flags, worst), (last - first, end - begin, there)
    person = tables.group_kind[group] & IS_PERSON != 0
    good = _enough(person, (matched, significant), (weight, total), spent, span)
    if good and matched > 1:
        others, commas, parted = _between(words, (first, last), used, window[0])
        spare = others > 0 and cost > 0 and flags & BARE == 0 and letters < 10 * cost
        good = not spare and _runs_on(person, (matched, significant), cost, (others, commas, parted, back))
    if not good:
        first, last = 0, 0
    return first, last


@inlined
def _window(words, number, place, reach):
    """The words around a pair in which its name may stand, cut at breaks: (first, last + 1, near)."""
    i, j = place
    low, high = i, j + 1
    while low > 0 and i - low < reach and not words.mark[low] & BREAK:
        low -= 1
    while high < number and high - j <= reach and not words.mark[high] & BREAK:
        high += 1
    return low, high, i


@inlined
def _present(words, window):
    """What all words of a window may be, and whether one of them is an initial."""
    bits, marks = np.int64(0), 0
    for word in range(window[0], window[1]):
        bits |= words.bits[word]
        marks |= words.mark[word]
    return bits, marks & IS_INITIAL != 0


@inlined
def note_places(words, number, near):
    """Note for each token near which words of the text it may stand, and behind all tokens where initials stand."""
    room = len(near) - 1
    for i in range(room + 1):
        near[i] = 0
    for word in range(number):
        bit = np.int64(1) << (word >> BLOCK & 63)
        for m in range(words.match_start[word], words.match_start[word + 1]):
            near[words.value[m] & (room - 1)] |= bit
        if words.mark[word] & IS_INITIAL:
            near[room] |= bit


@inlined
def may_stand(tables, near, group, place):
    """So many of the name's words may stand around a pair that a look is worth it; `place` is (word, word, words)."""
    i, j, number = place
    begin, end = np.int64(tables.group_start[group]), np.int64(tables.group_start[group + 1])
    reach, around = min(end - begin - 1, REACH), np.int64(0)
    for block in range(max(0, i - reach) >> BLOCK, (min(number - 1, j + reach) >> BLOCK) + 1):
        around |= np.int64(1) << (block & 63)
    room = len(near) - 1
    if near[room] & around:
        return True
    found, weight, total, missing = 0, 0, 0, False
    for k in range(begin, end):
        entry = np.int64(tables.group_token[k])
        heavy = entry >> WEIGHT_AT
        total += heavy
        if near[entry & TOKEN & (room - 1)] & around:
            found, weight = found + (heavy > 0), weight + heavy
        elif heavy:
            missing = True
    if not missing:
        return True
    return found > 1 and 100 * weight >= (FEWEST_OF_PERSON if tables.group_kind[group] & IS_PERSON else FEWEST) * total


@inlined
def verify(tables, words, group, i, j, number):
    """Where the name stands around a pair of its words: first among so many words as it has, then between the two."""
    size = np.int64(tables.group_start[group + 1]) - np.int64(tables.group_start[group])
    reach, first, last = min(size - 1, REACH), 0, 0
    for _ in range(2):
        window = _window(words, number, (i, j), reach)
        first, last = _align(tables, words, group, window, _present(words, window))
        if last or size < 3:
            break
        reach = 0
    return first, last
