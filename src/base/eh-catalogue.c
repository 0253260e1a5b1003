/* Messages of one language, read from a .mo file (GNU gettext manual, "The Format of GNU MO
 * Files"). The C library speaks one language in a process; this one speaks as many as there are
 * files. Nothing in the file is believed: every length and offset is held against its size. */

#include "eh-catalogue.h"

#include "config.h"
#include "eh-plural.h"

#include <gio/gio.h>
#include <string.h>

#define MAGIC        0x950412deu
#define HEADER_SIZE  20u
#define MAX_MESSAGES 100000u
#define MAX_FORMS    10u

struct _EhCatalogue {
  gatomicrefcount references;
  char *language;
  GBytes *mo;           /* owns what messages points into */
  GHashTable *messages; /* (element-type utf8 Translation) */
  char *plural;
  guint n_forms;
};

typedef struct {
  const char *text;
  gsize size;
} Translation;

typedef struct {
  const guint8 *data;
  gsize size;
  gboolean swapped;
} File;

static guint32
word_at (const File *file, gsize offset)
{
  guint32 word;

  memcpy (&word, file->data + offset, sizeof word);
  return file->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The string of an entry of one of the two tables, ended by a NUL and valid. */
static const char *
string_at (const File *file, gsize table, guint index, gsize *size)
{
  gsize length = word_at (file, table + 8 * (gsize) index);
  gsize offset = word_at (file, table + 8 * (gsize) index + 4);

  if (offset >= file->size || length >= file->size - offset || file->data[offset + length] != '\0')
    return NULL;
  *size = length;
  return (const char *) file->data + offset;
}

static gboolean
are_valid_forms (const char *text, gsize size)
{
  for (gsize at = 0; at <= size; at += strlen (text + at) + 1)
    if (!g_utf8_validate (text + at, -1, NULL))
      return FALSE;
  return TRUE;
}

/* "Plural-Forms: nplurals=2; plural=n != 1;" among the lines of the message for "". */
static gboolean
read_plural (EhCatalogue *self, const char *header)
{
  const char *line = strstr (header, "Plural-Forms:");
  const char *count = line != NULL ? strstr (line, "nplurals=") : NULL;
  const char *formula = line != NULL ? strstr (line, "plural=") : NULL;
  gulong form;

  while (formula != NULL && formula > line && formula[-1] == 'n')
    formula = strstr (formula + 1, "plural=");
  if (count == NULL || formula == NULL)
    return line == NULL;
  self->n_forms = (guint) g_ascii_strtoull (count + strlen ("nplurals="), NULL, 10);
  formula += strlen ("plural=");
  g_free (self->plural);
  self->plural = g_strndup (formula, strcspn (formula, ";\n"));
  return self->n_forms >= 1 && self->n_forms <= MAX_FORMS &&
         eh_plural_evaluate (self->plural, 1, &form);
}

static gboolean
read_messages (EhCatalogue *self, const File *file)
{
  guint n = word_at (file, 8);
  gsize ids = word_at (file, 12);
  gsize texts = word_at (file, 16);

  if (word_at (file, 4) >> 16 > 1 || n > MAX_MESSAGES || ids > file->size || texts > file->size ||
      (gsize) n * 8 > file->size - ids || (gsize) n * 8 > file->size - texts)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    gsize id_size, size;
    const char *id = string_at (file, ids, i, &id_size);
    const char *text = string_at (file, texts, i, &size);
    Translation *translation;

    if (id == NULL || text == NULL || !are_valid_forms (text, size))
      return FALSE;
    if (id[0] == '\0') {
      if (!read_plural (self, text))
        return FALSE;
      continue;
    }
    translation = g_new (Translation, 1);
    translation->text = text;
    translation->size = size;
    g_hash_table_replace (self->messages, (gpointer) id, translation);
  }
  return TRUE;
}

