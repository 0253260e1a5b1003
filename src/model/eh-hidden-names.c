/* Names, and what is shown instead of them. A sentence is searched word by word: where a word
 * begins a name, the longest name that stands there is replaced. A name of several words is found
 * whatever its capitals; one of a single word only as it is written, for "Grace" is also a word. */

#include "eh-hidden-names.h"

#include "eh-participant.h"
#include "eh-role-group.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *name;
  char *folded; /* case alone; NULL where capitals matter */
  glong n_chars;
  EhId participant_id;
  const char *label; /* not owned */
} Name;

struct _EhHiddenNames {
  GHashTable *labels; /* (element-type EhId utf8) */
  GHashTable *names;  /* first word, without case -> (element-type Name) */
};

static void
name_free (Name *name)
{
  g_free (name->name);
  g_free (name->folded);
  g_free (name);
}

static gboolean
is_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static const char *
end_of_word (const char *p)
{
  while (*p != '\0' && is_word (p))
    p = g_utf8_next_char (p);
  return p;
}

static void
add_name (EhHiddenNames *self, const char *name, EhId participant_id, const char *label)
{
  g_autofree char *line = eh_text_clean_line (name);
  g_autofree char *first = NULL;
  const char *end = end_of_word (line);
  GPtrArray *list = NULL;
  Name *one;

  if (end == line)
    return;
  first = g_utf8_casefold (line, end - line);
  list = g_hash_table_lookup (self->names, first);
  if (list == NULL) {
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
    g_hash_table_insert (self->names, g_steal_pointer (&first), list);
  }
  one = g_new0 (Name, 1);
  one->folded = *end != '\0' ? g_utf8_casefold (line, -1) : NULL;
  one->n_chars = g_utf8_strlen (line, -1);
  one->participant_id = participant_id;
  one->label = label;
  one->name = g_steal_pointer (&line);
  g_ptr_array_add (list, one);
}

static int
compare_recorded (gconstpointer a, gconstpointer b)
{
  const EhParticipant *one = *(const EhParticipant *const *) a;
  const EhParticipant *other = *(const EhParticipant *const *) b;

  if (one->created_at != other->created_at)
    return one->created_at < other->created_at ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

static char *
capital (const char *text)
{
  GString *out = g_string_new (NULL);

  g_string_append_unichar (out, g_unichar_totitle (g_utf8_get_char (text)));
  g_string_append (out, g_utf8_next_char (text));
  return g_string_free (out, FALSE);
}

static char *
label_for (GPtrArray *groups, EhId group_id, guint number)
{
  const char *kind = C_ ("somebody in no role group", "Person");
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *begun = NULL;

  for (guint i = 0; i < groups->len; i++) {
    const EhRoleGroup *group = groups->pdata[i];

    if (group->id == group_id && !eh_text_is_blank (group->singular))
      kind = group->singular;
  }
  begun = capital (kind);
  /* TRANSLATORS: stands for a person whose name is hidden: a role group in the singular, and a
   * number: "Public contributor 3" */
  return g_strdup_printf (_ ("%1$s %2$s"), begun, digits);
}

/**
 * eh_hidden_names_new:
 * @people: (element-type EhParticipant): everybody in the project
 * @groups: (element-type EhRoleGroup): the role groups
 *
 * Returns: (transfer full): what stands for their names
 */
EhHiddenNames *
eh_hidden_names_new (GPtrArray *people, GPtrArray *groups)
{
  EhHiddenNames *self = g_new0 (EhHiddenNames, 1);
  g_autoptr (GPtrArray) recorded = g_ptr_array_new ();
  g_autoptr (GHashTable) last = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);

  self->labels = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (recorded, people->pdata[i]);
  g_ptr_array_sort (recorded, compare_recorded);
  for (guint i = 0; i < recorded->len; i++) {
    const EhParticipant *person = recorded->pdata[i];
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (last, &person->role_group_id)) + 1;
    char *label = label_for (groups, person->role_group_id, number);

    g_hash_table_insert (last, g_memdup2 (&person->role_group_id, sizeof (EhId)),
                         GUINT_TO_POINTER (number));
    g_hash_table_insert (self->labels, g_memdup2 (&person->id, sizeof (EhId)), label);
    add_name (self, person->name, person->id, label);
    add_name (self, person->credit_name, person->id, label);
    add_name (self, person->pseudonym, person->id, label);
  }
  return self;
}

/**
 * eh_hidden_names_free:
 * @self: (nullable): names
 */
void
eh_hidden_names_free (EhHiddenNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->labels);
  g_free (self);
}

/**
 * eh_hidden_names_label:
 * @self: names
 * @participant_id: somebody
 *
 * Returns: (transfer none): what is shown instead of the name
 */
const char *
eh_hidden_names_label (EhHiddenNames *self, EhId participant_id)
{
  const char *label = g_hash_table_lookup (self->labels, &participant_id);

  return label != NULL ? label : C_ ("somebody in no role group", "Person");
}

/* Where the name ends that stands at @p, NULL for nowhere. */
static const char *
match (const Name *name, const char *p)
{
  const char *end = p;
  g_autofree char *folded = NULL;

  for (glong i = 0; i < name->n_chars; i++) {
    if (*end == '\0')
      return NULL;
    end = g_utf8_next_char (end);
  }
  if (*end != '\0' && is_word (end))
    return NULL;
  if (name->folded == NULL)
    return strncmp (p, name->name, (gsize) (end - p)) == 0 ? end : NULL;
  folded = g_utf8_casefold (p, end - p);
  return g_str_equal (folded, name->folded) ? end : NULL;
}

/* A name that the reader shares with somebody is theirs. */
static const char *
longest (EhHiddenNames *self, const char *p, const char *word_end, EhId reader, const char **label)
{
  g_autofree char *first = g_utf8_casefold (p, word_end - p);
  GPtrArray *list = g_hash_table_lookup (self->names, first);
  const char *best = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const Name *name = list->pdata[i];
    const char *end = match (name, p);

    if (end == NULL || end < best)
      continue;
    if (end > best)
      *label = name->label;
    if (reader != EH_ID_NONE && name->participant_id == reader)
      *label = NULL;
    best = end;
  }
  return best;
}

static char *
apply (EhHiddenNames *self, const char *text, EhId reader, const char *instead)
{
  GString *out = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0') {
    const char *end = end_of_word (p);
    const char *label = NULL;
    const char *name_end = end > p ? longest (self, p, end, reader, &label) : NULL;

    if (name_end != NULL && label != NULL) {
      g_string_append (out, instead != NULL ? instead : label);
      p = name_end;
      continue;
    }
    if (name_end != NULL)
      end = name_end;
    if (end == p)
      end = g_utf8_next_char (p);
    g_string_append_len (out, p, end - p);
    p = end;
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_hidden_names_apply:
 * @self: names
 * @text: a sentence, valid UTF-8
 *
 * Returns: (transfer full): the sentence, with nobody's name in it, nor the name that they are
 *   printed by
 */
char *
eh_hidden_names_apply (EhHiddenNames *self, const char *text)
{
  return apply (self, text, EH_ID_NONE, NULL);
}

/**
 * eh_hidden_names_apply_for:
 * @self: names
 * @text: a sentence, valid UTF-8
 * @reader: whose names stay; %EH_ID_NONE for nobody's
 * @instead: what to put in the place of any other
 *
 * Returns: (transfer full): the sentence, for one person to read
 */
char *
eh_hidden_names_apply_for (EhHiddenNames *self, const char *text, EhId reader, const char *instead)
{
  return apply (self, text, reader, instead);
}
