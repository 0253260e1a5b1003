/* The parts of a document that fill themselves, by the name that a block has for them: "credits",
 * or "promises:17" where it is about one thing. */

#include "config.h"

#include "eh-guidance-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const EhGuidancePart *const lists[] = {
  eh_guidance_parts_automatic, eh_guidance_parts_work,   eh_guidance_parts_workshop,
  eh_guidance_parts_said,      eh_guidance_parts_result, eh_guidance_parts_library,
  eh_guidance_parts_plain,
};

static const EhGuidancePart *
find_part (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const EhGuidancePart *part = lists[i]; part->source != NULL; part++)
      if (strlen (part->source) == length && strncmp (part->source, name, length) == 0)
        return part;
  return NULL;
}

/* In a box, or where there is little room in a line. */
static void
say_missing (EhGuidanceContext *self, const char *missing)
{
  if (self->brief)
    eh_doc_builder_paragraph_text (
        self->builder, eh_doc_text_add (eh_doc_text_new (NULL), missing, EH_DOC_STYLE_EMPHASIS));
  else
    eh_doc_builder_callout (self->builder, EH_DOC_CALLOUT_CAUTION, NULL, missing);
}

/**
 * eh_guidance_add_automatic:
 * @source: what the block says of itself; one that is not known adds nothing, for it may come from
 * a newer version
 *
 * Where nothing is recorded and the document is still a draft, that is said.
 */
void
eh_guidance_add_automatic (EhGuidanceContext *self, const char *source)
{
  const char *colon = source != NULL ? strchr (source, ':') : NULL;
  gsize length = colon != NULL ? (gsize) (colon - source) : strlen (source != NULL ? source : "");
  const EhGuidancePart *part = find_part (source != NULL ? source : "", length);
  guint mark = eh_doc_builder_n_blocks (self->builder);
  guint n_items = eh_doc_builder_n_items (self->builder);

  if (part == NULL)
    return;
  self->argument = colon != NULL ? colon + 1 : NULL;
  self->workshop_id = eh_id_from_string (self->argument);
  part->add (self);
  self->argument = NULL;
  self->workshop_id = EH_ID_NONE;
  if (self->say_missing && part->missing != NULL &&
      !eh_doc_builder_added_since (self->builder, mark) &&
      eh_doc_builder_n_items (self->builder) == n_items)
    say_missing (self, _ (part->missing));
}

/* Adds a quotation; a plain version is not passed off as what somebody said. */
void
eh_guidance_add_words (EhGuidanceContext *self, const EhPublicInsight *insight)
{
  g_autofree char *credit = NULL;

  if (insight->use == EH_TEXT_USE_NONE)
    return;
  /* TRANSLATORS: who said something that stands here in other words than theirs */
  credit = insight->use == EH_TEXT_USE_GIST
               ? g_strdup_printf (_ ("%s, in other words"), insight->credit)
               : g_strdup (insight->credit);
  eh_doc_builder_quote (self->builder, insight->text, credit, NULL);
}

/* "I was not asked." (a carer) */
void
eh_guidance_add_said (EhDocText *cell, const EhPublicInsight *insight)
{
  gboolean own = insight->use == EH_TEXT_USE_QUOTE;
  /* TRANSLATORS: quotation marks round what somebody said. */
  g_autofree char *words = own ? g_strdup_printf (C_ ("quotation", "“%s”"), insight->text)
                               : g_strdup (insight->text);
  /* TRANSLATORS: who said something that stands here in other words than theirs */
  g_autofree char *whose = own ? g_strdup (insight->credit)
                               : g_strdup_printf (_ ("%s, in other words"), insight->credit);
  g_autofree char *credit = g_strdup_printf ("(%s)", whose);

  if (eh_doc_text_n_runs (cell) > 0)
    eh_doc_text_add (cell, "\n", EH_DOC_STYLE_NONE);
  eh_doc_text_add (cell, words, EH_DOC_STYLE_NONE);
  if (eh_text_is_blank (insight->credit))
    return;
  eh_doc_text_add (cell, " ", EH_DOC_STYLE_NONE);
  eh_doc_text_add (cell, credit, EH_DOC_STYLE_EMPHASIS);
}

/* Says under a table which of its numbers are not shown, and why. */
void
eh_guidance_add_protected_note (EhGuidanceContext *self, gboolean any)
{
  g_autofree char *note = NULL;

  if (!any || (self->brief && self->protected_said))
    return;
  note = eh_figure_protected_note (eh_public_dataset_threshold (self->dataset));
  eh_doc_builder_paragraph (self->builder, note);
  self->protected_said = TRUE;
}

/* Says whom a question is for, and gives room to write answers into where the document has some. */
void
eh_guidance_add_room (EhGuidanceContext *self, const char *audience)
{
  const char *whom = _ ("Who to ask it with");
  g_autofree char *label = NULL;

  if (!eh_text_is_blank (audience))
    eh_doc_builder_field (self->builder, whom, audience);
  if (self->room == 0)
    return;
  /* TRANSLATORS: what something is, before what it is for this thing: "Place: the hall". */
  label = eh_text_is_blank (audience) ? g_strdup_printf (C_ ("label", "%s: "), whom) : NULL;
  eh_doc_builder_room (self->builder, self->room, label != NULL ? g_strchomp (label) : NULL);
}

/* Adds an item to the list that was begun: "Place: the hall"; nothing when @text is blank. */
void
eh_guidance_add_labelled (EhGuidanceContext *self, const char *label, const char *text)
{
  EhDocText *line;
  g_autofree char *before = NULL;

  if (eh_text_is_blank (text))
    return;
  /* TRANSLATORS: what something is, before what it is for this thing: "Place: the hall". */
  before = g_strdup_printf (C_ ("label", "%s: "), label);
  line = eh_doc_text_add (eh_doc_text_new (NULL), before, EH_DOC_STYLE_STRONG);
  eh_doc_text_add (line, text, EH_DOC_STYLE_NONE);
  eh_doc_builder_item_text (self->builder, 0, line);
}
