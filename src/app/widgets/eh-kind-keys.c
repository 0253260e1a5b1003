/* The kinds of an insight, each with a letter that goes with Alt, wherever one is written down. */

#include "eh-kind-keys.h"

#include "config.h"
#include "eh-vocabulary.h"

#include <glib/gi18n-lib.h>

/* The letters that go with Alt, in the order of the kinds; the first clears. */
static char *
kind_key (guint kind)
{
  /* TRANSLATORS: a letter for each kind, to be pressed with Alt: not said, got in the way, helped,
   * to try, do not know, happened, see differently. Choose letters that stand in the words of the
   * kinds, no two alike */
  const char *letters = C_ ("letters of the kinds", "nwhtkpd");
  g_autofree char *letter = NULL;

  if (kind >= (guint) g_utf8_strlen (letters, -1))
    return NULL;
  letter = g_utf8_substring (letters, (glong) kind, (glong) kind + 1);
  return g_utf8_strup (letter, -1);
}

/**
 * eh_kind_keys_fill:
 * @button: an empty button
 *
 * Adds the kinds, and that none is said.
 */
void
eh_kind_keys_fill (EhChoiceButton *button)
{
  for (guint i = 0; i < EH_INSIGHT_KIND_N_VALUES; i++) {
    g_autofree char *letter = kind_key (i);
    /* TRANSLATORS: a key held together with the Alt key */
    g_autofree char *shown = letter != NULL ? g_strdup_printf (_ ("Alt+%s"), letter) : NULL;

    eh_choice_button_add (button, i,
                          i == EH_INSIGHT_KIND_NONE
                              ? _ ("Kind not said")
                              : eh_vocabulary_label (&eh_insight_kind_vocabulary, (int) i),
                          0, shown, EH_CHOICE_NO_MARKER);
  }
  eh_choice_button_set_resting (button, EH_INSIGHT_KIND_NONE);
}

/**
 * eh_kind_keys_add:
 * @keys: where to
 * @chosen: called with the kind, a uint32
 *
 * Adds the letters.
 */
void
eh_kind_keys_add (GtkShortcutController *keys, GtkShortcutFunc chosen)
{
  for (guint i = 0; i < EH_INSIGHT_KIND_N_VALUES; i++) {
    g_autofree char *letter = kind_key (i);
    GtkShortcut *shortcut;
    guint keyval;

    if (letter == NULL)
      continue;
    keyval = gdk_keyval_to_lower (gdk_unicode_to_keyval (g_utf8_get_char (letter)));
    shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_ALT_MASK),
                                 gtk_callback_action_new (chosen, NULL, NULL));
    gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
    gtk_shortcut_controller_add_shortcut (keys, shortcut);
  }
}
