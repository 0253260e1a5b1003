/* What cairo 1.16 cannot write of a tagged PDF, added with libqpdf: the language, text alternatives
 * of pictures, the scope of header cells, what links say, artifacts, the order of the Tab key, and
 * metadata as XMP (PDF 1.7, ISO 32000-1, 14.7 to 14.9; ISO 14289-1). The structure is walked in the
 * order in which its elements were opened, beside the list of marks that was kept while painting.
 */

#include "config.h"

#include "eh-pdf-finish.h"

#include "eh-pdf-paint.h"
#include "eh-text.h"
#include "eh-xml-writer.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

typedef struct {
  qpdf_data q;
  const EhDoc *doc;
  const GArray *marks;
  guint n_notes;     /* that were met; each needs a name of its own */
  guint next;        /* mark of the next element of the walk */
  gboolean mismatch; /* the structure is not what was painted */
  gboolean stopped;  /* somebody wants no more of it */
  const EhDocWork *work;
  GHashTable *parents; /* key of a page in the parent tree to its array (qpdf_oh) */
} Finish;

static qpdf_oh
get (Finish *f, qpdf_oh dict, const char *key)
{
  return qpdf_oh_get_key (f->q, dict, key);
}

static void
set (Finish *f, qpdf_oh dict, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (f->q, dict, key, value);
}

static qpdf_oh
text (Finish *f, const char *utf8)
{
  return qpdf_oh_new_unicode_string (f->q, utf8);
}

static gboolean
is_name (Finish *f, qpdf_oh object, const char *name)
{
  return qpdf_oh_is_name (f->q, object) && strcmp (qpdf_oh_get_name (f->q, object), name) == 0;
}

static void
set_box (Finish *f, qpdf_oh element, const double *box)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (f->q);
  qpdf_oh sides = qpdf_oh_new_array (f->q);

  for (guint i = 0; i < 4; i++)
    qpdf_oh_append_item (f->q, sides, qpdf_oh_new_real_from_double (f->q, box[i], 2));
  set (f, attributes, "/O", qpdf_oh_new_name (f->q, "/Layout"));
  set (f, attributes, "/BBox", sides);
  set (f, attributes, "/Placement", qpdf_oh_new_name (f->q, "/Block"));
  set (f, element, "/A", attributes);
}

static void
set_scope (Finish *f, qpdf_oh element, const char *scope)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (f->q);
  g_autofree char *name = g_strconcat ("/", scope, NULL);

  set (f, attributes, "/O", qpdf_oh_new_name (f->q, "/Table"));
  set (f, attributes, "/Scope", qpdf_oh_new_name (f->q, name));
  set (f, element, "/A", attributes);
}

/* The children of @element as an array, whether it has one or many. */
static qpdf_oh
children_of (Finish *f, qpdf_oh element)
{
  qpdf_oh kids = get (f, element, "/K");
  qpdf_oh array;

  if (qpdf_oh_is_array (f->q, kids))
    return kids;
  array = qpdf_oh_new_array (f->q);
  if (!qpdf_oh_is_null (f->q, kids))
    qpdf_oh_append_item (f->q, array, kids);
  return array;
}

static void
set_link_contents (Finish *f, qpdf_oh element, const char *contents)
{
  qpdf_oh kids = children_of (f, element);

  for (int i = 0; i < qpdf_oh_get_array_n_items (f->q, kids); i++) {
    qpdf_oh kid = qpdf_oh_get_array_item (f->q, kids, i);

    if (qpdf_oh_is_dictionary (f->q, kid) && qpdf_oh_has_key (f->q, kid, "/Obj"))
      set (f, get (f, kid, "/Obj"), "/Contents", text (f, contents));
  }
}

