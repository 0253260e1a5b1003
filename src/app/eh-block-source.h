#pragma once

#include "eh-workspace.h"

#include "eh-block.h"

G_BEGIN_DECLS

const char *eh_block_kind_words (const EhBlock *block);
char *eh_block_source_says (EhWorkspace *workspace, const EhBlock *block);

G_END_DECLS
