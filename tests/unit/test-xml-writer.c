/* XML and HTML written into memory. */

#include "eh-xml-writer.h"

static void
assert_writes (EhXmlWriter *w, const char *expected)
{
  g_autoptr (GBytes) bytes = eh_xml_writer_finish (w);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_escapes (void)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "a");
  eh_xml_writer_attr (w, "b", "\"<&>\n\t'");
  eh_xml_writer_attr (w, "c", NULL);
  eh_xml_writer_text (w, "]]> & \"<b>\" \x01\x1b\x7f\xef\xbf\xbf\xc2\x85 é\n");
  assert_writes (w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<a b=\"&quot;&lt;&amp;&gt;&#10;&#9;'\">"
                    "]]&gt; &amp; \"&lt;b&gt;\"  é\n</a>\n");
}

static void
test_closes (void)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_XML);

  eh_xml_writer_start (w, "a");
  eh_xml_writer_start (w, "b");
  eh_xml_writer_end (w);
  eh_xml_writer_element (w, "c", "d");
  eh_xml_writer_start (w, "e");
  assert_writes (w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><b/><c>d</c><e/></a>\n");
}

static void
test_html (void)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_HTML);

  eh_xml_writer_start (w, "p");
  eh_xml_writer_start (w, "br");
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "td");
  eh_xml_writer_end (w);
  assert_writes (w, "<!DOCTYPE html>\n<p><br><td></td></p>\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-writer/escapes", test_escapes);
  g_test_add_func ("/xml-writer/closes", test_closes);
  g_test_add_func ("/xml-writer/html", test_html);
  return g_test_run ();
}
