#pragma once

#include "eh-block.h"

G_BEGIN_DECLS

guint eh_section_of (GPtrArray *blocks, guint index);
guint eh_section_end (GPtrArray *blocks, guint heading);
EhId eh_section_category (GPtrArray *blocks, guint index);

G_END_DECLS
