#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhVenueItem:
 * @key: what the file keeps: "lift"
 * @label: what is asked, in the language of the program
 * @hint: what to look for, in the language of the program
 *
 * Something to find out about a room.
 */
typedef struct {
  const char *key;
  const char *label;
  const char *hint;
} EhVenueItem;

guint eh_venue_list_size (void);
EhVenueItem eh_venue_list_item (guint i);
gboolean eh_venue_list_knows (const char *key);

G_END_DECLS