/* What is only to be seen is no part of the structure: the parent tree no longer leads to it. */
static void
forget_contents (Finish *f, qpdf_oh element, qpdf_oh kid)
{
  qpdf_oh page = get (f, element, "/Pg");
  qpdf_oh id = kid;
  qpdf_oh array;
  int index;
  int key;

  if (qpdf_oh_is_dictionary (f->q, kid)) {
    if (qpdf_oh_has_key (f->q, kid, "/Pg"))
      page = get (f, kid, "/Pg");
    id = get (f, kid, "/MCID");
  }
  if (!qpdf_oh_is_integer (f->q, id) || !qpdf_oh_is_dictionary (f->q, page))
    return;
  key = qpdf_oh_get_int_value_as_int (f->q, get (f, page, "/StructParents"));
  index = qpdf_oh_get_int_value_as_int (f->q, id);
  array = GPOINTER_TO_UINT (g_hash_table_lookup (f->parents, GINT_TO_POINTER (key)));
  if (array != 0 && index < qpdf_oh_get_array_n_items (f->q, array))
    qpdf_oh_set_array_item (f->q, array, index, qpdf_oh_new_null (f->q));
}

static void
forget (Finish *f, qpdf_oh element)
{
  qpdf_oh kids = children_of (f, element);

  for (int i = 0; i < qpdf_oh_get_array_n_items (f->q, kids); i++)
    forget_contents (f, element, qpdf_oh_get_array_item (f->q, kids, i));
}

static void
apply (Finish *f, qpdf_oh element, const EhPdfMark *mark)
{
  if (mark->alt != NULL) {
    set (f, element, "/Alt", text (f, mark->alt));
    set_box (f, element, mark->box);
  }
  if (mark->scope != NULL)
    set_scope (f, element, mark->scope);
  if (mark->language != NULL)
    set (f, element, "/Lang", text (f, mark->language));
  if (mark->contents != NULL)
    set_link_contents (f, element, mark->contents);
  if (strcmp (mark->tag, "Note") == 0) {
    g_autofree char *id = g_strdup_printf ("note-%u", ++f->n_notes);

    set (f, element, "/ID", qpdf_oh_new_string (f->q, id));
  }
}

static gboolean walk (Finish *f, qpdf_oh element);

/* Whether there is nothing to do for the next element, which then need not even be read: most lines
 * of a document are such. */
static gboolean
is_plain_leaf (const Finish *f)
{
  const EhPdfMark *mark;

  if (f->next >= f->marks->len)
    return FALSE;
  mark = &g_array_index (f->marks, EhPdfMark, f->next);
  return mark->leaf && mark->alt == NULL && mark->scope == NULL && mark->language == NULL &&
         mark->contents == NULL && strcmp (mark->tag, "Note") != 0;
}

static void
walk_children (Finish *f, qpdf_oh element)
{
  qpdf_oh kids = children_of (f, element);
  qpdf_oh kept = qpdf_oh_new_array (f->q);
  int n = qpdf_oh_get_array_n_items (f->q, kids);
  int n_kept = 0;

  for (int i = 0; i < n && !f->mismatch; i++) {
    qpdf_oh kid = qpdf_oh_get_array_item (f->q, kids, i);
    /* cairo refers to elements, and writes what else is in one directly. */
    gboolean is_element = qpdf_oh_is_indirect (f->q, kid);

    if (is_element && is_plain_leaf (f))
      f->next++;
    else if (is_element && walk (f, kid))
      continue;
    qpdf_oh_append_item (f->q, kept, kid);
    n_kept++;
  }
  if (n_kept < n)
    set (f, element, "/K", kept);
}

/* Walks @element, which is of the structure; returns whether it is only to be seen. */
static gboolean
walk (Finish *f, qpdf_oh element)
{
  const EhPdfMark *mark;
  g_autofree char *name = NULL;

  if (f->next >= f->marks->len) {
    f->mismatch = TRUE;
    return FALSE;
  }
  if (f->next % 64 == 0 && !eh_doc_work_step (f->work, f->next, f->marks->len, NULL)) {
    f->stopped = f->mismatch = TRUE;
    return FALSE;
  }
  mark = &g_array_index (f->marks, EhPdfMark, f->next++);
  name = g_strconcat ("/", mark->tag, NULL);
  if (!is_name (f, get (f, element, "/S"), name)) {
    f->mismatch = TRUE;
    return FALSE;
  }
  if (strcmp (mark->tag, "Private") == 0) {
    forget (f, element);
    return TRUE;
  }
  apply (f, element, mark);
  if (!mark->leaf)
    walk_children (f, element);
  return FALSE;
}

