/* A number that may not exist or may not be told, and how each case is written. */

#include "eh-figure.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * eh_figure_known:
 * @value: a finite number
 *
 * Returns: @value, to be read by anybody
 */
EhFigure
eh_figure_known (double value)
{
  return (EhFigure){ value, EH_FIGURE_KNOWN };
}

/**
 * eh_figure_undefined:
 *
 * Returns: that there is nothing to say
 */
EhFigure
eh_figure_undefined (void)
{
  return (EhFigure){ 0, EH_FIGURE_UNDEFINED };
}

/**
 * eh_figure_protected:
 *
 * Returns: that there is a value, which is withheld
 */
EhFigure
eh_figure_protected (void)
{
  return (EhFigure){ 0, EH_FIGURE_PROTECTED };
}

/**
 * eh_figure_ratio:
 * @part: a number
 * @whole: another
 *
 * Returns: @part / @whole: undefined where @whole is 0 or either is undefined, protected where
 *   either is
 */
EhFigure
eh_figure_ratio (EhFigure part, EhFigure whole)
{
  if (part.state == EH_FIGURE_PROTECTED || whole.state == EH_FIGURE_PROTECTED)
    return eh_figure_protected ();
  if (part.state == EH_FIGURE_UNDEFINED || whole.state == EH_FIGURE_UNDEFINED || whole.value <= 0)
    return eh_figure_undefined ();
  return eh_figure_known (part.value / whole.value);
}

/**
 * eh_figure_is_known:
 * @self: a figure
 *
 * Returns: whether it may be read and said
 */
gboolean
eh_figure_is_known (EhFigure self)
{
  return self.state == EH_FIGURE_KNOWN;
}

/**
 * eh_figure_to_count_text:
 * @self: a count, perhaps with halves and thirds from shared insights
 * @threshold: fewest people behind a number that is shared, for "fewer than 5"
 *
 * Returns: (transfer full): "12", "10.5", "fewer than 5" or "not recorded"
 */
char *
eh_figure_to_count_text (EhFigure self, guint threshold)
{
  double nearest = round (self.value);

  switch (self.state) {
  case EH_FIGURE_PROTECTED:
    /* TRANSLATORS: in place of a number that is withheld to protect people. */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "fewer than %u", "fewer than %u", threshold), threshold);
  case EH_FIGURE_KNOWN:
    if (fabs (self.value - nearest) < 0.05)
      return g_strdup_printf ("%.0f", nearest);
    return g_strdup_printf ("%.1f", self.value);
  case EH_FIGURE_UNDEFINED:
  default:
    return g_strdup (C_ ("figure", "not recorded"));
  }
}

/* What stands for a share or a ratio that is not known. */
static char *
figure_absence_text (EhFigure self)
{
  if (self.state == EH_FIGURE_PROTECTED)
    return g_strdup (C_ ("figure", "not shown"));
  return g_strdup (C_ ("figure", "not enough to say"));
}

/**
 * eh_figure_to_percent_text:
 * @self: a share, 0 to 1
 *
 * Returns: (transfer full): "36%", "under 1%", "not shown" or "not enough to say"
 */
char *
eh_figure_to_percent_text (EhFigure self)
{
  if (self.state != EH_FIGURE_KNOWN)
    return figure_absence_text (self);
  if (self.value > 0 && self.value < 0.005)
    return g_strdup (C_ ("figure", "under 1%"));
  /* TRANSLATORS: a percentage. */
  return g_strdup_printf (C_ ("figure", "%.0f%%"), round (self.value * 100));
}

/**
 * eh_figure_to_ratio_text:
 * @self: a ratio; 1 is in line with the reference
 *
 * Returns: (transfer full): "1.5×", "not shown" or "not enough to say"
 */
char *
eh_figure_to_ratio_text (EhFigure self)
{
  if (self.state != EH_FIGURE_KNOWN)
    return figure_absence_text (self);
  /* TRANSLATORS: "so many times as many": a ratio. */
  return g_strdup_printf (C_ ("figure", "%.1f×"), self.value);
}

/**
 * eh_figure_to_coefficient_text:
 * @self: a coefficient of statistics, up to 1
 *
 * Returns: (transfer full): "0.74", "not shown" or "not enough to say"
 */
char *
eh_figure_to_coefficient_text (EhFigure self)
{
  if (self.state != EH_FIGURE_KNOWN)
    return figure_absence_text (self);
  return g_strdup_printf ("%.2f", fabs (self.value) < 0.005 ? 0 : self.value);
}

/**
 * eh_figure_protected_note:
 * @threshold: fewest people behind a number that is shared
 *
 * Returns: (transfer full): what to print once below anything with a protected figure in it. The
 *   mark stands for small numbers and for those that would give a small one away alike, so that it
 *   does not tell them apart.
 */
char *
eh_figure_protected_note (guint threshold)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "“Fewer than %u” marks a number that stands on fewer than %u person, or that "
                   "would let such a number be worked out.",
                   "“Fewer than %u” marks a number that stands on fewer than %u people, or that "
                   "would let such a number be worked out.",
                   threshold),
      threshold, threshold);
}
