#!/usr/bin/python3
"""What Evenhand costs, beside what SQLite, an empty window or starting a program alone costs.

Usage: bench.py BUILD_FOLDER [--only WORDS]. `./dev bench` calls it. Both sides of each line are
measured one after the other on this machine, the best of a few tries; the bar is what the design
asks for. A busy machine makes both slower: compare within a run, not between two.
"""

import argparse
import csv
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "ui"))
sys.path.insert(0, str(HERE.parent / "contribute"))
sys.path.insert(0, str(HERE.parent / "support"))

from crowd import fill  # noqa: E402
from load import Load  # noqa: E402
from phones import Server  # noqa: E402
from product import Product  # noqa: E402
from screen import Screen  # noqa: E402
import rows  # noqa: E402
from session import Session, missing  # noqa: E402
from stalls import crowded, stalls, writing  # noqa: E402

WORDS = """we were not asked about the agenda before meeting people who care for others could not come
at that time because nobody paid for travel or a sitter and the papers were long full of words
that only researchers use so many stayed silent council money choices felt made already listening
takes longer than planned trust grows when somebody comes back to say what changed""".split()
NAMES = """Asha Bronwen Chidi Dilys Emeka Farida Gwen Hamza Imogen Joanna Kwame Leila Megan Nia Owain
Priya Quentin Rowan Samina Tomasz""".split()
REGION = (320, 300, 500, 420)  # where the rows of a list are, and the middle of any window


class Table:
    """The lines that are printed."""

    def __init__(self):
        print(f"{'':46}{'Evenhand':>12}{'alone':>12}  {'bar':<10}", flush=True)
        self.missed = 0

    def line(self, what, ours, floor, beside, bar, unit="ms"):
        """One measure: ours and what stands beside it, in one unit; bar: the most that it may be."""
        good = ours <= bar
        self.missed += not good
        alone = f"{floor:.4g} {unit}" if floor is not None else ""
        print(f"{what:46}{f'{ours:.4g} {unit}':>12}{alone:>12}  {'under' if good else 'OVER'} "
              f"{bar:g} {unit}   (alone: {beside})", flush=True)


def sentences(count, seed=1):
    """Invented words, the same in every run, about as long as what people say."""
    dice = random.Random(seed)
    for number in range(count):
        yield " ".join(dice.choice(WORDS) for _ in range(dice.randint(8, 24))) + f" {number}"


def write_insights(path, count):
    """Insights of 40 people in three groups, as another program would give them."""
    groups = ["Public contributors", "Health, care and community staff", "Researchers"]
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["text", "person", "group", "workshop", "kind"])
        for number, words in enumerate(sentences(count)):
            person = number % 40
            out.writerow([words, f"{NAMES[person % 20]} {NAMES[person // 20]}son", groups[person % 3], "First workshop", "barrier"])


def seconds(argv, tries=3, env=None, before=lambda: None):
    """The best time of a program, in seconds."""
    best = float("inf")
    for _ in range(tries):
        before()
        start = time.perf_counter()
        subprocess.run([str(part) for part in argv], check=True, stdin=subprocess.DEVNULL, env=env,
                       stdout=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - start)
    return best


def sqlite_alone(source, path):
    """The same rows into a table and a word index of SQLite's, in one transaction."""
    path.unlink(missing_ok=True)
    start = time.perf_counter()
    with open(source, newline="", encoding="utf-8") as file:
        rows = [(row["text"], row["person"]) for row in csv.DictReader(file)]
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE insight (id INTEGER PRIMARY KEY, text TEXT, person TEXT)")
    database.execute("CREATE VIRTUAL TABLE words USING fts5 (text, content='insight', content_rowid='id')")
    with database:
        database.executemany("INSERT INTO insight (text, person) VALUES (?, ?)", rows)
        database.execute("INSERT INTO words (words) VALUES ('rebuild')")
    database.close()
    return time.perf_counter() - start


def bench_import(table, product, folder):
    source = folder / "insights.csv"
    project = folder / "import.evenhand"
    write_insights(source, 10_000)

    def fresh():
        project.unlink(missing_ok=True)
        product.run("new", project)

    ours = seconds([product.command, "import", project, source, "--as", "insights"], before=fresh)
    floor = min(sqlite_alone(source, folder / "floor.db") for _ in range(3))
    table.line("10,000 insights imported from CSV", ours * 1000, floor * 1000,
               "SQLite, a table and an index", 1000)


def bench_insight(table, product, folder):
    told = subprocess.run([product.build / "tests" / "bench" / "bench-store", "insight", folder],
                          check=True, capture_output=True, text=True).stdout.split()
    table.line("one insight, from Enter to safe", float(told[0]), float(told[1]),
               "SQLite, the words and an index", 10)