/* Content marked "/Private << /MCID 7 >> BDC" becomes an artifact. cairo writes words as numbers of
 * shapes, so this cannot stand in one. */
static void
mark_artifacts (Finish *f, qpdf_oh page)
{
  static const char mark[] = "/Private <<";
  unsigned char *data = NULL;
  size_t size = 0;
  GString *out;
  const char *at;
  const char *end;
  qpdf_oh stream;

  if (qpdf_oh_get_page_content_data (f->q, page, &data, &size) & QPDF_ERRORS)
    return;
  out = g_string_sized_new (size);
  at = (const char *) data;
  end = at + size;
  while (at < end) {
    const char *hit = g_strstr_len (at, end - at, mark);
    const char *closing = hit != NULL ? g_strstr_len (hit, end - hit, "BDC") : NULL;

    if (closing == NULL)
      break;
    g_string_append_len (out, at, hit - at);
    g_string_append (out, "/Artifact BMC");
    at = closing + 3;
  }
  g_string_append_len (out, at, end - at);
  stream = qpdf_oh_new_stream (f->q);
  qpdf_oh_replace_stream_data (f->q, stream, (const unsigned char *) out->str, out->len,
                               qpdf_oh_new_null (f->q), qpdf_oh_new_null (f->q));
  set (f, page, "/Contents", stream);
  g_string_free (out, TRUE);
  free (data);
}

