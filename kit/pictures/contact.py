#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Contact sheets: all cards of a deck in one picture, fronts, backs, and the fronts in grey. `./dev contact` calls it.

Usage: contact.py EZKIT FOLDER [DECK…]      writes DECK-fronts.png, DECK-backs.png and DECK-grey.png; without a deck, of each,
                                            and home-sheet.png, both sides of a sheet to cut

Needs nothing but Python: a PNG of ezkit has rows of red, green and blue that are plain or hold the difference from the row
above. The pictures are small because they have 256 colours.
"""
import collections, glob, json, os, struct, subprocess, sys, tempfile, zlib

DPI, ACROSS, GAP = 44, 10, 5
GROUND = (226, 222, 212)  # between the cards
SIGNATURE = b"\x89PNG\r\n\x1a\n"

# width and height in pixels; rows of bytes, `depth` of them a pixel
Picture = collections.namedtuple("Picture", "width height depth rows")


# ---- PNG ------------------------------------------------------------------------------------------


def chunks(data):
    at = len(SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8:at + 8 + length]
        at += length + 12


def read_png(path):
    with open(path, "rb") as file:
        parts = list(chunks(file.read()))
    width, height, bits, colour = struct.unpack_from(">IIBB", dict(parts)[b"IHDR"])
    assert (bits, colour) == (8, 2), f"{path}: not 8 bits of red, green and blue"
    data = zlib.decompress(b"".join(body for kind, body in parts if kind == b"IDAT"))
    rows, above, length = [], bytes(3 * width), 3 * width + 1
    for at in range(0, height * length, length):
        row = data[at + 1:at + length]
        if data[at] == 2:
            row = bytes((a + b) & 255 for a, b in zip(row, above))
        assert data[at] in (0, 2), f"{path}: another filter than none and up"
        rows.append(row)
        above = row
    return Picture(width, height, 3, rows)


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def write_png(path, picture, palette=None):
    """One byte a pixel: a grey, or a number in the palette."""
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 3 if palette else 0, 0, 0, 0)
    data = b"".join(b"\0" + row for row in picture.rows)
    with open(path, "wb") as out:
        out.write(SIGNATURE + chunk(b"IHDR", head))
        if palette:
            out.write(chunk(b"PLTE", b"".join(map(bytes, palette))))
        out.write(chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b""))


# ---- colours ----------------------------------------------------------------------------------------


def pixels(row):
    return zip(row[::3], row[1::3], row[2::3])


def mean(box):
    total = sum(count for _, count in box)
    return tuple(round(sum(colour[i] * count for colour, count in box) / total) for i in range(3))


def spread(box):
    """(how far its colours lie apart on the widest channel, that channel)"""
    return max((max(c[i] for c, _ in box) - min(c[i] for c, _ in box), i) for i in range(3))


def cut(box):
    channel = spread(box)[1]
    low, high = (f(colour[channel] for colour, _ in box) for f in (min, max))
    middle = (low + high) / 2
    return [item for item in box if item[0][channel] <= middle], [item for item in box if item[0][channel] > middle]


def choose_palette(rows):
    """Boxes of near colours, the widest cut until there are 256; areas of one colour keep theirs. {colour: its number}, and
    the palette."""
    counts = collections.Counter(pixel for row in rows for pixel in pixels(row))
    common = counts.most_common(48)
    boxes = [[item] for item in common]
    if len(counts) > len(common):
        boxes.append(sorted(counts.items() - set(common)))
    while len(boxes) < 256 and max(spread(box)[0] for box in boxes) > 0:
        widest = max(boxes, key=spread)
        boxes.remove(widest)
        boxes += cut(widest)
    numbers = {colour: number for number, box in enumerate(boxes) for colour, _ in box}
    return numbers, [mean(box) for box in boxes]


def with_palette(picture):
    numbers, palette = choose_palette(picture.rows)
    rows = [bytes(numbers[pixel] for pixel in pixels(row)) for row in picture.rows]
    return Picture(picture.width, picture.height, 1, rows), palette


def in_grey(picture):
    """As a printer without colour makes it: Rec. 601."""
    rows = [bytes((299 * r + 587 * g + 114 * b) // 1000 for r, g, b in pixels(row)) for row in picture.rows]
    return Picture(picture.width, picture.height, 1, rows)


# ---- sheets -------------------------------------------------------------------------------------------


def beside(cards):
    """The rows of some cards side by side, with ground between and around them."""
    gap = bytes(GROUND) * GAP
    for rows in zip(*(card.rows for card in cards)):
        yield gap + gap.join(rows) + gap


def sheet_of(cards):
    across = min(ACROSS, len(cards))
    blank = Picture(cards[0].width, cards[0].height, 3, [bytes(GROUND) * cards[0].width] * cards[0].height)
    cards = cards + [blank] * (-len(cards) % across)
    width = across * (blank.width + GAP) + GAP
    rows = [bytes(GROUND) * width] * GAP
    for first in range(0, len(cards), across):
        rows += [*beside(cards[first:first + across]), *[bytes(GROUND) * width] * GAP]
    return Picture(width, len(rows), 3, rows)


def print_side(ezkit, deck, side, *more):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([ezkit, "print", deck, "--lang", "nl", "--side", side, "--format", "png", "--dpi", str(DPI), "-o", folder,
                        "--quiet", *more], check=True)
        # C2 before C12
        paths = sorted(glob.glob(os.path.join(folder, "*.png")), key=lambda path: (len(path), path))
        return [read_png(path) for path in paths]


def all_decks(ezkit):
    listed = subprocess.run([ezkit, "list", "--json"], capture_output=True, text=True, check=True).stdout
    things = [json.loads(line) for line in listed.splitlines()]
    return [thing["id"] for thing in things if thing["kind"] == "deck"]


def main(ezkit, folder, *decks):
    for deck in decks or all_decks(ezkit):
        for side in ("front", "back"):
            cards = print_side(ezkit, deck, side)
            if not cards:
                continue
            sheet = sheet_of(cards)
            write_png(os.path.join(folder, f"{deck}-{side}s.png"), *with_palette(sheet))
            if side == "front":
                write_png(os.path.join(folder, f"{deck}-grey.png"), in_grey(sheet))
    if not decks:
        home = ("--for", "home", "--cards", "1-4", "--dpi", str(2 * DPI))
        sides = [print_side(ezkit, "natuur", side, *home)[0] for side in ("front", "back")]
        write_png(os.path.join(folder, "home-sheet.png"), *with_palette(sheet_of(sides)))


if __name__ == "__main__":
    main(*sys.argv[1:])
