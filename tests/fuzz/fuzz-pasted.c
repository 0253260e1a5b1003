/* Any text at all, as it is pasted or typed into the guidance and onto the wall: parsed, written
 * and parsed again, split into pieces. What comes out is valid, and what is written reads the same.
 */

#include "fuzz.h"

#include "eh-markup.h"
#include "eh-pasted.h"
#include "eh-wall-split.h"

#include <string.h>

static const char *const pastes[] = {
  "A **strong** and *soft* word, a [link](https://example.org), a note^[with *marks*] and [@key, p. 3].",
  "<html><body><h1>Title</h1><p>One <b>two</b></p><ul><li>a<li>b</ul><table><tr><td>x</table>",
  "- one\n- two\n\n3. three\n\n> said\n# Heading\nTitle\n=====\n",
  "Too far (Asha)\nToo far!\n\n12: the bus; the train\n\342\200\242 noise",
};

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (pastes[i], strlen (pastes[i])));
  return seeds;
}

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

/* What was written once is written the same again. */
static void
check_markup (const char *text)
{
  g_autoptr (GArray) pieces = eh_markup_parse (text);
  g_autofree char *plain = eh_markup_plain (text);
  g_autofree char *escaped = eh_markup_escape (text);
  g_autofree char *back = eh_markup_plain (escaped);
  g_autofree char *written = eh_markup_write ((EhMarkupPiece *) (gpointer) pieces->data,
                                              pieces->len, FALSE);
  g_autoptr (GArray) again = eh_markup_parse (written);
  g_autofree char *twice = eh_markup_write ((EhMarkupPiece *) (gpointer) again->data, again->len,
                                            FALSE);

  check_text (plain);
  check_text (back);
  check_text (written);
  g_assert_cmpstr (written, ==, twice);
}

static void
check_wall (const char *text)
{
  for (guint rule = 0; rule <= EH_WALL_GAPS; rule++) {
    g_autoptr (GPtrArray) pieces = eh_wall_split (text, (EhWallRule) rule);

    for (guint i = 0; i < pieces->len; i++)
      check_text (((EhWallPiece *) pieces->pdata[i])->text);
  }
  eh_wall_guess (text);
}

static void
check_blocks (GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++) {
    const EhBlock *block = blocks->pdata[i];

    check_text (block->text);
    check_text (block->detail);
  }
  g_clear_pointer (&blocks, g_ptr_array_unref);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);

  check_markup (text);
  check_wall (text);
  check_blocks (eh_pasted_html (text));
  check_blocks (eh_pasted_text (text));
  return 0;
}
