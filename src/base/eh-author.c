/* Who is meant by the name of an author: a person with a family name, or a group. Names come as
 * "Farr, Michelle", "Farr M" and "Michelle Farr"; groups as whatever they call themselves. */

#include "eh-author.h"

#include "eh-text.h"

#include <string.h>

/* The most words of a name that is taken for a person's. */
#define MOST_WORDS 4

/* "M", "A.J." and "AJ", as references write them after a family name. */
static gboolean
is_initials (const char *word)
{
  guint letters = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word)) {
    gunichar c = g_utf8_get_char (word);

    if (c == '.' || c == '-')
      continue;
    if (!g_unichar_isupper (c) || ++letters > 3)
      return FALSE;
  }
  return letters > 0;
}

/* A word that stands in no person's name. */
static gboolean
is_of_a_group (const char *word)
{
  static const char *const words[] = {
    "the",    "and",  "of",         "for",      "in",    "university", "centre",  "center",
    "group",  "unit", "network",    "council",  "trust", "institute",  "society", "department",
    "office", "team", "foundation", "alliance", "press", "union",      "hub",     "programme",
    "/",      "&",    "nhs",        "who",      NULL,
  };
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return g_strv_contains (words, lower) || strpbrk (word, "()/&0123456789") != NULL;
}

static gboolean
names_a_group (char **words, guint n)
{
  if (n < 2 || n > MOST_WORDS)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (is_of_a_group (words[i]))
      return TRUE;
  return FALSE;
}

static char *
join (char **words, guint from, guint to)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = from; i < to; i++)
    g_ptr_array_add (some, words[i]);
  return eh_text_join (some, " ");
}

/* "Farr, Michelle", unless so much stands before the comma that it names a group. */
static gboolean
split_at_comma (const char *line, char **family, char **given)
{
  const char *comma = strchr (line, ',');
  g_autofree char *before = comma != NULL ? g_strndup (line, (gsize) (comma - line)) : NULL;
  g_auto (GStrv) words = before != NULL ? g_strsplit (before, " ", -1) : NULL;
  guint n = words != NULL ? g_strv_length (words) : 0;

  if (n == 0 || n > MOST_WORDS || (n > 1 && names_a_group (words, n)))
    return FALSE;
  *family = g_steal_pointer (&before);
  *given = eh_text_clean_line (comma + 1);
  return TRUE;
}

/**
 * eh_author_split:
 * @author: one author, as it was written
 * @family: (out) (transfer full): the family name; of a group, its whole name
 * @given: (out) (transfer full) (nullable): the given names or initials; %NULL for a group
 *
 * Returns: whether it is taken for a person
 */
gboolean
eh_author_split (const char *author, char **family, char **given)
{
  g_autofree char *line = eh_text_clean_line (author);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  guint last = n;

  *given = NULL;
  if (split_at_comma (line, family, given))
    return TRUE;
  while (last > 1 && is_initials (words[last - 1]))
    last--;
  if (names_a_group (words, n) || strchr (line, ',') != NULL) {
    *family = g_steal_pointer (&line);
    return FALSE;
  }
  *family = last < n ? join (words, 0, last) : g_strdup (words[n - 1]);
  *given = last < n ? join (words, last, n) : join (words, 0, n - 1);
  return TRUE;
}

/**
 * eh_author_is_others:
 * @author: one author, as it was written
 *
 * Returns: whether it only says that there are more: "and colleagues", "et al."
 */
gboolean
eh_author_is_others (const char *author)
{
  g_autofree char *line = eh_text_clean_line (author);
  g_autofree char *lower = g_utf8_strdown (line, -1);

  return g_str_has_prefix (lower, "and ") || g_str_has_prefix (lower, "et al") ||
         g_str_equal (lower, "others");
}