static void
lang_alt (EhXmlWriter *w, const char *name, const char *value)
{
  if (value == NULL)
    return;
  eh_xml_writer_start (w, name);
  eh_xml_writer_start (w, "rdf:Alt");
  eh_xml_writer_start (w, "rdf:li");
  eh_xml_writer_attr (w, "xml:lang", "x-default");
  eh_xml_writer_text (w, value);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
list_of_one (EhXmlWriter *w, const char *name, const char *kind, const char *value)
{
  if (value == NULL)
    return;
  eh_xml_writer_start (w, name);
  eh_xml_writer_start (w, kind);
  eh_xml_writer_element (w, "rdf:li", value);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static char *
xmp (const EhDocMeta *meta)
{
  g_autoptr (EhXmlWriter) w = eh_xml_writer_new (EH_XML_DIALECT_FRAGMENT);
  g_autoptr (GBytes) bytes = NULL;

  eh_xml_writer_raw (w, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
  eh_xml_writer_start (w, "x:xmpmeta");
  eh_xml_writer_attr (w, "xmlns:x", "adobe:ns:meta/");
  eh_xml_writer_start (w, "rdf:RDF");
  eh_xml_writer_attr (w, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  eh_xml_writer_start (w, "rdf:Description");
  eh_xml_writer_attr (w, "rdf:about", "");
  eh_xml_writer_attr (w, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  eh_xml_writer_attr (w, "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/");
  eh_xml_writer_attr (w, "xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/");
  eh_xml_writer_element (w, "pdfuaid:part", "1");
  lang_alt (w, "dc:title", meta->title);
  lang_alt (w, "dc:description", meta->description);
  lang_alt (w, "dc:rights", meta->licence);
  list_of_one (w, "dc:creator", "rdf:Seq", meta->authors);
  list_of_one (w, "dc:language", "rdf:Bag", meta->language);
  if (meta->keywords->len > 0) {
    g_autofree char *keywords = eh_text_join (meta->keywords, ", ");

    eh_xml_writer_element (w, "pdf:Keywords", keywords);
  }
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_raw (w, "\n<?xpacket end=\"w\"?>");
  bytes = eh_xml_writer_finish (w);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
set_catalogue (Finish *f, qpdf_oh root)
{
  const EhDocMeta *meta = eh_doc_meta (f->doc);
  qpdf_oh preferences = qpdf_oh_new_dictionary (f->q);
  qpdf_oh stream = qpdf_oh_new_stream (f->q);
  qpdf_oh dict;
  g_autofree char *packet = xmp (meta);

  set (f, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (f->q, QPDF_TRUE));
  if (meta->rtl)
    set (f, preferences, "/Direction", qpdf_oh_new_name (f->q, "/R2L"));
  set (f, root, "/ViewerPreferences", preferences);
  set (f, root, "/Lang", text (f, meta->language));
  qpdf_oh_replace_stream_data (f->q, stream, (const unsigned char *) packet, strlen (packet),
                               qpdf_oh_new_null (f->q), qpdf_oh_new_null (f->q));
  dict = qpdf_oh_get_dict (f->q, stream);
  set (f, dict, "/Type", qpdf_oh_new_name (f->q, "/Metadata"));
  set (f, dict, "/Subtype", qpdf_oh_new_name (f->q, "/XML"));
  set (f, root, "/Metadata", stream);
}

static void
find_parents (Finish *f, qpdf_oh tree)
{
  qpdf_oh numbers = get (f, get (f, tree, "/ParentTree"), "/Nums");
  int n = qpdf_oh_is_array (f->q, numbers) ? qpdf_oh_get_array_n_items (f->q, numbers) : 0;

  for (int i = 0; i + 1 < n; i += 2) {
    int key = qpdf_oh_get_int_value_as_int (f->q, qpdf_oh_get_array_item (f->q, numbers, i));
    qpdf_oh array = qpdf_oh_get_array_item (f->q, numbers, i + 1);

    if (qpdf_oh_is_array (f->q, array))
      g_hash_table_insert (f->parents, GINT_TO_POINTER (key), GUINT_TO_POINTER (array));
  }
}

static void
improve (Finish *f)
{
  qpdf_oh root = qpdf_get_root (f->q);
  qpdf_oh tree = get (f, root, "/StructTreeRoot");
  qpdf_oh tops = children_of (f, tree);

  set_catalogue (f, root);
  find_parents (f, tree);
  for (int i = 0; i < qpdf_oh_get_array_n_items (f->q, tops) && !f->mismatch; i++)
    walk (f, qpdf_oh_get_array_item (f->q, tops, i));
  if (f->stopped)
    return;
  if (f->next != f->marks->len)
    f->mismatch = TRUE;
  for (int i = 0; i < qpdf_get_num_pages (f->q); i++) {
    qpdf_oh page = qpdf_get_page_n (f->q, (size_t) i);

    set (f, page, "/Tabs", qpdf_oh_new_name (f->q, "/S"));
    mark_artifacts (f, page);
  }
}

static GBytes *
write_out (qpdf_data q)
{
  qpdf_init_write_memory (q);
  qpdf_set_deterministic_ID (q, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (q, "1.7");
  qpdf_set_object_stream_mode (q, qpdf_o_generate);
  if (qpdf_write (q) & QPDF_ERRORS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (q), qpdf_get_buffer_length (q));
}

/**
 * eh_pdf_finish:
 * @doc: a document
 * @pdf: the same as eh_pdf_paint() wrote it
 * @marks: (element-type EhPdfMark): what it told of the structure
 * @work: (nullable): told how far it is, and asked whether to stop
 *
 * Returns: (transfer full): the PDF with what readers need beside the pages; %NULL with
 *   %G_IO_ERROR_FAILED when the file is not what was painted, or %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_pdf_finish (
    const EhDoc *doc, GBytes *pdf, const GArray *marks, const EhDocWork *work, GError **error)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);
  Finish f = { .q = qpdf_init (), .doc = doc, .marks = marks, .parents = parents, .work = work };
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  GBytes *out = NULL;
  const char *why = "";

  qpdf_silence_errors (f.q);
  qpdf_set_suppress_warnings (f.q, QPDF_TRUE);
  if (!(qpdf_read_memory (f.q, "document", data, size, NULL) & QPDF_ERRORS)) {
    improve (&f);
    if (!f.mismatch && !f.stopped)
      out = write_out (f.q);
    else
      why = "structure";
  }
  if (out == NULL && f.stopped) {
    g_cancellable_set_error_if_cancelled (work->cancellable, error);
  } else if (out == NULL) {
    if (qpdf_has_error (f.q))
      why = qpdf_get_error_full_text (f.q, qpdf_get_error (f.q));
    g_debug ("PDF not finished: %s, element %u of %u", why, f.next, marks->len);
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be made accessible."));
  }
  qpdf_cleanup (&f.q);
  return out;
}
