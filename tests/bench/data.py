#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The cards of the peer job: always the same ones, for the number that is asked for.

Usage: data.py FOLDER COUNT…      writes cards-COUNT.tsv (reference programs), .csv (ezkit), .json (Typst)

A paragraph has 42 to 48 words: four of ten are the small words of Dutch, the others come from 4,000 words of Debian's
hunspell-nl, each the rarer the further down the list. So words return about as often as in real text, and a program that
keeps what it shaped gets what it would get there.
"""
import csv, json, os, random, sys

DICTIONARIES = ("/usr/share/hunspell/nl_NL.dic", "/usr/share/hunspell/nl.dic")
LETTERS = set("abcdefghijklmnopqrstuvwxyzéëïöè")
SMALL_WORDS = ("de het een en van in is dat op te met voor aan niet zijn als om bij maar dan ook wat je uit naar er door over "
               "hoe zo nog wel kan heeft tot kun elk jouw hun we samen").split()
# White letters on each have a contrast of 4.5 or more.
COLOURS = ("#1b6f5c #b5542b #2f5d8a #7a3e74 #8a6d1f #3d6b2e #a23b49 #31708e #5b4a8a #a5661f #2d7f7f #6b4f3a").split()
LONGEST = 350  # characters of a paragraph: more would not fit on the card
CAPTIONS = "Observeren Verbinden Vertalen Ontwerpen Toetsen Reflecteren Samenwerken Veerkracht".split()


def read_words(chance):
    path = next(path for path in DICTIONARIES if os.path.exists(path))
    with open(path, encoding="utf-8", errors="replace") as dictionary:
        found = {line.split("/")[0].strip() for line in dictionary.read().split("\n")[1:]}
    words = sorted(word for word in found if 4 <= len(word) <= 9 and set(word) <= LETTERS)
    chance.shuffle(words)
    return words[:4000]


class Writer:
    """Writes texts of made-up Dutch."""

    def __init__(self, chance, words):
        self.chance, self.words = chance, words
        self.weights = [1 / (rank + 3) ** 0.9 for rank in range(len(words))]
        self.small_weights = [1 / (rank + 1) ** 0.6 for rank in range(len(SMALL_WORDS))]
        self.titles = [word.capitalize() for word in words if 5 <= len(word) <= 9]

    def word(self):
        if self.chance.random() < 0.42:
            return self.chance.choices(SMALL_WORDS, self.small_weights)[0]
        return self.chance.choices(self.words, self.weights)[0]

    def sentence(self, length):
        words = [self.word() for _ in range(length)]
        for i in range(3, length - 2):
            words[i] += "," if self.chance.random() < 0.06 else ""
        words[0] = words[0].capitalize()
        words[-1] += self.chance.choice("...?!")
        return words

    def paragraph(self):
        words, length = [], self.chance.randint(42, 48)
        while (left := length - len(words)) > 0:
            words += self.sentence(min(self.chance.randint(8, 14), left) if left > 4 else left)
        text = " ".join(words)
        return text if len(text) <= LONGEST else self.paragraph()

    def card(self, number):
        return {
            "id": f"AK-{number + 1:04}",
            "title": self.chance.choice(self.titles),
            "caption": f"{CAPTIONS[number % len(CAPTIONS)]} · stap {number % 6 + 1}",
            "colour": self.chance.choice(COLOURS),
            "body": self.paragraph(),
        }


def write_cards(folder, cards):
    path = os.path.join(folder, f"cards-{len(cards)}.")
    with open(path + "json", "w", encoding="utf-8") as out:
        json.dump(cards, out, ensure_ascii=False)
    for end, delimiter in (("tsv", "\t"), ("csv", ",")):
        with open(path + end, "w", encoding="utf-8", newline="") as out:
            table = csv.DictWriter(out, cards[0], delimiter=delimiter, lineterminator="\n")
            table.writeheader()
            table.writerows(cards)


def main(folder, *counts):
    chance = random.Random(20260101)
    words = read_words(chance)
    for count in map(int, counts):
        chance.seed(777)
        writer = Writer(chance, words)
        write_cards(folder, [writer.card(number) for number in range(count)])


if __name__ == "__main__":
    main(*sys.argv[1:])
