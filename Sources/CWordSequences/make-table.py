#!/usr/bin/env python3
"""Make sequences.bin, the table of how English words follow each other, from a trigram model.

usage: make-table.py en-us.lm.bin sequences.bin

The model is CMU Sphinx's for US English, as Debian's pocketsphinx-en-us has it in
/usr/share/pocketsphinx/model/en-us. What is kept of it is how much likelier a word is behind the one
or two words before it than anywhere: the natural logarithm of that ratio, rounded and held between
-3 and 5. Ratios near one, and those of three words that two of them tell already, are left out.

The table maps hashes of words, pairs and triples to these numbers without holding the words: three
cells that a hash chooses, one in each third of the table, give 12 bits when they are put together by
exclusive or; 8 of them tell whether the sequence is in the table (one that is not passes once in
256), 4 are the number. Needs numpy. The same model gives the same bytes.
"""
import struct
import sys

import numpy as np

LEAST = 0.5
LOWEST, HIGHEST = -3, 5
LOGARITHM_BASE = 1.0001

FNV_START, FNV_FACTOR = 0xCBF29CE484222325, 0x100000001B3
JOIN = np.uint64(0x9E3779B97F4A7C15)


class Model:
    """A model in Sphinx's binary form: a trie from the last word of a sequence backwards."""

    def __init__(self, path):
        data = open(path, "rb").read()
        if data[:19] != b"Trie Language Model" or data[19] != 3:
            sys.exit(f"make-table: {path} is no trigram model in Sphinx's binary form")
        counts = struct.unpack_from("<3I", data, 20)
        at = 36  # the counts, then the kind of the tables of values
        values = [np.frombuffer(data, "<f4", 65536, at + i * 262144) for i in range(3)]
        at += 3 * 262144
        node = np.dtype([("value", "<f4"), ("backoff", "<f4"), ("next", "<u4")])
        words = np.frombuffer(data, node, counts[0] + 1, at)
        at += node.itemsize * (counts[0] + 1)
        scale = np.log(LOGARITHM_BASE)

        def field(start, count, width, offset, bits):
            """Bit fields that lie one behind the other, without regard to bytes."""
            place = np.arange(count, dtype=np.uint64) * np.uint64(width) + np.uint64(offset)
            first = (place >> np.uint64(3)).astype(np.int64) + start
            every = np.frombuffer(data, np.uint8)
            value = np.zeros(count, np.uint64)
            for byte in range(8):
                value |= every[first + byte].astype(np.uint64) << np.uint64(8 * byte)
            return (value >> (place & np.uint64(7)) & np.uint64((1 << bits) - 1)).astype(np.int64)

        word_bits, next_bits = counts[0].bit_length(), counts[2].bit_length()
        pairs = int(words["next"][-1])  # the header may count a few more
        width = word_bits + 32 + next_bits
        self.last = np.repeat(np.arange(counts[0]), np.diff(words["next"].astype(np.int64)))
        self.before = field(at, pairs, width, 0, word_bits)
        pair_value = values[0][field(at, pairs, width, word_bits, 32) >> 16] * scale
        triple_starts = field(at, pairs + 1, width, word_bits + 32, next_bits)
        triple_starts[-1] = triple_starts[:-1].max()
        at += (width * (counts[1] + 1) + 7) // 8 + 8

        triples = int(triple_starts[-1])
        width = word_bits + 16
        self.pair = np.repeat(np.arange(pairs), np.diff(triple_starts))
        self.first = field(at, triples, width, 0, word_bits)
        triple_value = values[2][field(at, triples, width, word_bits, 16)] * scale
        at += (width * (counts[2] + 1) + 7) // 8 + 8

        (length,) = struct.unpack_from("<i", data, at)
        self.words = data[at + 4 : at + 4 + length].split(b"\0")[: counts[0]]
        alone = words["value"][:-1] * scale
        self.pair_gain = pair_value - alone[self.last]
        self.triple_gain = triple_value - alone[self.last[self.pair]]


