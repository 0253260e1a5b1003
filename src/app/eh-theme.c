/* The charts' colours for widgets, as the desktop wants them at the moment: light or dark, with
 * more contrast or not. A widget asks when it draws, and again in its css_changed. */

#include "eh-theme.h"

static EhChartThemeKind
wanted_kind (AdwStyleManager *manager)
{
  gboolean contrast = adw_style_manager_get_high_contrast (manager);

  if (adw_style_manager_get_dark (manager))
    return contrast ? EH_CHART_THEME_DARK_CONTRAST : EH_CHART_THEME_DARK;
  return contrast ? EH_CHART_THEME_LIGHT_CONTRAST : EH_CHART_THEME_LIGHT;
}

/**
 * eh_theme_current:
 *
 * Returns: (transfer none): the theme that fits the window now; good until the next call
 */
const EhChartTheme *
eh_theme_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  EhChartThemeKind kind = wanted_kind (manager);
  EhChartTheme *theme = g_object_get_data (G_OBJECT (manager), "eh-theme");

  if (theme == NULL || theme->kind != kind) {
    theme = eh_chart_theme_new (kind);
    g_object_set_data_full (G_OBJECT (manager), "eh-theme", theme,
                            (GDestroyNotify) eh_chart_theme_unref);
  }
  return theme;
}

/**
 * eh_theme_rgba:
 * @colour: a colour of the theme
 *
 * Returns: the same for GTK, opaque
 */
GdkRGBA
eh_theme_rgba (EhChartColour colour)
{
  return (GdkRGBA){ (float) colour.r, (float) colour.g, (float) colour.b, 1 };
}

static void
contrast_cb (AdwStyleManager *manager, GParamSpec *pspec, GtkStyleProvider *more)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, more,
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, more);
}

/**
 * eh_theme_follow_contrast:
 *
 * Has the windows look as "contrast.css" says while the desktop is in high contrast. libadwaita 1.2
 * has a file for that which 1.10 warns of, and that knows another way which 1.2 lacks.
 */
void
eh_theme_follow_contrast (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) more = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (more, "/org/evenhand/Evenhand/contrast.css");
  contrast_cb (manager, NULL, GTK_STYLE_PROVIDER (more));
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (contrast_cb),
                         g_object_ref (more), (GClosureNotify) g_object_unref, G_CONNECT_DEFAULT);
}
