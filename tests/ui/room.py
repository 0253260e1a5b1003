"""The sample project in a window, with everybody's name to look for: what the tests of the room display
share."""

import json
import sqlite3

import tree
from accessible import Accessible
from processes import Trouble

LABEL = 29  # of AtspiRole


class Room:
    """The sample project, with somebody's names to look for."""

    def __init__(self, session, product):
        self.session = session
        self.product = product
        self.file = product.sample(session.folder)
        people = json.loads(product.run("list", self.file, "people", "--json"))
        self.names = {person["name"] for person in people}
        db = sqlite3.connect(self.file)
        for column in ("credit_name", "pseudonym"):
            self.names |= {row[0] for row in db.execute(f"SELECT {column} FROM participant") if row[0]}
        self.secrets = [row[0] for row in db.execute(
            "SELECT biography FROM participant UNION SELECT role FROM participant"
            " EXCEPT SELECT role FROM participant JOIN insight ON instr (text, role)")
            if " " in row[0]]
        db.close()
        self.application = product.start(session, self.file)
        self.window = self.application.window()
        self.press = session.keyboard.press
        self.type = session.keyboard.type
        product.wait_open(self.window)
        self.window.act("window.toggle-maximized")

    def words(self):
        """All that any control could say, each with where it is.

        The program keeps a cache for screen readers of each control that was ever asked for, with names
        and descriptions: what is shown is asked for now, what is hidden was when it was shown. Texts are
        asked for one by one.
        """
        for window in self.application.windows:
            window.walk()
        items = self.session.call(self.application.connection, "/org/a11y/atspi/cache",
                                  "org.a11y.atspi.Cache", "GetItems", seconds=20)[0]
        holders = []
        for (_, path), _, _, _, _, interfaces, name, role, description, _ in items:
            where = f"{path.rsplit('/', 1)[-1]}, role {role}, {name!r}"
            yield name, where
            yield description, where
            if "org.a11y.atspi.Text" in interfaces and role != LABEL:  # whose text is its name
                holders.append(Accessible(self.application, self.application.connection, path))
        for holder, text in zip(holders, tree.texts(holders)):
            if text:
                yield text, f"the text of {holder.path.rsplit('/', 1)[-1]}"

    def seen(self):
        """Names, and what people say of themselves, that are anywhere in any window, each with where it is."""
        found = []
        for words, where in self.words():
            low = words.casefold()
            found += [f"{name}: in {where}" for name in self.names if name.casefold() in low]
            found += [f"{text[:40]}: in {where}" for text in self.secrets if text in words]
        return found

    def nobody(self):
        """Waits a moment for what is still on its way, then finds nobody."""
        self.session.settle()
        found = self.seen()
        if found:
            raise Trouble("\n".join(found[:12]))

    def focus(self, role, name):
        self.session.wait(lambda: (self.application.focused() or self.window).matches(role, name),
                          what=f"the keyboard in {role} {name}")
