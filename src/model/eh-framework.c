#include "eh-framework.h"

#include "eh-text.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhFramework, id, EH_FIELD_ID),
  EH_FIELD_OF (EhFramework, key, EH_FIELD_TEXT),
  EH_FIELD_OF (EhFramework, name, EH_FIELD_TEXT),
  EH_FIELD_OF (EhFramework, source, EH_FIELD_TEXT),
  EH_FIELD_OF (EhFramework, position, EH_FIELD_REAL),
};

EH_DEFINE_ROW (EhFramework, eh_framework, "framework", fields)

/**
 * eh_framework_new_own:
 * @name: what it is called
 *
 * A framework of the team's own making, with a key that no other has: two laptops that begin one
 * each and are merged have two.
 *
 * Returns: (transfer full): its row, without a place in lists
 */
EhFramework *
eh_framework_new_own (const char *name)
{
  EhFramework *self = eh_framework_new ();
  g_autofree char *slug = eh_text_slug (name);
  g_autofree char *once = eh_id_to_string (eh_id_new ());

  g_free (self->key);
  self->key = g_strconcat (slug, "-", once, NULL);
  self->id = eh_id_from_key ("framework", self->key);
  eh_set_str (&self->name, name);
  return self;
}
