# SPDX-License-Identifier: EUPL-1.2
"""Whether a PDF of the peer job shows what another does: pages of one size with the same words. Words more are told.

Usage: same.py PDF OTHER      says so in a sentence
"""
import collections, html, re, subprocess, sys

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" [^>]*>(.*?)</word>')


def pages(pdf):
    """(size in whole points, words with their counts, number of lines) of each page."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for width, height, page in PAGE.findall(text):
        words = WORD.findall(page)
        tops = sorted(float(top) for top, _ in words)
        lines = sum(top - before > 2 for before, top in zip([-9, *tops], tops))
        yield (round(float(width)), round(float(height))), collections.Counter(html.unescape(word) for _, word in words), lines


def judge(pdf, other):
    ours, theirs = list(pages(pdf)), list(pages(other))
    if len(ours) != len(theirs):
        return f"NOT THE SAME WORK: {len(ours)} pages and {len(theirs)}"
    more = 0
    for number, ((size, words, _), (their_size, their_words, _)) in enumerate(zip(ours, theirs), 1):
        if size != their_size:
            return f"NOT THE SAME WORK: page {number} has {size} and {their_size} pt"
        if their_words - words:
            return f"NOT THE SAME WORK: page {number} lacks {', '.join(sorted(their_words - words)[:6])}"
        more += (words - their_words).total()
    if more:
        return f"pages of the same size with the same words, and {more / len(ours):.0f} words more on each"
    alike = sum(one[2] == two[2] for one, two in zip(ours, theirs))
    return f"pages of the same size with the same words; {alike} of {len(ours)} have as many lines"


if __name__ == "__main__":
    print(judge(*sys.argv[1:]))
