/* Which numbers of a table must be withheld so that none that stands on few people can be read or
 * worked out. After the habits of statistical offices: what counts is the distinct people behind a
 * number, not the number.
 *
 * A table is given as elements (cells, totals of rows and columns, the grand total) and lines: each
 * line's elements add up to its total. Then:
 *
 * 1. Withheld is every element that stands on 1 to t - 1 people, or of which one person gave more
 *    than half. What nobody is named for stands on the crowd that it can have come from.
 * 2. In a line whose total is withheld like that, or by force, nothing is shown, zeros neither:
 *    which cells are empty would tell where those few people are. Elsewhere zeros are shown.
 * 3. What a line's shown elements leave of a shown total must be at least two elements and stand on
 *    enough people together, or the smallest element still shown is withheld too; where none is
 * left, the total. A withheld total needs a withheld element. Repeated until nothing changes.
 * 4. Each withheld element is put to the test of somebody who solves all lines at once and knows
 *    that what is withheld elsewhere than under 2 is not zero: if the range that is left for it is
 *    too narrow, more is withheld. The range comes from maximum flow: a table with totals is a
 *    network (from a node A over rows and columns to a node B and back), in which a withheld
 * element is an arc that can change, and its greatest change is the greatest flow around it.
 *
 * What is not hidden from somebody who knows this method too is that among what is withheld there
 * is something small; which it is, is.
 *
 * See "Handbook on Statistical Disclosure Control" (ESSNet, 2010), chapter 4, for the method. */

#include "eh-suppress.h"

#include <string.h>

#define TINY 1e-9

typedef struct {
  guint person;
  double amount;
} Entry;

/* What stands behind an element or several together. */
typedef struct {
  double count;
  double top;
  guint people;
  double crowd_count;
  guint64 crowds;
} Behind;

typedef struct {
  guint from;
  guint to;
  GArray *entries;
  GArray *parts;
  double crowd_count;
  guint64 crowds;
  Behind behind;
  gboolean hidden;
  gboolean forced;
  gboolean given;
  gboolean maybe_zero;
} Element;

typedef struct {
  guint *elements;
  guint n;
  guint total;
  gboolean waiting;
} Line;

struct _EhSuppress {
  guint threshold;
  double unit;
  guint n_nodes;
  guint crowd_people[64];
  GArray *elements;
  GArray *lines;
  guint n_persons;
  GArray **arcs;

  double *amount;
  guint *touched;
  double *change;
};

static Element *
element_at (EhSuppress *self, guint index)
{
  return &g_array_index (self->elements, Element, index);
}

static Line *
line_at (EhSuppress *self, guint index)
{
  return &g_array_index (self->lines, Line, index);
}

static void
element_clear (gpointer data)
{
  Element *element = data;

  g_array_unref (element->entries);
  g_array_unref (element->parts);
}

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->elements);
}

/**
 * eh_suppress_new:
 * @threshold: t, fewest distinct people behind a number
 * @unit: 1 for counts of whole things; less where parts of one are shared out
 * @n_nodes: nodes of the network: 2 for a single line, 2 + rows + columns for a table
 *
 * Returns: (transfer full): an empty table
 */
EhSuppress *
eh_suppress_new (guint threshold, double unit, guint n_nodes)
{
  EhSuppress *self = g_new0 (EhSuppress, 1);

  self->threshold = threshold;
  self->unit = unit;
  self->n_nodes = n_nodes;
  self->elements = g_array_new (FALSE, TRUE, sizeof (Element));
  g_array_set_clear_func (self->elements, element_clear);
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  return self;
}

/**
 * eh_suppress_free:
 * @self: (transfer full): a table
 */
void
eh_suppress_free (EhSuppress *self)
{
  g_array_unref (self->elements);
  g_array_unref (self->lines);
  for (guint i = 0; self->arcs != NULL && i < self->n_nodes; i++)
    g_array_unref (self->arcs[i]);
  g_free (self->arcs);
  g_free (self->amount);
  g_free (self->touched);
  g_free (self->change);
  g_free (self);
}