def commits_alone(path, count):
    """Seconds of `count` rows, each committed by itself as safely as ours are; all, and the worst."""
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                           "CREATE TABLE received (id INTEGER PRIMARY KEY, text TEXT, edit TEXT, nonce TEXT UNIQUE)")
    worst, begun = 0, time.perf_counter()
    for number, words in enumerate(sentences(count)):
        start = time.perf_counter()
        database.execute("INSERT INTO received VALUES (?, ?, ?, ?)", (number, words, "e" * 64, f"{number:064}"))
        worst = max(worst, time.perf_counter() - start)
    took = time.perf_counter() - begun
    database.close()
    return took, worst


def bench_phones(table, product, folder):
    """300 phones, five things each, all at once; the client runs on the same processors."""
    alone, worst_alone = commits_alone(folder / "commits.db", 1500)
    server = Server(str(product.build / "tests" / "contribute" / "serve"))
    server.ask("longest")
    load = Load(server, 300, 5).run()
    rows = len(server.rows())
    longest = float(server.ask("longest").split()[1])
    server.end()
    if len(load.acknowledged) != 1500 or rows != 1500:
        raise SystemExit(f"bench: {len(load.acknowledged)} acknowledged and {rows} on disk of 1500: "
                         f"{load.refused[:5]} {load.broken}")
    table.line("a contribution of 300 phones, on disk", load.seconds / 1.5, alone / 1.5,
               "SQLite, a commit for each", 20)
    table.line("the phone that waited longest", max(load.times) * 1000, worst_alone * 1000,
               "SQLite, the longest commit", 3000)
    table.line("the window, held up meanwhile", longest, None, "nothing", 100)


def bench_search(table, product, large):
    told = subprocess.run([product.build / "tests" / "bench" / "bench-store", "search", large],
                          check=True, capture_output=True, text=True).stdout.split()
    table.line("the slowest key of a search in 100,000", float(told[0]), float(told[1]),
               "SQLite's word index", 5)


def bench_charts(table, product, large):
    told = subprocess.run([product.build / "tests" / "bench" / "bench-charts", large],
                          check=True, capture_output=True, text=True).stdout.splitlines()
    count, balance, map_ = ([float(each) for each in line.split()] for line in told)
    table.line("both charts of 100,000 insights counted", *count, "SQLite, two counting queries", 500)
    table.line("voice balance of them, gate to PNG", *balance, "cairo, as many shapes and words", 250)
    table.line("the power map of them, gate to PNG", *map_, "cairo, as many shapes and words", 250)


def bench_change(table, product, folder, large):
    """Every chart after one change in 100,000 insights that are placed, used and coded twice: what the
    processor did for ours, for a busy machine makes the clock lie."""
    project = folder / "change.evenhand"
    shutil.copy(large, project)
    told = subprocess.run([product.build / "tests" / "bench" / "bench-change", project],
                          check=True, capture_output=True, text=True).stdout.splitlines()
    for name, shown, counted, floor in (line.split() for line in told):
        table.line(f"{name} of 100,000 after one change", float(shown), float(floor),
                   f"SQLite, a query that counts; counting alone is {float(counted):.0f} ms of ours", 100)


def bench_paint(table, product):
    told = subprocess.run([product.build / "tests" / "bench" / "bench-paint"],
                          check=True, capture_output=True, text=True).stdout.splitlines()
    for name, ours, floor, frame in (line.split() for line in told):
        table.line(f"a large {name} at 4K put up in a frame", float(frame), None,
                   f"nothing; painted before in a worker, in {float(ours):.0f} ms, cairo with as many shapes "
                   f"and words in {float(floor):.0f}", 8)


