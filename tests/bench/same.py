# SPDX-License-Identifier: EUPL-1.2
"""Whether two PDFs of the peer job show the same: pages of one size, with the same words in as many lines.

Usage: same.py PDF OTHER      says so in a sentence
"""
import html, re, subprocess, sys

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" [^>]*>(.*?)</word>')


def pages(pdf):
    """(size in whole points, sorted words, number of lines) of each page."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for width, height, page in PAGE.findall(text):
        words = WORD.findall(page)
        tops = sorted(float(top) for top, _ in words)
        lines = sum(top - before > 2 for before, top in zip([-9, *tops], tops))
        yield (round(float(width)), round(float(height))), sorted(html.unescape(word) for _, word in words), lines


def judge(pdf, other):
    ours, theirs = list(pages(pdf)), list(pages(other))
    if len(ours) != len(theirs):
        return f"NOT THE SAME WORK: {len(ours)} pages and {len(theirs)}"
    for number, (one, two) in enumerate(zip(ours, theirs), 1):
        if one[0] != two[0]:
            return f"NOT THE SAME WORK: page {number} has {one[0]} and {two[0]} pt"
        if one[1] != two[1]:
            odd = sorted(set(one[1]) ^ set(two[1]))
            return f"NOT THE SAME WORK: page {number} has other words: {', '.join(odd[:6])}"
    alike = sum(one[2] == two[2] for one, two in zip(ours, theirs))
    return f"pages of the same size with the same words; {alike} of {len(ours)} have as many lines"


if __name__ == "__main__":
    print(judge(*sys.argv[1:]))
