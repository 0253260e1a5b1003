#!/usr/bin/python3
"""The wall with five thousand insights: a page of cards at a time, the window at hand meanwhile, and every
chart that is for a room.

Usage: test_wall.py BUILD_FOLDER. What the main loop did is read from its own log.
"""

import pathlib
import re
import sys

import lint
from processes import Trouble
from product import Product
from session import Session, missing
from tap import Tap

MANY = 5000
PAGE = 60
LONGEST_MS = 400  # of the processor, in one turn of the main loop: a page of cards is made in it
CHARTS = 5


class Wall:
    def __init__(self, session, product):
        self.session = session
        self.press = session.keyboard.press
        self.file = product.sample(session.folder)
        source = pathlib.Path(session.folder) / "many.csv"
        # Of the workshop that new insights belong to, which is the one that the wall shows then.
        lines = [f'The bus that I need comes {n} minutes late and nobody at the clinic waits,Public contributors,'
                 '"Workshop 2: What should change, and who can change it"' for n in range(MANY)]
        source.write_text("text,group,workshop\n" + "\n".join(lines) + "\n", encoding="utf-8")
        product.run("import", self.file, source, "--as", "insights")
        self.application = product.start(session, self.file)
        self.main = self.application.window()
        product.wait_open(self.main)
        self.window = None

    def cards(self):
        return [card for card in self.window.all("list item") if card.mapped]

    def stalls(self):
        """What each long turn of the main loop took of the processor, in milliseconds."""
        log = pathlib.Path(self.session.extra_env["EVENHAND_STALLS"])
        return [float(line.split()[2]) for line in log.read_text(encoding="ascii").splitlines()]


def expect(found, wanted):
    if found != wanted:
        raise Trouble(f"found {found!r}, wanted {wanted!r}")


def opened(wall):
    before = len(wall.stalls())
    wall.main.act("win.wall")
    wall.window = wall.application.window("Wall", besides=[wall.main])
    wall.window.find("label", re.compile(f"^1 to {PAGE} of {MANY // 1000}"), seconds=40)
    wall.session.settle()
    expect(len(wall.cards()), PAGE)
    expect(lint.unnamed(wall.window), [])
    longest = max(wall.stalls()[before:], default=0)
    print(f"# a page of cards: at most {longest:.0f} ms of the processor at once")
    if longest > LONGEST_MS:
        raise Trouble(f"one turn of the main loop took {longest:.0f} ms")


def older(wall):
    """At the end of what is there the next cards come, in the same widgets; and back again."""
    before = len(wall.stalls())
    first = {card.name for card in wall.cards()}
    wall.window.find("button", "Older cards*").click()
    wall.window.find("label", re.compile(f"^{PAGE + 1} to {2 * PAGE} of"))
    second = {card.name for card in wall.cards()}
    expect(len(second), PAGE)
    expect(first & second, set())
    wall.press("Page_Up")
    wall.window.find("label", re.compile(f"^1 to {PAGE} of"))
    expect({card.name for card in wall.cards()}, first)
    longest = max(wall.stalls()[before:], default=0)
    print(f"# the next page: at most {longest:.0f} ms of the processor at once")


def arrives(wall):
    """What is written down comes first, and a card goes for it."""
    wall.main.act("win.place-insights")
    wall.main.find("text box", "What was said").set_text("It has just been said")
    wall.main.find("button", "*dd").click()
    wall.window.find("list item", "It has just been said*", seconds=20)
    wall.window.find("label", re.compile(f"^1 to {PAGE} of {MANY // 1000}"), seconds=20)
    wall.session.settle()
    expect(len(wall.cards()), PAGE)
    expect(wall.cards()[0].name.startswith("It has just been said"), True)


def charts(wall):
    """One after the other, none twice, until the first comes again."""
    seen = []
    for _ in range(CHARTS + 1):
        wall.press("3")
        wall.session.settle()
        seen.append(wall.window.find("widget", "EhWallCharts").find("label").name)
    print(f"# {seen}")
    if seen[0] not in seen[1:] or len(set(seen)) < CHARTS - 1:
        raise Trouble(f"these charts: {seen}")


def main(build):
    tap = Tap()
    if missing():
        print(f"1..0 # SKIP not installed: {' '.join(missing())}")
        sys.exit(0)
    with Session(size=(1290, 890)) as session:
        session.extra_env["EVENHAND_STALLS"] = str(session.folder / "stalls")
        session.env["EVENHAND_STALLS"] = session.extra_env["EVENHAND_STALLS"]
        wall = Wall(session, Product(build))
        tap.step("a page of five thousand is shown", opened, wall)
        tap.step("the next page comes in the same cards", older, wall)
        tap.step("what is new comes first", arrives, wall)
        tap.step("every chart for a room is there", charts, wall)
        tap.result(wall.application.quit() == 0, "it closes well")
        tap.empty("it complained of nothing", wall.application.complaints)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