/**
 * eh_suppress_set_crowd:
 * @self: a table
 * @crowd: 0 to 63
 * @people: how many people what is put with this crowd can have come from
 */
void
eh_suppress_set_crowd (EhSuppress *self, guint crowd, guint people)
{
  self->crowd_people[MIN (crowd, 63)] = people;
}

/**
 * eh_suppress_add:
 * @self: a table
 * @from: the node that the element's arc leaves
 * @to: the node that it reaches
 *
 * The arcs go round: A (node 0) to a row is the row's total, row to column a cell, column to B
 * (node 1) the column's total, B to A the grand total. In a single line the elements go from A to
 * B.
 *
 * Returns: the index of a new element
 */
guint
eh_suppress_add (EhSuppress *self, guint from, guint to)
{
  Element element = { .from = from, .to = to };
  guint index = self->elements->len;

  element.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  element.parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->elements, element);
  return index;
}

/**
 * eh_suppress_put:
 * @self: a table
 * @element: a cell; totals take what is in their line
 * @person: who
 * @amount: how much of it they gave; may be put in several times
 */
void
eh_suppress_put (EhSuppress *self, guint element, guint person, double amount)
{
  Entry entry = { person, amount };

  if (amount <= 0)
    return;
  g_array_append_val (element_at (self, element)->entries, entry);
  self->n_persons = MAX (self->n_persons, person + 1);
}

/**
 * eh_suppress_put_crowd:
 * @self: a table
 * @element: a cell
 * @crowd: of which crowd somebody gave it
 * @amount: how much
 */
void
eh_suppress_put_crowd (EhSuppress *self, guint element, guint crowd, double amount)
{
  if (amount <= 0)
    return;
  element_at (self, element)->crowd_count += amount;
  element_at (self, element)->crowds |= G_GUINT64_CONSTANT (1) << MIN (crowd, 63);
}

/**
 * eh_suppress_add_line:
 * @self: a table
 * @elements: (array length=n): elements
 * @n: how many
 * @total: the element that they add up to; the lines of cells come before those of totals
 */
void
eh_suppress_add_line (EhSuppress *self, const guint *elements, guint n, guint total)
{
  Line line = { g_memdup2 (elements, sizeof (guint) * n), n, total, TRUE };
  GArray *parts = element_at (self, total)->parts;
  gboolean fresh = parts->len == 0;

  g_array_append_val (self->lines, line);
  for (guint i = 0; fresh && i < n; i++) {
    Element *element = element_at (self, elements[i]);

    if (element->parts->len == 0)
      g_array_append_val (parts, elements[i]);
    else
      g_array_append_vals (parts, element->parts->data, element->parts->len);
  }
}

/**
 * eh_suppress_force:
 * @self: a table
 * @element: an element
 *
 * Withholds it whatever stands behind it; of a total, everything that adds up to it, too.
 */
void
eh_suppress_force (EhSuppress *self, guint element)
{
  element_at (self, element)->forced = TRUE;
}

/**
 * eh_suppress_withhold:
 * @self: a table
 * @element: an element
 *
 * Withholds it whatever stands behind it, because another table that is told withholds it.
 */
void
eh_suppress_withhold (EhSuppress *self, guint element)
{
  element_at (self, element)->given = TRUE;
}

static void
gather (EhSuppress *self, const Element *element, Behind *behind, guint *n_touched)
{
  behind->crowd_count += element->crowd_count;
  behind->count += element->crowd_count;
  behind->crowds |= element->crowds;
  for (guint i = 0; i < element->entries->len; i++) {
    const Entry *entry = &g_array_index (element->entries, Entry, i);

    behind->count += entry->amount;
    if (self->amount[entry->person] <= 0)
      self->touched[(*n_touched)++] = entry->person;
    self->amount[entry->person] += entry->amount;
    behind->top = MAX (behind->top, self->amount[entry->person]);
  }
}

