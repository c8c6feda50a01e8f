#!/usr/bin/env python3
"""Counts how often English words stand in texts that every Debian mirror has, and prints classes.

    count_words.py FOLDER > debian-texts.txt

FOLDER holds the unpacked packages of `packages`, each in a folder of its name, and the long package
descriptions as `Translation-en` (apt-get -o Acquire::Languages=en update). Manual pages are those
installed here. No sentence leaves this program, only a word and how common it is.
"""
import collections
import glob
import gzip
import html
import math
import os
import re
import sys

word = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
packages = ["debian-faq", "debian-handbook", "developers-reference", "git-doc", "gnome-user-docs",
            "libreoffice-help-en-us", "perl-doc", "postgresql-doc-15", "python3.11-doc"]
lowest = 3.0   # of a million words; what is rarer is left to SCOWL's levels
widely = 3     # of the five kinds of text must have a word
step = 1.47    # of the natural logarithm: a class is about four times as common as the one below


def read(path):
    opened = gzip.open if path.endswith((".gz", ".dz")) else open
    try:
        with opened(path, "rt", errors="ignore") as file:
            return file.read()
    except OSError:
        return ""


def descriptions(folder):
    seen = set()
    for block in read(folder + "/Translation-en").split("\n\n"):
        text = block.partition("Description-en:")[2]
        for paragraph in text.split("\n .\n"):
            if paragraph not in seen:
                seen.add(paragraph)
                yield paragraph


def manual_pages(_):
    seen = set()
    for path in glob.glob("/usr/share/man/man*/*.gz"):
        path = os.path.realpath(path)
        if path in seen:
            continue
        seen.add(path)
        lines = [line for line in read(path).split("\n") if not line.startswith((".", "'"))]
        yield re.sub(r"\\f.|\\\(..|\\[&-]|\\\*\S", " ", "\n".join(lines))


def wordnet(folder):
    for part in ("adj", "adv", "noun", "verb"):
        for line in read(f"{folder}/wordnet-base/usr/share/wordnet/data.{part}").split("\n"):
            yield line.partition("|")[2]


def gcide(folder):
    text = read(folder + "/dict-gcide/usr/share/dictd/gcide.dict.dz")
    yield from re.sub(r"\[[^]]*\]", " ", text).split("\n\n")


def manuals(folder):
    for package in packages:
        for path in glob.glob(f"{folder}/{package}/**/*", recursive=True):
            english = "/en-US/" in path or "/help/C/" in path or not re.search(
                r"debian-handbook/html|gnome-user-docs/usr/share/help", path)
            if path.endswith((".html", ".page")) and english:
                text = re.sub(r"(?is)<(script|style|pre|code|head)\b.*?</\1>", " ", read(path))
                yield html.unescape(re.sub(r"<[^>]+>", " ", text))
            elif package == "perl-doc" and path.endswith((".pod", ".gz")):
                lines = read(path).split("\n")
                yield "\n".join(line for line in lines if not line.startswith((" ", "\t", ".", "=")))


sources = [(descriptions, .25), (manual_pages, .15), (wordnet, .2), (gcide, .15), (manuals, .25)]


def main(folder):
    often = collections.Counter()
    seen_in = collections.Counter()
    for texts, weight in sources:
        counts = collections.Counter()
        for text in texts(folder):
            counts.update(found.lower() for found in word.findall(text.replace("\u2019", "'")))
        seen_in.update(counts.keys())
        for found, count in counts.items():
            often[found] += weight * count / counts.total() * 1e6
    classes = collections.defaultdict(list)
    for found, share in often.items():
        if share >= lowest and seen_in[found] >= widely and (len(found) > 1 or found in "ai"):
            classes[min(3, int(math.log(share / lowest) / step))].append(found)
    for level in sorted(classes, reverse=True):
        if level == 0:
            continue
        line = str(level)
        for found in sorted(classes[level]):
            if len(line) + len(found) > 99:
                print(line)
                line = str(level)
            line += " " + found
        print(line)


main(sys.argv[1])
