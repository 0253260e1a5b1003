/* Changes the words of the first insights of a project, each a step of its history, as somebody
 * does on one of two laptops. Usage: change-insights FILE HOW-MANY WORDS. */

#include "eh-reader.h"
#include "eh-store.h"
#include "eh-text.h"

#include <stdlib.h>

static gboolean
change (EhStore *store, EhInsight *insight, const char *words, guint number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s %u", words, number);

  eh_set_str (&insight->text, text);
  return eh_store_put_one (store, &eh_insight_row_type, insight, "Changed an insight", NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhStore) store = argc == 4 ? eh_store_open (argv[1], &error) : NULL;
  g_autoptr (GPtrArray) insights = NULL;
  guint n;

  if (store == NULL)
    g_error ("%s", error != NULL ? error->message : "wrong words");
  insights = eh_reader_list (eh_store_get_db (store), &eh_insight_row_type);
  n = MIN ((guint) atoi (argv[2]), insights->len);
  for (guint i = 0; i < n; i++)
    if (!change (store, insights->pdata[i], argv[3], i + 1, &error))
      g_error ("%s", error->message);
  return 0;
}
