/* All people of a project, in memory: whoever looks for a name, offers people to choose from or
 * hides their names needs all of them at once, and of a large project they take longer to read than
 * a frame. They are read in a worker when the project is opened, and followed row by row. */

#include "eh-everybody.h"

#include "eh-participant.h"
#include "eh-store-read.h"
#include "eh-weak.h"

#include <gio/gio.h>

/* So many are read within a frame, when somebody asks. */
#define FEW 250
/* With more changes than this at once, they are read anew. */
#define MANY 64

struct _EhEverybody {
  GObject parent_instance;

  EhStore *store;
  GPtrArray
      *people; /* (nullable) (element-type EhParticipant): by name; as long as they are known */
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (EhEverybody, eh_everybody, G_TYPE_OBJECT)

static void
stop_reading (EhEverybody *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
eh_everybody_dispose (GObject *object)
{
  EhEverybody *self = EH_EVERYBODY (object);

  stop_reading (self);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (eh_everybody_parent_class)->dispose (object);
}

static void
eh_everybody_class_init (EhEverybodyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_everybody_dispose;
}

static void
eh_everybody_init (EhEverybody *self)
{
}

static gpointer
read_people (EhDb *db, gpointer data, GError **error)
{
  return eh_reader_list (db, &eh_participant_row_type);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhEverybody) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = eh_store_read_finish (result, &error);

  /* Whoever asks before reads them, and tells if that fails too. */
  if (self == NULL || people == NULL)
    return;
  g_clear_object (&self->reading);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
}

/* Where they are few, it is enough to read them when they are asked for. */
static void
read_ahead (EhEverybody *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  stop_reading (self);
  if (eh_reader_count (eh_store_get_db (self->store), &eh_participant_row_type) <= FEW)
    return;
  self->reading = g_cancellable_new ();
  eh_store_read_async (eh_store_get_path (self->store), read_people, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, self->reading, read_cb,
                       eh_weak_new (self));
}

/**
 * eh_everybody_new:
 * @store: an open project
 *
 * Returns: (transfer full): the people of the project
 */
EhEverybody *
eh_everybody_new (EhStore *store)
{
  EhEverybody *self = g_object_new (EH_TYPE_EVERYBODY, NULL);

  self->store = g_object_ref (store);
  read_ahead (self);
  return self;
}

/**
 * eh_everybody_get:
 * @self: the people of a project
 *
 * Returns: (transfer none) (element-type EhParticipant): all of them by name, good until the next
 * change
 */
GPtrArray *
eh_everybody_get (EhEverybody *self)
{
  if (self->people == NULL) {
    stop_reading (self);
    self->people = eh_reader_list (eh_store_get_db (self->store), &eh_participant_row_type);
  }
  return self->people;
}

/* As the reader does. */
static int
by_name (const EhParticipant *one, const EhParticipant *other)
{
  int order = g_ascii_strcasecmp (one->name, other->name);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static void
follow_one (EhEverybody *self, EhId id)
{
  EhParticipant *person = eh_reader_get (eh_store_get_db (self->store), &eh_participant_row_type,
                                         id);
  guint at = 0;

  for (guint i = 0; i < self->people->len; i++)
    if (eh_row_id (self->people->pdata[i]) == id) {
      g_ptr_array_remove_index (self->people, i);
      break;
    }
  if (person == NULL)
    return;
  while (at < self->people->len && by_name (self->people->pdata[at], person) < 0)
    at++;
  g_ptr_array_insert (self->people, (int) at, person);
}

/**
 * eh_everybody_follow:
 * @self: the people of a project
 * @changes: (element-type EhChange): what has become of the project
 */
void
eh_everybody_follow (EhEverybody *self, GArray *changes)
{
  if (!eh_changes_touch (changes, &eh_participant_row_type))
    return;
  if (self->people == NULL || changes->len > MANY) {
    read_ahead (self);
    return;
  }
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type == &eh_participant_row_type)
      follow_one (self, change->id);
  }
}
