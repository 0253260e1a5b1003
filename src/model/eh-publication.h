#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhPublication:
 * @id: key
 * @guidance_id: the document, or none when it is gone
 * @title: its title then
 * @template: what it was made with: "T1"
 * @version: "1.0"
 * @format: what kind of file: "pdf"
 * @file_name: what the file was called, without its folder
 * @digest: SHA-256 of its bytes, in hexadecimal digits
 * @content: SHA-256 of what it says, the same for every kind of file and version
 * @size: how many bytes
 * @figures: the numbers that it told, as eh_published_to_text() writes them
 * @accepted: what was found and let stand, a line each: what it was, a tab, and the id of the
 *   #EhLookedAt that says why
 * @published_by: who published it, if they gave a name
 * @published_at: when
 *
 * A file that was sent out. What it said is not kept, so that no words outlive their withdrawal
 * here; its digest shows whether a file is the one that was sent.
 */
typedef struct {
  EhId id;
  EhId guidance_id;
  char *title;
  char *template;
  char *version;
  char *format;
  char *file_name;
  char *digest;
  char *content;
  gint64 size;
  char *figures;
  char *accepted;
  char *published_by;
  gint64 published_at;
} EhPublication;

EH_DECLARE_ROW (EhPublication, eh_publication)

G_END_DECLS
