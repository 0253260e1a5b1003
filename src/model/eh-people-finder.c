/* Finding a person by a few letters: the beginning of any part of the name, or the initials, with
 * neither case nor accents. Who spoke last comes first, then who is here, then everybody else. */

#include "eh-people-finder.h"

#include "eh-text.h"

#include <string.h>

typedef struct {
  EhId id;
  char *name;     /* folded */
  char **words;   /* of it */
  char *initials; /* folded */
  guint order;
  guint spoke; /* a number that rises, 0 for not yet */
  gboolean here;
  int score; /* of the search that is going on */
} Person;

struct _EhPeopleFinder {
  GPtrArray *people;
  guint n_spoken;
};

static void
person_free (Person *person)
{
  g_free (person->name);
  g_strfreev (person->words);
  g_free (person->initials);
  g_free (person);
}

/**
 * eh_people_finder_new:
 *
 * Returns: (transfer full): a finder that knows nobody
 */
EhPeopleFinder *
eh_people_finder_new (void)
{
  EhPeopleFinder *self = g_new0 (EhPeopleFinder, 1);

  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  return self;
}

/**
 * eh_people_finder_free:
 * @self: (nullable): a finder
 */
void
eh_people_finder_free (EhPeopleFinder *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->people);
  g_free (self);
}

/**
 * eh_people_finder_add:
 * @self: a finder
 * @id: a participant
 * @name: their name
 * @here: whether they are in the room
 *
 * Add people in the order in which they should be listed when nothing tells them apart.
 */
void
eh_people_finder_add (EhPeopleFinder *self, EhId id, const char *name, gboolean here)
{
  Person *person = g_new0 (Person, 1);
  g_autofree char *initials = eh_text_initials (name);
  g_autofree char *apart = NULL;

  person->id = id;
  person->name = eh_text_fold (name);
  apart = g_strdelimit (g_strdup (person->name), "-'.", ' ');
  person->words = g_strsplit (apart, " ", -1);
  person->initials = eh_text_fold (initials);
  person->order = self->people->len;
  person->here = here;
  g_ptr_array_add (self->people, person);
}

/**
 * eh_people_finder_note_spoke:
 * @self: a finder
 * @id: who has just been picked
 */
void
eh_people_finder_note_spoke (EhPeopleFinder *self, EhId id)
{
  for (guint i = 0; i < self->people->len; i++) {
    Person *person = self->people->pdata[i];

    if (person->id == id)
      person->spoke = ++self->n_spoken;
  }
}

static gboolean
has_word (const Person *person, const char *beginning)
{
  for (guint i = 0; person->words[i] != NULL; i++)
    if (g_str_has_prefix (person->words[i], beginning))
      return TRUE;
  return FALSE;
}

static gboolean
has_all_words (const Person *person, char **typed)
{
  for (guint i = 0; typed[i] != NULL; i++)
    if (typed[i][0] != '\0' && !has_word (person, typed[i]))
      return FALSE;
  return TRUE;
}

/* 3: what was typed is the name or the initials; 2: the name begins so; 1: some part of it does. */
static int
score (const Person *person, const char *folded, char **typed)
{
  if (folded[0] == '\0')
    return 1;
  if (g_str_equal (person->name, folded) ||
      (strlen (folded) > 1 && g_str_equal (person->initials, folded)))
    return 3;
  if (g_str_has_prefix (person->name, folded))
    return 2;
  return has_all_words (person, typed) || g_str_has_prefix (person->initials, folded) ? 1 : 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Person *left = *(const Person *const *) a;
  const Person *right = *(const Person *const *) b;

  if ((left->score == 3) != (right->score == 3))
    return left->score == 3 ? -1 : 1;
  if (left->spoke != right->spoke)
    return left->spoke > right->spoke ? -1 : 1;
  if (left->here != right->here)
    return left->here ? -1 : 1;
  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

/**
 * eh_people_finder_find:
 * @self: a finder
 * @typed: (nullable): what was typed; nothing finds everybody
 * @limit: the greatest number
 *
 * Returns: (transfer full) (element-type EhId): who is meant, the likeliest first
 */
GArray *
eh_people_finder_find (EhPeopleFinder *self, const char *typed, guint limit)
{
  g_autofree char *folded = eh_text_fold (typed);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  for (guint i = 0; i < self->people->len; i++) {
    Person *person = self->people->pdata[i];

    person->score = score (person, folded, words);
    if (person->score > 0)
      g_ptr_array_add (found, person);
  }
  g_ptr_array_sort (found, compare);
  for (guint i = 0; i < found->len && i < limit; i++)
    g_array_append_val (ids, ((Person *) found->pdata[i])->id);
  return ids;
}

/**
 * eh_people_finder_knows:
 * @self: a finder
 * @name: a name
 *
 * Returns: whether somebody has just that name, but for case and accents
 */
gboolean
eh_people_finder_knows (EhPeopleFinder *self, const char *name)
{
  g_autofree char *folded = eh_text_fold (name);

  for (guint i = 0; i < self->people->len; i++)
    if (g_str_equal (((Person *) self->people->pdata[i])->name, folded))
      return TRUE;
  return FALSE;
}
