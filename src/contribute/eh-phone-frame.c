/* The frame of every page for phones: its head, where one is, the choice of language. Made on this
 * side, whole: a browser needs nothing but HTML to read and send it. */

#include "eh-phone-frame.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

/**
 * eh_phone_frame_link:
 * @page: what every page needs to know
 * @path: under the root
 *
 * Every link carries the language, so that a choice stays without a cookie.
 *
 * Returns: (transfer full): the link
 */
char *
eh_phone_frame_link (const EhPhonePage *page, const char *path)
{
  return g_strdup_printf ("%s%s?lang=%s", page->root, path,
                          eh_catalogue_get_language (page->words));
}

/**
 * eh_phone_frame_own:
 * @page: what every page needs to know, with a phone
 * @id: something that it sent
 * @more: what follows in the path, "" for nothing
 *
 * Returns: (transfer full): the link to the page about it
 */
char *
eh_phone_frame_own (const EhPhonePage *page, EhId id, const char *more)
{
  g_autofree char *key = eh_id_to_string (id);
  g_autofree char *path = g_strdup_printf ("/%s/%s%s", page->phone, key, more);

  return eh_phone_frame_link (page, path);
}

/**
 * eh_phone_frame_paragraph:
 * @w: a writer
 * @css_class: (nullable): for the style
 * @text: what it says
 */
void
eh_phone_frame_paragraph (EhXmlWriter *w, const char *css_class, const char *text)
{
  eh_xml_writer_start (w, "p");
  if (css_class != NULL)
    eh_xml_writer_attr (w, "class", css_class);
  eh_xml_writer_text (w, text);
  eh_xml_writer_end (w);
}

/**
 * eh_phone_frame_anchor:
 * @w: a writer
 * @css_class: (nullable): for the style
 * @href: where it leads
 * @text: what it says
 */
void
eh_phone_frame_anchor (EhXmlWriter *w, const char *css_class, const char *href, const char *text)
{
  eh_xml_writer_start (w, "a");
  if (css_class != NULL)
    eh_xml_writer_attr (w, "class", css_class);
  eh_xml_writer_attr (w, "href", href);
  eh_xml_writer_text (w, text);
  eh_xml_writer_end (w);
}

/**
 * eh_phone_frame_hidden:
 * @w: a writer, inside a form
 * @name: of a field that nobody sees
 * @value: its value
 */
void
eh_phone_frame_hidden (EhXmlWriter *w, const char *name, const char *value)
{
  eh_xml_writer_start (w, "input");
  eh_xml_writer_attr (w, "type", "hidden");
  eh_xml_writer_attr (w, "name", name);
  eh_xml_writer_attr (w, "value", value);
  eh_xml_writer_end (w);
}

/**
 * eh_phone_frame_button:
 * @w: a writer, inside a form
 * @css_class: (nullable): for the style
 * @text: what it says
 */
void
eh_phone_frame_button (EhXmlWriter *w, const char *css_class, const char *text)
{
  eh_xml_writer_start (w, "button");
  eh_xml_writer_attr (w, "type", "submit");
  if (css_class != NULL)
    eh_xml_writer_attr (w, "class", css_class);
  eh_xml_writer_text (w, text);
  eh_xml_writer_end (w);
}

/**
 * eh_phone_frame_theirs:
 * @w: a writer
 * @element: of HTML
 * @text: words that somebody wrote, in whichever direction they run
 */
void
eh_phone_frame_theirs (EhXmlWriter *w, const char *element, const char *text)
{
  eh_xml_writer_start (w, element);
  eh_xml_writer_attr (w, "class", "words");
  eh_xml_writer_attr (w, "dir", "auto");
  eh_xml_writer_text (w, text);
  eh_xml_writer_end (w);
}

/**
 * eh_phone_frame_of_project:
 * @page: what every page needs to know
 * @w: a writer
 * @element: of HTML
 * @css_class: (nullable): for the style
 * @text: words of the project, which may be in another language than the page
 */
void
eh_phone_frame_of_project (const EhPhonePage *page,
                           EhXmlWriter *w,
                           const char *element,
                           const char *css_class,
                           const char *text)
{
  eh_xml_writer_start (w, element);
  if (css_class != NULL)
    eh_xml_writer_attr (w, "class", css_class);
  if (page->view->language[0] != '\0')
    eh_xml_writer_attr (w, "lang", page->view->language);
  eh_xml_writer_attr (w, "dir", "auto");
  eh_xml_writer_text (w, text);
  eh_xml_writer_end (w);
}