static Behind
look_behind (EhSuppress *self, const guint *elements, guint n)
{
  Behind behind = { 0 };
  guint n_touched = 0;

  for (guint i = 0; i < n; i++) {
    const Element *element = element_at (self, elements[i]);

    if (element->parts->len == 0)
      gather (self, element, &behind, &n_touched);
    for (guint j = 0; j < element->parts->len; j++)
      gather (self, element_at (self, g_array_index (element->parts, guint, j)), &behind,
              &n_touched);
  }
  for (guint i = 0; i < n_touched; i++)
    self->amount[self->touched[i]] = 0;
  behind.people = n_touched;
  return behind;
}

static gboolean
is_safe (const EhSuppress *self, const Behind *behind)
{
  guint crowd = 0;

  if (behind->people > 0)
    return behind->people >= self->threshold && behind->top <= behind->count / 2 + TINY;
  for (guint i = 0; i < 64; i++)
    if (behind->crowds & (G_GUINT64_CONSTANT (1) << i))
      crowd += self->crowd_people[i];
  return behind->crowd_count <= 0 || crowd >= self->threshold;
}

static gboolean
has_element (const Line *line, guint element)
{
  for (guint i = 0; i < line->n; i++)
    if (line->elements[i] == element)
      return TRUE;
  return FALSE;
}

static void
wake_lines_of (EhSuppress *self, guint element)
{
  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = line_at (self, i);

    line->waiting |= line->total == element || has_element (line, element);
  }
}

static void
hide (EhSuppress *self, guint element)
{
  element_at (self, element)->hidden = TRUE;
  wake_lines_of (self, element);
}

/* Whether a line of @element adds up to nothing: what is known to be zero cannot be withheld. */
static gboolean
in_empty_line (EhSuppress *self, guint element)
{
  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = line_at (self, i);

    if (element_at (self, line->total)->behind.count <= 0 &&
        !element_at (self, line->total)->forced && has_element (line, element))
      return TRUE;
  }
  return FALSE;
}

static void
hide_small (EhSuppress *self)
{
  for (guint i = 0; i < self->elements->len; i++) {
    Element *element = element_at (self, i);

    if (element->forced || element->given ||
        (element->behind.count > 0 && !is_safe (self, &element->behind)))
      hide (self, i);
    element->maybe_zero = element->forced || element->given;
  }
  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = line_at (self, i);
    Element *total = element_at (self, line->total);

    if (!total->forced && (total->behind.count <= 0 || is_safe (self, &total->behind)))
      continue;
    for (guint j = 0; j < line->n; j++) {
      Element *element = element_at (self, line->elements[j]);

      if (element->behind.count <= 0 && in_empty_line (self, line->elements[j]))
        continue;
      hide (self, line->elements[j]);
      element->maybe_zero = TRUE;
    }
  }
}

static gboolean
smaller (const Element *a, const Element *b)
{
  if (a->behind.people != b->behind.people)
    return a->behind.people < b->behind.people;
  return a->behind.count < b->behind.count + TINY;
}

/* Withholds the smallest element of the line that is shown and not zero; the last of equals.
 * Returns whether there was one. */
static gboolean
hide_next (EhSuppress *self, const Line *line)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < line->n; i++) {
    const Element *element = element_at (self, line->elements[i]);

    if (!element->hidden && element->behind.count > 0 &&
        (best == G_MAXUINT || smaller (element, element_at (self, best))))
      best = line->elements[i];
  }
  if (best != G_MAXUINT)
    hide (self, best);
  return best != G_MAXUINT;
}

/* Whether it may be told that all of @hidden, of one line, are nothing: of enough people, those of
 * all that crosses the line there. */
