/* Any bytes at all, as what a phone's form sends: every field is valid text, cleaned it stays so,
 * and so is what is read of a language that a browser asks for. */

#include "fuzz.h"

#include "eh-catalogue.h"
#include "eh-form-data.h"
#include "eh-text.h"

#include <string.h>

static const char *const forms[] = {
  "words=The+agenda%2C+set%0D%0Abefore&kind=barrier&code=ABCDE&group=12&nonce=0a1b",
  "words=%F0%9F%98%80%00%ff&words=again&=&&a&%zz=1",
  "cy;q=0.8, en-GB, *;q=0.1",
};

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (forms[i], strlen (forms[i])));
  return seeds;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const offered[] = { "cy", "en", "ur", NULL };
  g_autoptr (GHashTable) fields = eh_form_data_parse ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  GHashTableIter iter;
  gpointer name, value;

  eh_language_choose (text, offered);
  if (fields == NULL)
    return 0;
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    g_autofree char *clean = eh_form_data_clean (value);
    g_autofree char *line = eh_text_clean_line (value);

    g_assert_true (g_utf8_validate (name, -1, NULL));
    g_assert_true (g_utf8_validate (value, -1, NULL));
    g_assert_true (g_utf8_validate (clean, -1, NULL));
    g_assert_true (g_utf8_validate (line, -1, NULL));
  }
  return 0;
}