def word_hash(word):
    value = FNV_START
    for byte in word:
        value = (value ^ byte) * FNV_FACTOR & 0xFFFFFFFFFFFFFFFF
    return value


def mixed(value):
    value = value ^ value >> np.uint64(33)
    value = value * np.uint64(0xFF51AFD7ED558CCD)
    value = value ^ value >> np.uint64(33)
    value = value * np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ value >> np.uint64(33)


def entries(model):
    """The hashes of all sequences that are kept, and their numbers from 0 up."""
    words = np.array([word_hash(word) for word in model.words], np.uint64)
    pairs = words[model.before] * JOIN + words[model.last]
    ahead = words[model.first] * JOIN + words[model.before[model.pair]]
    triples = ahead * JOIN + words[model.last[model.pair]]
    kept_pairs = np.abs(model.pair_gain) >= LEAST
    known = np.where(kept_pairs, model.pair_gain, 0)[model.pair]
    kept_triples = np.abs(model.triple_gain - known) >= LEAST
    gains = [np.zeros(len(words)), model.pair_gain[kept_pairs], model.triple_gain[kept_triples]]
    keys = np.concatenate([words, pairs[kept_pairs], triples[kept_triples]])
    numbers = np.clip(np.rint(np.concatenate(gains)), LOWEST, HIGHEST).astype(np.int64) - LOWEST
    keys, firsts = np.unique(keys, return_index=True)
    return keys, numbers[firsts]


def cells_of(keys, third, seed):
    """The three cells of each key, and the 8 bits by which it is known."""
    one = mixed(keys + np.uint64(seed))
    two = mixed(one + JOIN)
    low, high = np.uint64(0xFFFFFFFF), np.uint64(32)
    parts = [one & low, one >> high, two & low]
    cells = [(p * np.uint64(third) >> high).astype(np.int64) + third * i for i, p in enumerate(parts)]
    return np.stack(cells, 1), (two >> np.uint64(32) & np.uint64(255)).astype(np.int64)


def peeled(cells, total):
    """Rounds of (keys, the cell that each has to itself), or None where keys are left over."""
    degree = np.bincount(cells.ravel(), minlength=total)
    owner = np.zeros(total)
    for column in range(3):
        owner += np.bincount(cells[:, column], np.arange(len(cells)), total)
    owner = owner.astype(np.int64)
    rounds, left, single = [], len(cells), np.flatnonzero(degree == 1)
    while len(single):
        keys, places = np.unique(owner[single], return_index=True)
        rounds.append((keys, single[places]))
        left -= len(keys)
        touched = cells[keys].ravel()
        np.subtract.at(degree, touched, 1)
        np.subtract.at(owner, touched, np.repeat(keys, 3))
        touched = np.unique(touched)
        single = touched[degree[touched] == 1]
    return None if left else rounds


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    keys, numbers = entries(Model(sys.argv[1]))
    third = int(len(keys) * 1.23 / 3) + 32
    third += third % 2
    for seed in range(1, 64):
        cells, marks = cells_of(keys, third, seed)
        rounds = peeled(cells, 3 * third)
        if rounds is not None:
            break
    else:
        sys.exit("make-table: no seed gives each key a cell to itself")
    table = np.zeros(3 * third, np.int64)
    wanted = marks << 4 | numbers
    for chosen, own in reversed(rounds):
        table[own] = 0
        table[own] = wanted[chosen] ^ np.bitwise_xor.reduce(table[cells[chosen]], axis=1)
    even, odd = table[0::2], table[1::2]
    packed = np.stack([even & 255, even >> 8 | (odd & 15) << 4, odd >> 4], 1).astype(np.uint8)
    with open(sys.argv[2], "wb") as out:
        out.write(struct.pack("<8sII", b"sequence", third, seed) + packed.tobytes() + b"\0")
    print(f"{len(keys)} sequences, {packed.size + 17} bytes, seed {seed}")


main()