static gboolean
may_be_nothing (EhSuppress *self, const Line *line, const guint *hidden, guint n)
{
  g_autofree guint *crossing = g_new (guint, n * self->lines->len + 1);
  guint n_crossing = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < self->lines->len; j++)
      if (line_at (self, j) != line && has_element (line_at (self, j), hidden[i]))
        crossing[n_crossing++] = line_at (self, j)->total;
  return look_behind (self, crossing, n_crossing).people >= self->threshold;
}

static gboolean
line_holds (EhSuppress *self, const Line *line)
{
  const Element *total = element_at (self, line->total);
  g_autofree guint *hidden = g_new (guint, line->n + 1);
  Behind behind;
  guint n = 0;

  for (guint i = 0; i < line->n; i++)
    if (element_at (self, line->elements[i])->hidden)
      hidden[n++] = line->elements[i];
  if (total->hidden)
    return n > 0;
  if (n == 0 || total->behind.count <= 0)
    return TRUE;
  behind = look_behind (self, hidden, n);
  if (behind.count <= 0)
    return n > 1 && may_be_nothing (self, line, hidden, n);
  return n > 1 && is_safe (self, &behind);
}

static void
settle (EhSuppress *self)
{
  gboolean changed = TRUE;

  while (changed) {
    changed = FALSE;
    for (guint i = 0; i < self->lines->len; i++) {
      Line *line = line_at (self, i);

      while (line->waiting) {
        line->waiting = FALSE;
        if (line_holds (self, line))
          continue;
        if (!hide_next (self, line) && !element_at (self, line->total)->hidden)
          hide (self, line->total);
        changed = TRUE;
      }
    }
  }
}

/* The least that an observer must allow for. */
static double
floor_of (const EhSuppress *self, const Element *element)
{
  return !element->maybe_zero && self->unit >= 1 && element->behind.count >= 1 ? 1 : 0;
}

/* One path from @from to @to along which withheld elements but @except can change, first found by
 * breadth. @via gets for each node the element that leads to it. Returns whether there is one. */
static gboolean
find_path (EhSuppress *self, guint from, guint to, guint except, guint *via)
{
  g_autofree guint *queue = g_new (guint, self->n_nodes);
  guint head = 0;
  guint tail = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    via[i] = G_MAXUINT;
  queue[tail++] = from;
  while (head < tail && via[to] == G_MAXUINT) {
    guint node = queue[head++];

    for (guint j = 0; j < self->arcs[node]->len; j++) {
      guint i = g_array_index (self->arcs[node], guint, j);
      const Element *element = element_at (self, i);
      double slack = element->behind.count + self->change[i] - floor_of (self, element);
      guint next = element->from == node ? element->to : element->from;

      if (!element->hidden || i == except || (element->to == node && slack <= TINY))
        continue;
      if (next == from || via[next] != G_MAXUINT)
        continue;
      via[next] = i;
      queue[tail++] = next;
    }
  }
  return via[to] != G_MAXUINT;
}

/* How much can flow from @from to @to over withheld elements other than @except; @enough is as good
 * as more. */
static double
find_flow (EhSuppress *self, guint from, guint to, guint except, double enough)
{
  g_autofree guint *via = g_new (guint, self->n_nodes);
  double flow = 0;

  memset (self->change, 0, sizeof (double) * self->elements->len);
  while (flow < enough && find_path (self, from, to, except, via)) {
    double step = enough - flow;

    for (guint node = to; node != from;) {
      const Element *element = element_at (self, via[node]);

      if (element->to != node)
        step = MIN (step,
                    element->behind.count + self->change[via[node]] - floor_of (self, element));
      node = element->to == node ? element->from : element->to;
    }
    for (guint node = to; node != from;) {
      const Element *element = element_at (self, via[node]);

      self->change[via[node]] += element->to == node ? step : -step;
      node = element->to == node ? element->from : element->to;
    }
    flow += step;
  }
  return flow;
}