static void
write_link (const EhPhonePage *page, EhXmlWriter *w, const char *rel, const char *file)
{
  eh_xml_writer_start (w, "link");
  eh_xml_writer_attr (w, "rel", rel);
  if (file[0] == '/')
    eh_xml_writer_attr_printf (w, "href", "%s%s", page->root, file);
  else
    eh_xml_writer_attr (w, "href", file);
  eh_xml_writer_end (w);
}

static void
write_meta (EhXmlWriter *w, const char *name, const char *content)
{
  eh_xml_writer_start (w, "meta");
  eh_xml_writer_attr (w, "name", name);
  eh_xml_writer_attr (w, "content", content);
  eh_xml_writer_end (w);
}

static void
write_head (const EhPhonePage *page, EhXmlWriter *w, const char *title)
{
  eh_xml_writer_start (w, "head");
  eh_xml_writer_start (w, "meta");
  eh_xml_writer_attr (w, "charset", "utf-8");
  eh_xml_writer_end (w);
  write_meta (w, "viewport", "width=device-width, initial-scale=1");
  write_meta (w, "color-scheme", "light dark");
  eh_xml_writer_element (w, "title", title);
  write_link (page, w, "stylesheet", "/page.css");
  write_link (page, w, "icon", "data:,");
  eh_xml_writer_start (w, "script");
  eh_xml_writer_attr_printf (w, "src", "%s/page.js", page->root);
  eh_xml_writer_attr (w, "defer", "defer");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
write_languages (const EhPhonePage *page, EhXmlWriter *w, const char *path)
{
  if (g_strv_length ((char **) page->languages) < 2)
    return;
  eh_xml_writer_start (w, "nav");
  eh_xml_writer_attr (w, "aria-label", eh_catalogue_get (page->words, N_ ("Language")));
  eh_xml_writer_start (w, "ul");
  for (guint i = 0; page->languages[i] != NULL; i++) {
    const char *language = page->languages[i];
    gboolean is_this = g_str_equal (language, eh_catalogue_get_language (page->words));

    eh_xml_writer_start (w, "li");
    eh_xml_writer_start (w, "a");
    eh_xml_writer_attr_printf (w, "href", "%s%s?lang=%s", page->root, path, language);
    eh_xml_writer_attr (w, "lang", language);
    eh_xml_writer_attr (w, "hreflang", language);
    eh_xml_writer_attr (w, "dir", eh_language_is_rtl (language) ? "rtl" : "ltr");
    if (is_this)
      eh_xml_writer_attr (w, "aria-current", "true");
    eh_xml_writer_text (w, eh_language_own_name (language));
    eh_xml_writer_end (w);
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
write_header (const EhPhonePage *page, EhXmlWriter *w, const char *path)
{
  eh_xml_writer_start (w, "header");
  if (!eh_text_is_blank (page->view->project))
    eh_phone_frame_of_project (page, w, "p", "project", page->view->project);
  if (!eh_text_is_blank (page->view->workshop))
    eh_phone_frame_of_project (page, w, "p", "workshop", page->view->workshop);
  write_languages (page, w, path);
  eh_xml_writer_end (w);
}

/**
 * eh_phone_frame_begin:
 * @page: what every page needs to know
 * @title: of the page
 * @path: of the page, under the root: where a choice of language leads
 *
 * Returns: (transfer full): a writer that stands inside the page's main part
 */
EhXmlWriter *
eh_phone_frame_begin (const EhPhonePage *page, const char *title, const char *path)
{
  EhXmlWriter *w = eh_xml_writer_new (EH_XML_DIALECT_HTML);
  const char *language = eh_catalogue_get_language (page->words);

  eh_xml_writer_start (w, "html");
  eh_xml_writer_attr (w, "lang", language);
  eh_xml_writer_attr (w, "dir", eh_language_is_rtl (language) ? "rtl" : "ltr");
  write_head (page, w, title);
  eh_xml_writer_start (w, "body");
  eh_phone_frame_anchor (w, "skip", "#main",
                         eh_catalogue_get (page->words, N_ ("Skip to the question")));
  write_header (page, w, path);
  eh_xml_writer_start (w, "main");
  eh_xml_writer_attr (w, "id", "main");
  return w;
}

/**
 * eh_phone_frame_end:
 * @w: (transfer full): what eh_phone_frame_begin() gave
 *
 * Returns: (transfer full): the page
 */
GBytes *
eh_phone_frame_end (EhXmlWriter *w)
{
  GBytes *bytes;

  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  bytes = eh_xml_writer_finish (w);
  eh_xml_writer_free (w);
  return bytes;
}
