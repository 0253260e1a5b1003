/* Any two texts, the first of which somebody has said: where it stands in the second lies within
 * it, in order, at whole characters; taken out, it is not found there any more. And any bytes as
 * the version of a guidance that is kept. */

#include "fuzz.h"

#include "eh-guidance-body.h"
#include "eh-passages.h"

#include <string.h>

static const char *const texts[] = {
  "The agenda was set before we met, and nobody asked\nthey said \xe2\x80\x9cTHE agenda was set \xe2\x80\xa6 "
  "met [and so] nobody asked\xe2\x80\x9d.",
  "Too far\n- too far\n- \xe8\xbf\x99\xe4\xb8\xaa\xe4\xbc\x9a\xe8\xae\xae",
  "a a a a a a a a a a\na a a a [a] a ... a a a a a a a a a a",
  "said\n{\"guidance\":{\"id\":\"4\",\"title\":\"T\"},\"blocks\":[{\"id\":\"5\",\"kind\":"
  "\"quotation\",\"insight_id\":\"6\",\"text\":\"said\"}],\"evidence\":[]}",
};

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (texts[i], strlen (texts[i])));
  return seeds;
}

static void
check_found (const EhPassages *said, const char *text)
{
  g_autoptr (GArray) found = eh_passages_find (said, text);
  g_autofree char *rest = NULL;
  gsize last = 0;

  eh_passages_touch (said, text);
  if (found == NULL)
    return;
  for (guint i = 0; i < found->len; i++) {
    const EhPassage *passage = &g_array_index (found, EhPassage, i);
    g_autofree char *folded = eh_passages_fold (text, passage);

    g_assert_true (g_utf8_validate (folded, -1, NULL));
    g_assert_cmpuint (last, <=, passage->start);
    g_assert_cmpuint (passage->start, <, passage->end);
    g_assert_cmpuint (passage->end, <=, strlen (text));
    g_assert_true (
        g_utf8_validate (text + passage->start, (gssize) (passage->end - passage->start), NULL));
    last = passage->end;
  }
  eh_passages_are_all (text, found);
  rest = eh_passages_replace (text, found, "");
  g_assert_true (g_utf8_validate (rest, -1, NULL));
}

static void
check_body (const EhPassages *said, const char *text)
{
  g_autoptr (EhGuidanceBody) body = eh_guidance_body_from_json (text);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 id = 6;
  g_autofree char *json = NULL;

  if (body == NULL)
    return;
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  eh_guidance_body_forget (body, ids, said, "#");
  json = eh_guidance_body_to_json (body);
  g_assert_true (g_utf8_validate (json, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *all = g_utf8_make_valid ((const char *) data, (gssize) MIN (size, 20000));
  char *text = strchr (all, '\n');
  g_autoptr (EhPassages) said = eh_passages_new ();

  if (text == NULL)
    return 0;
  *text++ = '\0';
  eh_passages_add (said, all);
  check_found (said, text);
  check_found (said, all);
  check_body (said, text);
  return 0;
}
