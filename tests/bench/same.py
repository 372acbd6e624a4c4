# SPDX-License-Identifier: EUPL-1.2
"""Whether two PDFs of the peer job show the same: pages of one size with the same words in the same lines."""
import html, re, subprocess

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
LINE = re.compile(r"<line .*?</line>", re.S)
WORD = re.compile(r"<word [^>]*>(.*?)</word>")


def pages(pdf):
    """(width, height, lines) of each page, in whole points; the lines in the order of their words."""
    text = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return [(round(float(width)), round(float(height)), sorted(lines(page))) for width, height, page in PAGE.findall(text)]


def lines(page):
    return [html.unescape(" ".join(WORD.findall(line))) for line in LINE.findall(page)]


def differences(pdf, other):
    """A sentence for the first thing that differs, or None."""
    ours, theirs = pages(pdf), pages(other)
    if len(ours) != len(theirs):
        return f"{len(ours)} pages and {len(theirs)}"
    for number, (one, two) in enumerate(zip(ours, theirs), 1):
        if one[:2] != two[:2]:
            return f"page {number}: {one[0]} × {one[1]} pt and {two[0]} × {two[1]} pt"
        if one[2] != two[2]:
            odd = sorted(set(one[2]) ^ set(two[2]))
            return f"page {number}: other lines: {'; '.join(odd[:4])}"
    return None
