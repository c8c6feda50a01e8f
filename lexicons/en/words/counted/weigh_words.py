#!/usr/bin/env python3
"""Says which words are commoner, or rarer, than SCOWL's levels tell, and prints classes.

    weigh_words.py debian-texts.txt en-us.lm.bin ../frequent/support-mail.txt /usr/share/dict/scowl

It prints what stands in commonness.txt.

`en-us.lm.bin` is the language model of Debian's pocketsphinx-en-us: how likely each of 72,547 words is
in telephone talk, news and forums. Technical texts and talk tell different things, so both are heard;
what either is worth was fitted so that what people had meant comes first.
"""
import bisect
import collections
import math
import os
import re
import struct
import sys

# What a word's surprise is made of, in sixteenths of a natural logarithm: by its likelihood in talk
# (the first of them for a word not heard at all), and by its class in Debian's texts.
edges = [-17.5, -16.5, -15.5, -14.5, -13.5, -12.5, -11.5, -10.5, -9, -7.5]
by_talk = [15, 6, 6, 6, 5, 0, 0, -3, -6, -8, -8, -16]
by_texts = {0: 6, 1: 2, 2: -2, 3: -7}
# The same for a usual word of each of the rarities that build_words makes of SCOWL's levels. From
# 50 on most words were not heard, and the few that were are not worth their bytes.
usual = {1: -2, 2: 4, 3: 10}
much_commoner, commoner, rarer = -16, -8, 8


def talk(path):
    """The unigrams of a binary model of Sphinx: word -> natural logarithm of its probability."""
    with open(path, "rb") as file:
        model = file.read()
    magic = b"Trie Language Model"
    if not model.startswith(magic):
        sys.exit(path + ": not a trie language model")
    order = model[len(magic)]
    count, = struct.unpack_from("<I", model, len(magic) + 1)
    # Counts, the kind of quantiser, and its tables: two of 65,536 for each middle order, one for the last.
    unigrams = len(magic) + 1 + 4 * order + 4 + (2 * (order - 2) + 1) * 65536 * 4
    # At the end stand the words and, before them, how many bytes they take.
    size = next(size for size in range(len(model) - unigrams)
                if struct.unpack_from("<I", model, len(model) - size - 4)[0] == size > count)
    words = model[-size:].decode("latin-1").split("\0")
    logarithm = math.log(1.0001)
    return {words[i]: struct.unpack_from("<f", model, unigrams + 12 * i)[0] * logarithm
            for i in range(count)}


def classes(path):
    found = {}
    with open(path) as file:
        for line in file:
            if line[0].isdigit():
                how, *words = line.split()
                found.update((word, int(how)) for word in words)
    return found


def rarities(folder):
    found = {}
    for name in os.listdir(folder):
        match = re.fullmatch(r"(?:english|american)-(?:words|upper|proper-names|contractions)\.(\d+)",
                             name)
        if not match or int(match[1]) > 35:
            continue
        rarity = 1 if int(match[1]) <= 10 else 2 if int(match[1]) <= 20 else 3
        with open(os.path.join(folder, name), encoding="latin-1") as file:
            for word in map(str.lower, map(str.strip, file)):
                found[word] = min(found.get(word, rarity), rarity)
    return found


def frequent(path):
    """The words of a list with their regular forms, as build_words reads it."""
    with open(path) as file:
        entries = [entry for line in file if not line.startswith("#") for entry in line.lower().split()]
    for entry in entries:
        word, _, kind = entry.partition("/")
        yield word
        if kind:
            base = word[:-1] + "ie" if re.search("[^aeiou]y$", word) else word
            stem = word + word[-1] if kind == "d" else word[:-1] if word.endswith("e") else word
            yield from (base + "s", word + "es", base.rstrip("e") + "ed", stem + "ed", stem + "ing")


def main(texts_path, model_path, frequent_path, scowl):
    heard, texts = talk(model_path), classes(texts_path)
    listed = collections.defaultdict(list)
    known = rarities(scowl)
    known.update((word, 1) for word in frequent(frequent_path) if word in known)
    for word, rarity in known.items():
        if not re.fullmatch("[a-z]{2,}", word):
            continue
        at = 1 + bisect.bisect_left(edges, heard[word]) if word in heard else 0
        beside = by_talk[at] + by_texts[texts.get(word, 0)] - usual[rarity]
        if beside <= much_commoner:
            listed[3].append(word)
        elif beside <= commoner:
            listed[2].append(word)
        elif beside >= rarer and rarity < 3:
            listed[1].append(word)
    for how in sorted(listed, reverse=True):
        line = str(how)
        for word in sorted(listed[how]):
            if len(line) + len(word) > 99:
                print(line)
                line = str(how)
            line += " " + word
        print(line)


main(*sys.argv[1:])
