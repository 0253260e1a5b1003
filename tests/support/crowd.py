"""Fills a project with as much of everything as a large one has, beside the insights that it holds.

The program must be closed meanwhile. Rows are written as the program would have written them, but for
the history: its steps say what was done and hold no changes. All of it is invented.
"""

import random
import sqlite3

FIRST = """Asha Bronwen Chidi Dilys Emeka Farida Gwen Hamza Imogen Joanna Kwame Leila Megan Nia Owain
Priya Quentin Rowan Samina Tomasz""".split()
LAST = """Abara Bevan Clarke Davies Evans Farouk Griffiths Hughes Iqbal Jones Khan Lewis Morgan Novak
Okafor Price Quinn Roberts Singh Thomas""".split()
FIRST_ID = 7 * 10 ** 12


class Crowd:
    """One project that is being filled."""

    def __init__(self, project, seed=1):
        self.database = sqlite3.connect(project)
        self.dice = random.Random(seed)
        self.last_id = FIRST_ID
        self.groups = self.ids("role_group")
        self.insights = self.ids("insight")

    def ids(self, table, where="1"):
        """The ids of a table."""
        return [row[0] for row in self.database.execute(f"SELECT id FROM {table} WHERE {where} ORDER BY id")]

    def next_id(self):
        """An id that nothing has yet."""
        self.last_id += 1
        return self.last_id

    def put(self, table, rows):
        """Rows as dictionaries with the same keys; those without an id get one. Gives their ids."""
        rows = [{"id": self.next_id()} | row for row in rows]
        if rows:
            names = list(rows[0])
            self.database.executemany(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                [[row[name] for name in names] for row in rows])
        return [row["id"] for row in rows]

    def people(self, count):
        """People with a consent each, and an access need for every tenth."""
        ids = self.put("participant", [
            {"name": f"{FIRST[n % 20]} {LAST[n // 20 % 20]} {n}", "role_group_id": self.groups[n % len(self.groups)],
             "role": "carer", "organisation": f"Organisation {n % 97}", "credit": ("ask", "named", "initials")[n % 3],
             "created_at": 1_700_000_000 + n} for n in range(count)])
        self.put("consent", [{"id": id_, "take_part": "yes", "notes": "yes", "quote": "anonymous", "wording": "v1"}
                             for id_ in ids])
        self.put("access_need", [{"participant_id": id_, "kind": "Large print", "status": "asked",
                                  "delete_after": "2031-01-01"} for id_ in ids[::10]])
        return ids

    def workshops(self, count, people, each=30):
        """Workshops with a run sheet, people who were there, slips, promises and payments."""
        ids = self.put("workshop", [
            {"title": f"Workshop {n + 1}", "date": f"20{20 + n // 300:02}-{1 + n // 25 % 12:02}-{1 + n % 25:02}",
             "place": "The hall", "position": n, "stage": "sense"} for n in range(count)])
        self.put("activity", [{"workshop_id": id_, "position": n, "title": f"Round {n + 1}", "minutes": 20,
                               "prompt": "What happened?"} for id_ in ids for n in range(6)])
        there = [(id_, who) for id_ in ids for who in self.dice.sample(people, min(each, len(people)))]
        self.put("attendance", [{"workshop_id": id_, "participant_id": who} for id_, who in there])
        self.put("slip", [{"workshop_id": id_, "number": n % each + 1, "code": f"{n:06}", "participant_id": who}
                          for n, (id_, who) in enumerate(there)])
        self.put("promise", [{"workshop_id": id_, "participant_id": who, "text": "To write down what changed",
                              "due": "2030-06-01"} for id_, who in there[::each]])
        self.put("payment", [{"workshop_id": id_, "participant_id": who, "hours": 2.0, "offered": 3000,
                              "choice": "accepted", "amount": 3000} for id_, who in there])
        return ids

    def said_in(self, workshops, people):
        """Spreads the insights over workshops and people."""
        if not workshops or not people:
            return
        activities = {}
        for id_, workshop in self.database.execute("SELECT id, workshop_id FROM activity"):
            activities.setdefault(workshop, []).append(id_)
        self.database.executemany("UPDATE insight SET workshop_id = ?, activity_id = ?, said_at = ? WHERE id = ?", [
            (workshops[n % len(workshops)], activities[workshops[n % len(workshops)]][n % 6], 1_700_000_000 + n, id_)
            for n, id_ in enumerate(self.insights)])
        self.database.executemany("UPDATE contributor SET participant_id = ? WHERE insight_id = ?", [
            (people[n % len(people)], id_) for n, id_ in enumerate(self.insights)])

    def placed(self):
        """Each insight under a category, every tenth by a second coder too."""
        categories = self.ids("category", "parent_id IS NOT NULL AND framework_id = (SELECT framework_id FROM project)")
        self.put("mapping", [{"insight_id": id_, "category_id": categories[n % len(categories)], "coder": coder,
                              "created_at": 1_700_000_000 + n}
                             for n, id_ in enumerate(self.insights)
                             for coder in (("", "Second") if n % 10 == 0 else ("",))])

    def resources(self, count):
        """Resources of the team's own."""
        keys = [row[0] for row in self.database.execute("SELECT key FROM category WHERE parent_id IS NOT NULL")]
        ids = self.put("resource", [
            {"title": f"How it went, part {n}", "authors": f"{LAST[n % 20]}, {FIRST[n % 20][0]}.", "year": 1990 + n % 35,
             "kind": "report", "summary": "What a team found when it asked those whom it was about. " * 3,
             "created_at": 1_700_000_000 + n} for n in range(count)])
        self.put("resource_category", [{"resource_id": id_, "category_key": keys[n % len(keys)]}
                                       for n, id_ in enumerate(ids)])

    def history(self, count):
        """Steps that came before all others."""
        self.database.execute("UPDATE history SET seq = -seq")
        self.database.execute("UPDATE history SET seq = ? - seq", (count,))
        self.database.executemany(
            "INSERT INTO history (seq, guid, label, made_at, device, author, n_rows, changes)"
            " VALUES (?, ?, ?, ?, 'laptop', ?, 1, x'')",
            [(n + 1, f"crowd-{n}", f"Added an insight {n}", 1_600_000_000 + 60 * n, ("Ada", "Ben", "")[n % 3])
             for n in range(count)])


def fill(project, *, people=5_000, workshops=200, resources=500, steps=10_000):
    """Fills a project; what it holds of insights is spread over all of it."""
    crowd = Crowd(project)
    with crowd.database:
        who = crowd.people(people)
        crowd.said_in(crowd.workshops(workshops, who), who)
        crowd.placed()
        crowd.resources(resources)
        crowd.history(steps)
    crowd.database.close()
