/* The window's program. */

#include "eh-application.h"

#include "config.h"
#include "eh-stall-log.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (EhApplication) application = NULL;
  const char *folder = g_getenv ("EVENHAND_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : EH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (EH_APP_ID);
  g_set_application_name ("Evenhand");
  eh_stall_log_start ();
  application = eh_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
