/* What is in the clipboard as blocks of a document: from a word processor or a browser with its
 * headings, lists, emphasis and links, otherwise words parted at blank lines. */

#include "eh-block-paste.h"

#include "eh-block-copy.h"
#include "eh-markup.h"
#include "eh-pasted.h"
#include "eh-text.h"

#define HTML "text/html"
/* Nobody pastes more than that on purpose. */
#define MOST_BYTES (8 * 1024 * 1024)

static void
take_text (GTask *task, const char *text)
{
  gboolean plain = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr (GPtrArray) blocks = NULL;

  if (!plain) {
    blocks = eh_pasted_text (text);
  } else {
    EhBlock *block = eh_block_new ();
    g_autofree char *clean = eh_text_clean (text);

    blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
    block->kind = EH_BLOCK_KIND_PARAGRAPH;
    g_free (block->text);
    block->text = eh_markup_escape (clean);
    g_ptr_array_add (blocks, block);
  }
  g_task_return_pointer (task, g_steal_pointer (&blocks), (GDestroyNotify) g_ptr_array_unref);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text != NULL)
    take_text (task, text);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GOutputStream *memory = G_OUTPUT_STREAM (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *html = NULL;

  if (g_output_stream_splice_finish (memory, result, &error) < 0) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  html = g_strndup (g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), MOST_BYTES));
  g_task_return_pointer (task, eh_pasted_html (html), (GDestroyNotify) g_ptr_array_unref);
}

static void
html_open_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL,
                                                               &error);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, html_read_cb, g_steal_pointer (&task));
}

static void
blocks_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL)
    g_task_return_pointer (task, g_value_dup_boxed (value), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * eh_block_paste_async:
 * @clipboard: a clipboard
 * @plain: whether lines are to stay lines of one text
 * @callback: called with the result
 * @user_data: for @callback
 */
void
eh_block_paste_async (GdkClipboard *clipboard,
                      gboolean plain,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  static const char *const types[] = { HTML, NULL };
  g_autoptr (GTask) task = g_task_new (clipboard, NULL, callback, user_data);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  g_task_set_source_tag (task, eh_block_paste_async);
  g_task_set_task_data (task, GINT_TO_POINTER (plain), NULL);
  if (!plain && gdk_content_formats_contain_gtype (formats, EH_TYPE_COPIED_BLOCKS))
    gdk_clipboard_read_value_async (clipboard, EH_TYPE_COPIED_BLOCKS, G_PRIORITY_DEFAULT, NULL,
                                    blocks_read_cb, g_steal_pointer (&task));
  else if (!plain && gdk_content_formats_contain_mime_type (formats, HTML))
    gdk_clipboard_read_async (clipboard, (const char **) types, G_PRIORITY_DEFAULT, NULL,
                              html_open_cb, g_steal_pointer (&task));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_steal_pointer (&task));
}

/**
 * eh_block_paste_finish:
 * @result: what the callback was given
 * @error: set when nothing could be read
 *
 * Returns: (transfer full) (nullable) (element-type EhBlock): blocks with a kind and words
 */
GPtrArray *
eh_block_paste_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