def memory(pid):
    """The most that a process has held, in MB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def until(screen, good, limit=20.0):
    """The time until the middle of the screen is good."""
    start = time.perf_counter()
    while not good(screen.pixels(*REGION)):
        if time.perf_counter() - start > limit:
            raise TimeoutError("the window was not drawn")
        time.sleep(0.002)
    return time.perf_counter() - start


def rested(session, screen):
    """The middle of the screen, when it has been the same for a while: on a busy machine, longer."""
    picture = None
    while picture != (picture := screen.pixels(*REGION)):
        session.settle()
        time.sleep(0.5)
    return picture


def drawn(argv, env=None, tries=5):
    """The best time from the start of a program to its finished picture, and its memory."""
    best, held, final = float("inf"), 0.0, None
    for _ in range(tries + 1):
        with Session() as session:
            screen = Screen(session.env["DISPLAY"])
            black = screen.pixels(*REGION)
            process = session.processes.start([str(part) for part in argv], session.env | (env or {}))
            if final is None:
                # The first try tells what the finished picture is.
                until(screen, lambda picture: picture != black)
                session.settle()
                final = screen.pixels(*REGION)
            else:
                best = min(best, until(screen, lambda picture: picture == final))
                session.settle()
            held = max(held, memory(process.pid))
            screen.close()
    return best, held


def first_rows(product, project, tries=3):
    """The best time from asking for the Insights place to its rows on the screen, or None where the
    machine was too busy to draw the same picture twice."""
    best = None
    for _ in range(tries):
        with Session() as session:
            application = product.start(session, project, fatal=False)
            window = application.window()
            session.wait(lambda: "win.place-insights" in window.actions, seconds=120,
                         what="the project")
            session.settle()
            screen = Screen(session.env["DISPLAY"])
            try:
                window.act("win.place-insights")
                window.find("list item", "*", seconds=120)
                final = rested(session, screen)
                for place in ("overview", "people"):
                    window.act(f"win.place-{place}")
                    rested(session, screen)
                start = time.perf_counter()
                window.act("win.place-insights")
                until(screen, lambda picture: picture == final)
                spent = time.perf_counter() - start
                best = min(best or spent, spent)
            except TimeoutError:
                continue
            finally:
                screen.close()
    return best


def bench_rows(table, product, folder, sample, large):
    """The list of 100,000 insights under the keys, beside GTK's own of as many words; its memory, beside
    what the sample takes. The bar is a frame."""
    lines = folder / "lines"
    lines.write_text("\n".join(sentences(100_000)), encoding="utf-8")
    floor, _, _ = rows.alone(product, lines)
    _, few_shown, few_worked = rows.ours(product, sample)
    steps, shown, worked = rows.ours(product, large)
    for what, longest in steps.items():
        table.line(f"100,000 rows: {what}", longest, floor[what], "the longest turn of GTK's list of two labels a row",
                   16.7)
    table.line("the memory of the list, shown", shown, few_shown, "with the sample", few_shown + 4, "MB")
    table.line("the memory of it, after a walk", worked, few_worked, "with the sample", few_worked + 8, "MB")


def bench_window(table, product, folder, large):
    if missing():
        print(f"the window was not measured: not installed: {' '.join(missing())}")
        return
    empty, empty_memory = drawn([product.build / "tests" / "bench" / "empty-window"])
    sample = product.sample(folder)
    env = product.env(product.build / "po")
    ours, held = drawn([product.window, sample], env)
    table.line("the window drawn, with the sample", ours * 1000, empty * 1000, "an empty window", 700)
    table.line("the memory of the window", held, empty_memory, "an empty window", 120, "MB")
    first = first_rows(product, large)
    if first is None:
        print("the first rows of 100,000 insights were not measured: the machine is too busy")
    else:
        table.line("the first rows of 100,000 insights", first * 1000, empty * 1000, "an empty window",
                   max(300, empty * 1500))
    bench_rows(table, product, folder, sample, large)
    with_few = dict(stalls(product, sample))
    for what, longest in stalls(product, large):
        table.line(f"longest stall: {what}", longest, with_few.get(what), "with the sample", 16)
    crowd = folder / "crowd.evenhand"
    shutil.copy(large, crowd)
    fill(crowd)
    for what, measured in crowded(product, crowd):
        if what.startswith("the memory"):
            table.line(what, measured, empty_memory, "an empty window", 400, "MB")
        else:
            table.line(f"longest stall: {what}", measured, None, "nothing", 16)


def bench_documents(table, product, folder):
    source = folder / "thousand.csv"
    project = folder / "thousand.evenhand"
    write_insights(source, 1_000)
    product.run("new", project)
    product.run("import", project, source, "--as", "insights")
    start = seconds([product.command, "--version"], tries=5)
    for format_ in ("odt", "pdf", "html", "md"):
        ours = seconds([product.command, "export", project, folder / f"out.{format_}"], tries=3)
        table.line(f"the guidance of 1,000 insights as {format_}", ours * 1000, start * 1000,
                   "starting the program", 200)


def write_guidance(project, count=500, links=2_000):
    """A document of so many blocks with so much evidence, of the insights that are in the project."""
    kinds = ["paragraph", "paragraph", "recommendation", "quotation", "question", "list", "recommendation",
             "callout", "paragraph", "recommendation"]
    words, dice, rests = list(sentences(count + 5, seed=2)), random.Random(3), []
    database = sqlite3.connect(project)
    insights = [row[0] for row in database.execute("SELECT id FROM insight ORDER BY id")]
    guidance = 10 ** 12
    with database:
        database.execute("INSERT INTO guidance (id, title, template, language, version) VALUES (?, ?, 'T1', 'en-GB', '1')",
                         (guidance, "Sharing power at length"))
        for number in range(count):
            kind = "heading" if number % 10 == 0 else kinds[number % 10]
            text = words[number] + (" **and** [so on](https://example.org)^[A source.]" if kind == "paragraph" else "")
            text = "\n".join(words[number:number + 4]) if kind == "list" else text
            if number in (7, 257):
                kind, text = "chart", ""
            database.execute("INSERT INTO block (id, guidance_id, position, kind, level, text, detail, source, insight_id) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             (2 * guidance + number, guidance, number, kind,
                              0 if kind != "heading" else 1 if number % 50 == 0 else 2, text,
                              words[number] if kind == "recommendation" else "",
                              {7: "balance", 257: "map"}.get(number, ""),
                              insights[number] if kind == "quotation" else None))
            rests += [2 * guidance + number] if kind in ("recommendation", "paragraph") else []
        pairs = set()
        while len(pairs) < links:
            pairs.add((dice.choice(rests), dice.choice(insights)))
        database.executemany("INSERT INTO evidence (id, block_id, insight_id) VALUES (?, ?, ?)",
                             [(3 * guidance + number, *pair) for number, pair in enumerate(sorted(pairs))])
    database.close()


def long_document(product, folder):
    """A project with a document of 500 blocks and 2,000 links."""
    people, source, project = folder / "p.csv", folder / "long.csv", folder / "long.evenhand"
    if project.exists():
        return project
    write_insights(source, 1_000)
    with open(people, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["name", "credit", "consent"])
        out.writerows([f"{NAMES[n % 20]} {NAMES[n // 20]}son", "named", "named"] for n in range(40))
    product.run("new", project)
    product.run("import", project, people, "--as", "people")
    product.run("import", project, source, "--as", "insights")
    write_guidance(project)
    return project


def bench_writing(table, product, folder):
    """Writing in a long document, beside the same in the sample."""
    if missing():
        print(f"the editor was not measured: not installed: {' '.join(missing())}")
        return
    sample = product.sample(folder)
    few = dict(writing(product, sample))
    for what, longest in writing(product, long_document(product, folder)):
        table.line(f"500 blocks, longest stall: {what}", longest, few.get(what), "with the sample",
                   100 if what.startswith("opening") else 16 if what.startswith("typing") else 33)


def bench_export(table, product, folder):
    """A long document in every format, beside pandoc, which makes the same of the Markdown file."""
    project = long_document(product, folder)
    pandoc = shutil.which("pandoc")
    for format_ in ("md", "odt", "docx", "pdf", "html", "epub"):
        ours = seconds([product.command, "export", project, folder / f"long.{format_}"], tries=3)
        other = None
        if pandoc and format_ not in ("md", "pdf"):
            other = seconds([pandoc, "-s", "--toc", "--metadata", "title=Long", folder / "long.md", "-o",
                             folder / f"pandoc.{format_}"], tries=2) * 1000
        table.line(f"500 blocks with 2,000 links as {format_}", ours * 1000, other,
                   "pandoc, of the Markdown file" if other else "pandoc: none for this, or not installed", 1000)


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("build", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--only", help="import, insight, phones, search, charts, change, paint, window, writing, documents or export")
    options = parser.parse_args()
    product = Product(options.build)
    with tempfile.TemporaryDirectory(prefix="evenhand-bench-") as name:
        folder = pathlib.Path(name)
        os.environ["XDG_DATA_HOME"] = str(folder / "data")  # backups that the command makes
        wanted = [options.only] if options.only else ["import", "insight", "phones", "search", "charts", "change", "paint", "window", "writing", "documents", "export"]
        large = folder / "large.evenhand"
        if {"search", "charts", "change", "window"} & set(wanted):
            print("Making a project of 100,000 insights", file=sys.stderr, flush=True)
            write_insights(folder / "large.csv", 100_000)
            product.run("new", large)
            product.run("import", large, folder / "large.csv", "--as", "insights")
        table = Table()
        benches = {
            "import": lambda: bench_import(table, product, folder),
            "insight": lambda: bench_insight(table, product, folder),
            "phones": lambda: bench_phones(table, product, folder),
            "search": lambda: bench_search(table, product, large),
            "charts": lambda: bench_charts(table, product, large),
            "change": lambda: bench_change(table, product, folder, large),
            "paint": lambda: bench_paint(table, product),
            "window": lambda: bench_window(table, product, folder, large),
            "writing": lambda: bench_writing(table, product, folder),
            "documents": lambda: bench_documents(table, product, folder),
            "export": lambda: bench_export(table, product, folder),
        }
        for each in wanted:
            benches[each]()


if __name__ == "__main__":
    main()
