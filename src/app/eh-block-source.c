/* What a block says of itself in the document when its content comes from elsewhere: from an
 * insight, from the library, or from the project when it is exported. */

#include "eh-block-source.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * eh_block_kind_words:
 * @block: a block
 *
 * Returns: (transfer none): what people call its kind
 */
const char *
eh_block_kind_words (const EhBlock *block)
{
  if (block->kind == EH_BLOCK_KIND_LIST && g_str_equal (block->source, "ordered"))
    return _ ("Numbered list");
  if (block->kind == EH_BLOCK_KIND_CALLOUT && g_str_equal (block->source, "disagreement"))
    return _ ("Where we disagreed");
  return eh_vocabulary_label (&eh_block_kind_vocabulary, (int) block->kind);
}

static char *
filled_by (const EhBlock *block)
{
  static const struct {
    const char *source;
    const char *says;
  } sources[] = {
    { "who-made-this", N_ ("Who made this: how many people of each role group took part.") },
    { "how-we-worked", N_ ("How we worked: the workshops, their dates, places and methods.") },
    { "balance", N_ ("Chart: whose voice is in the room, the insights and the guidance.") },
    { "map", N_ ("Chart: what each role group spoke about.") },
    { "credits", N_ ("Thanks: everyone as they chose to be named.") },
    { "sources", N_ ("Sources: every resource that is cited.") },
    { "resources", N_ ("Useful resources on this subject, from the library.") },
    { "trace", N_ ("Trace: which insights each recommendation rests on.") },
    { "disagreements", N_ ("Where we disagreed: insights that the room was split on.") },
    { "not-done", N_ ("What we could not do: parked insights, with the reason.") },
    { "actions", N_ ("How to act on this: recommendations by audience.") },
    { "comment", N_ ("How to comment, or ask for your words to be removed.") },
    { "contents", N_ ("Contents: the headings of this document.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].source, block->source))
      return g_strdup (_ (sources[i].says));
  return g_strdup (_ ("Filled in by itself when the guidance is exported."));
}

static char *
quoted (EhWorkspace *workspace, const EhBlock *block)
{
  g_autoptr (EhInsight) insight = eh_reader_get (eh_workspace_get_db (workspace),
                                                 &eh_insight_row_type, block->insight_id);
  g_autofree char *words = NULL;

  if (insight == NULL)
    return g_strdup ("");
  words = eh_workspace_hide_names (workspace, insight->text);
  /* TRANSLATORS: Words that are quoted. */
  return g_strdup_printf (_ ("“%s”"), words);
}

/**
 * eh_block_source_says:
 * @workspace: the workspace
 * @block: a block that does not hold its own words
 *
 * Returns: (transfer full): what to show of it; "" for nothing
 */
char *
eh_block_source_says (EhWorkspace *workspace, const EhBlock *block)
{
  if (block->kind == EH_BLOCK_KIND_QUOTATION)
    return quoted (workspace, block);
  if (block->kind == EH_BLOCK_KIND_RESOURCE) {
    g_autoptr (EhResource) resource = eh_reader_get (eh_workspace_get_db (workspace),
                                                     &eh_resource_row_type, block->resource_id);

    return g_strdup (resource != NULL ? resource->title : _ ("No resource chosen yet"));
  }
  return filled_by (block);
}
