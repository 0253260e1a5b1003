/* What is told of an insight in words alone: when it was said, and what a screen reader says of it.
 */

#include "eh-insight-caption.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static void
add_who (GPtrArray *parts, EhWorkspace *workspace, const EhInsightCard *card)
{
  for (guint i = 0; i < card->people->len; i++) {
    const EhCardPerson *person = card->people->pdata[i];

    g_ptr_array_add (parts, g_strdup (eh_workspace_name_of (workspace, person->id, person->name)));
    if (*eh_workspace_role_of (workspace, person->role) != '\0')
      g_ptr_array_add (parts, g_strdup (person->role));
  }
  if (card->people->len == 0 && card->group_label[0] != '\0')
    g_ptr_array_add (parts, g_strdup (card->group_label));
  if (card->people->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("nobody named")));
}

/* With a comma between the parts, but for those that end a sentence themselves. */
static char *
join_spoken (GPtrArray *parts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    const char *last = out->len > 0 ? g_utf8_prev_char (out->str + out->len) : NULL;

    if (last != NULL && g_unichar_ispunct (g_utf8_get_char (last)))
      g_string_append_c (out, ' ');
    else if (last != NULL)
      /* TRANSLATORS: stands between the parts of what is read aloud of an insight */
      g_string_append (out, _ (", "));
    g_string_append (out, parts->pdata[i]);
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_insight_caption_time:
 * @said_at: seconds since 1970, UTC
 *
 * Returns: (transfer full): the time of day where it was said today, else the date too, and alone
 *   where it was in another year; "" for 0
 */
char *
eh_insight_caption_time (gint64 said_at)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (said_at);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (said_at == 0 || at == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (at) != g_date_time_get_year (now))
    /* TRANSLATORS: a day of another year: "5 Dec 2024" */
    return g_date_time_format (at, _ ("%-e %b %Y"));
  if (g_date_time_get_day_of_year (at) != g_date_time_get_day_of_year (now))
    /* TRANSLATORS: a day and a time: "5 Dec, 14:31" */
    return g_date_time_format (at, _ ("%-e %b, %H:%M"));
  /* TRANSLATORS: a time of day on a clock of 24 hours */
  return g_date_time_format (at, _ ("%H:%M"));
}

/**
 * eh_insight_caption_uses:
 * @card: an insight
 *
 * Returns: (transfer full): in how many places of the guidance it is
 */
char *
eh_insight_caption_uses (const EhInsightCard *card)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u place of the guidance",
                                       "in %u places of the guidance", card->n_uses),
                          card->n_uses);
}

/**
 * eh_insight_caption_spoken:
 * @workspace: the window's workspace, which knows whether names are hidden
 * @card: an insight
 *
 * Returns: (transfer full): what a screen reader says of it: the words, who, when, where it belongs
 */
char *
eh_insight_caption_spoken (EhWorkspace *workspace, const EhInsightCard *card)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *time = eh_insight_caption_time (card->insight->said_at);
  g_autofree char *words = eh_workspace_hide_names (workspace, card->insight->text);

  g_ptr_array_add (parts, eh_text_clean_line (words));
  add_who (parts, workspace, card);
  if (time[0] != '\0')
    g_ptr_array_add (parts, g_strdup (time));
  for (guint i = 0; i < card->categories->len; i++)
    g_ptr_array_add (parts, g_strdup (((EhCardCategory *) card->categories->pdata[i])->label));
  if (card->categories->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("not sorted yet")));
  if (card->insight->parked)
    g_ptr_array_add (parts, g_strdup (_ ("parked")));
  if (card->n_uses > 0)
    g_ptr_array_add (parts, eh_insight_caption_uses (card));
  return join_spoken (parts);
}