/* Whether the range that is left for a withheld element is wide enough. */
static gboolean
stays_open (EhSuppress *self, guint index)
{
  const Element *element = element_at (self, index);
  double width = MIN ((self->threshold - 1) / 2.0, MAX (element->behind.count, self->unit));
  double up = find_flow (self, element->to, element->from, index, width);
  double down;

  if (up >= width - TINY)
    return TRUE;
  down = find_flow (self, element->from, element->to, index, width);
  return up + MIN (down, element->behind.count - floor_of (self, element)) >= width - TINY;
}

/* Withholds the smallest element anywhere that is shown and not zero, a cell before a total.
 * Returns whether there was one. */
static gboolean
hide_anything (EhSuppress *self)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < self->elements->len; i++) {
    const Element *element = element_at (self, i);
    const Element *other = best != G_MAXUINT ? element_at (self, best) : NULL;

    if (element->hidden || element->behind.count <= 0)
      continue;
    if (other == NULL || (element->parts->len == 0 && other->parts->len > 0) ||
        ((element->parts->len == 0) == (other->parts->len == 0) && smaller (element, other)))
      best = i;
  }
  if (best != G_MAXUINT)
    hide (self, best);
  return best != G_MAXUINT;
}

/* Withholds something more, in a line of @index if there is something there, because that helps it
 * most. Returns whether there was anything. */
static gboolean
widen (EhSuppress *self, guint index)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->lines->len; i++) {
      Line *line = line_at (self, i);

      if (line->total != index && !has_element (line, index))
        continue;
      if (pass == 0 && hide_next (self, line))
        return TRUE;
      if (pass == 1 && !element_at (self, line->total)->hidden) {
        hide (self, line->total);
        return TRUE;
      }
    }
  return hide_anything (self);
}

/* Whether a line tells that @element is nothing, as it may: see may_be_nothing(). */
static gboolean
is_known_nothing (EhSuppress *self, guint element)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = line_at (self, i);
    double left = 0;

    if (element_at (self, line->total)->hidden || !has_element (line, element))
      continue;
    for (guint j = 0; j < line->n; j++)
      if (element_at (self, line->elements[j])->hidden)
        left += element_at (self, line->elements[j])->behind.count;
    if (left <= 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
audit (EhSuppress *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    if (element_at (self, i)->hidden && !is_known_nothing (self, i) && !stays_open (self, i) &&
        widen (self, i))
      return TRUE;
  return FALSE;
}

/**
 * eh_suppress_run:
 * @self: a table that is complete
 *
 * Decides what to withhold.
 */
void
eh_suppress_run (EhSuppress *self)
{
  self->amount = g_new0 (double, self->n_persons + 1);
  self->touched = g_new0 (guint, self->n_persons + 1);
  self->change = g_new0 (double, self->elements->len + 1);
  self->arcs = g_new (GArray *, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    self->arcs[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->elements->len; i++) {
    Element *element = element_at (self, i);

    element->behind = look_behind (self, &i, 1);
    g_array_append_val (self->arcs[element->from], i);
    g_array_append_val (self->arcs[element->to], i);
  }
  hide_small (self);
  do
    settle (self);
  while (audit (self));
}

/**
 * eh_suppress_is_hidden:
 * @self: a table that has been run
 * @element: an element
 *
 * Returns: whether it must be withheld
 */
gboolean
eh_suppress_is_hidden (EhSuppress *self, guint element)
{
  return element_at (self, element)->hidden;
}

/**
 * eh_suppress_is_safe:
 * @self: a table that has been run
 * @elements: (array length=n): elements
 * @n: how many
 *
 * Returns: whether the sum of these may be told
 */
gboolean
eh_suppress_is_safe (EhSuppress *self, const guint *elements, guint n)
{
  Behind behind = look_behind (self, elements, n);

  return is_safe (self, &behind);
}

/**
 * eh_suppress_count:
 * @self: a table that has been run
 * @element: an element
 *
 * Returns: its number
 */
double
eh_suppress_count (EhSuppress *self, guint element)
{
  return element_at (self, element)->behind.count;
}
