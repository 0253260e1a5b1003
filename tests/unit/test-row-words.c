/* Whatever a merge or a step of the history can change has a name that people know. */

#include "eh-db.h"
#include "eh-row-store.h"
#include "eh-row-words.h"

static void
test_every_table (void)
{
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);

  g_assert_cmpuint (n_tables, >, 0);
  for (guint i = 0; i < n_tables; i++) {
    g_autofree char *one = eh_row_words_count (tables[i], 1);
    g_autofree char *many = eh_row_words_count (tables[i], 12);

    g_test_message ("%s: %s, %s", tables[i]->table, one, many);
    g_assert_cmpstr (eh_row_words_thing (tables[i]), !=, tables[i]->table);
    g_assert_null (strstr (one, "other thing"));
    g_assert_false (g_str_has_prefix (one, "12"));
    g_assert_true (g_str_has_prefix (many, "12 ") || g_str_equal (one, many));
  }
}

static void
test_every_member (void)
{
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++) {
    for (guint j = 0; j < tables[i]->n_fields; j++) {
      g_test_message ("%s.%s", tables[i]->table, tables[i]->fields[j].name);
      g_assert_cmpstr (eh_row_words_field (tables[i], &tables[i]->fields[j]), !=,
                       tables[i]->fields[j].name);
    }
  }
}

static void
test_same_word_elsewhere (void)
{
  guint n_tables;
  const EhRowType *const *tables = eh_row_store_tables (&n_tables);
  const char *of_consent = NULL;
  const char *of_workshop = NULL;

  for (guint i = 0; i < n_tables; i++) {
    const EhField *notes = eh_row_type_field (tables[i], "notes");

    if (g_str_equal (tables[i]->table, "consent"))
      of_consent = eh_row_words_field (tables[i], notes);
    if (g_str_equal (tables[i]->table, "workshop"))
      of_workshop = eh_row_words_field (tables[i], notes);
  }
  g_assert_cmpstr (of_consent, ==, "Notes of what they say");
  g_assert_cmpstr (of_workshop, ==, "Notes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-words/every-table", test_every_table);
  g_test_add_func ("/row-words/every-member", test_every_member);
  g_test_add_func ("/row-words/same-word-elsewhere", test_same_word_elsewhere);
  return g_test_run ();
}