/**
 * eh_catalogue_new:
 * @language: BCP 47 tag of the language that it is of
 * @mo: (nullable): what a .mo file holds, or %NULL for the words of the source
 * @error: set to %G_IO_ERROR_INVALID_DATA for what is not such a file
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
EhCatalogue *
eh_catalogue_new (const char *language, GBytes *mo, GError **error)
{
  g_autoptr (EhCatalogue) self = g_new0 (EhCatalogue, 1);
  File file = { NULL, 0, FALSE };

  g_atomic_ref_count_init (&self->references);
  self->language = g_strdup (language);
  self->messages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->plural = g_strdup ("n != 1");
  self->n_forms = 2;
  if (mo == NULL)
    return g_steal_pointer (&self);
  self->mo = g_bytes_ref (mo);
  file.data = g_bytes_get_data (mo, &file.size);
  file.swapped = file.size >= HEADER_SIZE && word_at (&file, 0) == GUINT32_SWAP_LE_BE (MAGIC);
  if (file.size >= HEADER_SIZE && word_at (&file, 0) == MAGIC && read_messages (self, &file))
    return g_steal_pointer (&self);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The catalogue is damaged.");
  return NULL;
}

static char *
locale_dir (void)
{
  const char *dir = g_getenv ("EVENHAND_LOCALE_DIR");

  return g_strdup (dir != NULL ? dir : EH_LOCALE_DIR);
}

/* The folder of a language is called as the C library would: "pt_BR". */
static char *
path_of (const char *language)
{
  g_autofree char *dir = locale_dir ();
  g_autofree char *name = g_strdelimit (g_strdup (language), "-", '_');

  return g_build_filename (dir, name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

/**
 * eh_catalogue_for:
 * @language: a BCP 47 tag
 *
 * Looks where the program's own catalogues are. A language without one, English among them, gets
 * the words of the source.
 *
 * Returns: (transfer full): the catalogue
 */
EhCatalogue *
eh_catalogue_for (const char *language)
{
  g_autofree char *path = path_of (language);
  g_autofree char *bytes = NULL;
  gsize size = 0;
  g_autoptr (GBytes) mo = NULL;
  g_autoptr (GError) error = NULL;
  EhCatalogue *self;

  /* Never a path out of that folder. */
  if (strchr (language, '/') == NULL && strchr (language, '.') == NULL &&
      g_file_get_contents (path, &bytes, &size, NULL)) {
    mo = g_bytes_new_take (g_steal_pointer (&bytes), size);
    self = eh_catalogue_new (language, mo, &error);
    if (self != NULL)
      return self;
    g_warning ("%s: %s", path, error->message);
  }
  return eh_catalogue_new (language, NULL, NULL);
}

EhCatalogue *
eh_catalogue_ref (EhCatalogue *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
eh_catalogue_unref (EhCatalogue *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->messages);
  g_clear_pointer (&self->mo, g_bytes_unref);
  g_free (self->language);
  g_free (self->plural);
  g_free (self);
}

/**
 * eh_catalogue_get_language:
 * @self: a catalogue
 *
 * Returns: (transfer none): its BCP 47 tag
 */
const char *
eh_catalogue_get_language (const EhCatalogue *self)
{
  return self->language;
}

/**
 * eh_catalogue_is_rtl:
 * @self: a catalogue
 *
 * Returns: whether its language is written from right to left
 */
gboolean
eh_catalogue_is_rtl (const EhCatalogue *self)
{
  return eh_language_is_rtl (self->language);
}

/**
 * eh_catalogue_for_reader:
 * @language: (nullable): a BCP 47 tag of what somebody reads best
 *
 * Returns: (transfer full): the catalogue of that language, whatever the region; where the program
 *   has no words in it, those of the source, which says of itself what language that is
 */
EhCatalogue *
eh_catalogue_for_reader (const char *language)
{
  g_auto (GStrv) languages = eh_catalogue_languages ();
  const char *chosen = eh_language_choose (language, (const char *const *) languages);

  if (chosen != NULL && !g_str_equal (chosen, "en"))
    return eh_catalogue_for (chosen);
  return eh_catalogue_new (chosen != NULL ? language : "en-GB", NULL, NULL);
}

/**
 * eh_catalogue_get:
 * @self: a catalogue
 * @message: in the words of the source, marked by N_()
 *
 * Returns: (transfer none): the message in the language; lives as long as @self and @message
 */
const char *
eh_catalogue_get (const EhCatalogue *self, const char *message)
{
  const Translation *found = g_hash_table_lookup (self->messages, message);

  return found != NULL && found->text[0] != '\0' ? found->text : message;
}

/**
 * eh_catalogue_get_in:
 * @self: a catalogue
 * @context: tells short words apart
 * @message: in the words of the source, marked by NC_()
 *
 * Returns: (transfer none): as eh_catalogue_get()
 */
const char *
eh_catalogue_get_in (const EhCatalogue *self, const char *context, const char *message)
{
  g_autofree char *key = g_strconcat (context, "\004", message, NULL);
  const Translation *found = g_hash_table_lookup (self->messages, key);

  return found != NULL && found->text[0] != '\0' ? found->text : message;
}

/**
 * eh_catalogue_get_plural:
 * @self: a catalogue
 * @one: a message for a count of one
 * @many: the same for other counts; both marked by NN_()
 * @n: how many
 *
 * Returns: (transfer none): the form for @n
 */
const char *
eh_catalogue_get_plural (const EhCatalogue *self, const char *one, const char *many, guint n)
{
  const Translation *found = g_hash_table_lookup (self->messages, one);
  gulong form = 0;
  gsize at = 0;

  if (found == NULL || !eh_plural_evaluate (self->plural, n, &form) || form >= self->n_forms)
    return n == 1 ? one : many;
  for (; form > 0 && at <= found->size; form--)
    at += strlen (found->text + at) + 1;
  return at <= found->size && found->text[at] != '\0' ? found->text + at : n == 1 ? one : many;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * eh_catalogue_languages:
 *
 * Returns: (transfer full) (array zero-terminated=1): BCP 47 tags of the languages that the program
 *   has words in, by the alphabet; "en" is always one
 */
char **
eh_catalogue_languages (void)
{
  g_autofree char *path = locale_dir ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_ptr_array_add (found, g_strdup ("en"));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *mo = path_of (name);

    if (strlen (name) <= 20 && !g_str_equal (name, "en") && g_file_test (mo, G_FILE_TEST_EXISTS))
      g_ptr_array_add (found, g_strdelimit (g_strdup (name), "_", '-'));
  }
  g_ptr_array_sort (found, compare_strings);
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

static gsize
primary (const char *tag)
{
  return strcspn (tag, "-_");
}

/* The whole tag, or else the language without region: 2, 1 or 0. */
static guint
fit (const char *wanted, const char *offered)
{
  if (g_ascii_strcasecmp (wanted, offered) == 0)
    return 2;
  return primary (wanted) == primary (offered) &&
                 g_ascii_strncasecmp (wanted, offered, primary (wanted)) == 0
             ? 1
             : 0;
}

/**
 * eh_language_choose:
 * @accept: (nullable): what a browser says in Accept-Language (RFC 9110, 12.5.4)
 * @offered: (array zero-terminated=1): BCP 47 tags
 *
 * Returns: (nullable) (transfer none): the one of @offered that is wanted most, or %NULL when none
 *   is
 */
const char *
eh_language_choose (const char *accept, const char *const *offered)
{
  g_auto (GStrv) ranges = g_strsplit (accept != NULL ? accept : "", ",", 30);
  const char *best = NULL;
  double best_score = 0;

  for (guint i = 0; ranges[i] != NULL; i++) {
    char *quality = strchr (ranges[i], ';');
    double q = 1;

    if (quality != NULL) {
      *quality = '\0';
      quality = strstr (quality + 1, "q=");
      q = quality != NULL ? CLAMP (g_ascii_strtod (quality + 2, NULL), 0, 1) : 1;
    }
    g_strstrip (ranges[i]);
    for (guint j = 0; offered[j] != NULL; j++) {
      /* Of two wishes that weigh the same the first counts, and the closer fit. */
      double score = q * 100 + fit (ranges[i], offered[j]) - i / 100.0;

      if (q > 0 && fit (ranges[i], offered[j]) > 0 && score > best_score) {
        best = offered[j];
        best_score = score;
      }
    }
  }
  return best;
}

/* By tag; what each language is called follows in the same order. */
static const char *const known_tags[] = { "ar", "bn", "ckb", "cy", "de", "en", "es", "fa", "fr",
                                          "ga", "gd", "gu",  "he", "hi", "it", "lt", "ne", "nl",
                                          "pa", "pl", "ps",  "pt", "ro", "so", "sq", "sw", "ta",
                                          "ti", "tr", "uk",  "ur", "vi", "yi", "zh", NULL };

static const char *const own_names[] = {
  "العربية",   "বাংলা",      "کوردی",    "Cymraeg",    "Deutsch",   "English", "Español",
  "فارسی",     "Français",   "Gaeilge",  "Gàidhlig",   "ગુજરાતી",    "עברית",   "हिन्दी",
  "Italiano",  "Lietuvių",   "नेपाली",    "Nederlands", "ਪੰਜਾਬੀ",     "Polski",  "پښتو",
  "Português", "Română",     "Soomaali", "Shqip",      "Kiswahili", "தமிழ்",    "ትግርኛ",
  "Türkçe",    "Українська", "اردو",     "Tiếng Việt", "ייִדיש",     "中文"
};
G_STATIC_ASSERT (G_N_ELEMENTS (known_tags) == G_N_ELEMENTS (own_names) + 1);

/**
 * eh_language_known:
 *
 * Returns: (transfer none) (array zero-terminated=1): BCP 47 tags of the languages whose own name
 * is known here, by the alphabet
 */
const char *const *
eh_language_known (void)
{
  return known_tags;
}

/**
 * eh_language_own_name:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer none): what its speakers call the language, or @language where that is not
 * known here
 */
const char *
eh_language_own_name (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_names); i++)
    if (fit (language, known_tags[i]) > 0)
      return own_names[i];
  return language;
}

/**
 * eh_language_is_rtl:
 * @language: a BCP 47 tag
 *
 * Returns: whether it is written from right to left
 */
gboolean
eh_language_is_rtl (const char *language)
{
  static const char *const rtl[] = { "ar", "ckb", "dv", "fa", "he", "ks",
                                     "ps", "sd",  "ug", "ur", "yi" };

  for (guint i = 0; i < G_N_ELEMENTS (rtl); i++)
    if (fit (language, rtl[i]) > 0)
      return TRUE;
  return FALSE;
}
