/* The look of a document in the formats of word processors: one table for all of them, so that they
 * cannot drift apart. */

#include "eh-doc-look.h"

#include <string.h>

#define REC          .box = EH_DOC_BAND, .edge = "4.5pt solid " EH_DOC_ACCENT
#define NOTE         .box = EH_DOC_BAND, .edge = "1pt solid " EH_DOC_ACCENT
#define DISAGREEMENT .box = "#f7efe0", .edge = "1pt solid #8a5a00"
#define CAUTION      .box = "#fbeae6", .edge = "1pt solid #a4371f"

static const EhDocLook looks[] = {
  { "Text_20_body", "Text body", "Standard", .after = "0.28cm" },
  { "Title", NULL, "Standard", "Subtitle", "30pt", EH_DOC_ACCENT, TRUE, .after = "0.3cm",
    .keep = TRUE },
  { "Subtitle", NULL, "Standard", "Text_20_body", "18pt", .after = "0.4cm" },
  { "Document_20_Status", "Document Status", "Standard", .size = "12pt", .colour = EH_DOC_ACCENT,
    .bold = TRUE, .after = "0.2cm", .keep = TRUE },
  { "Document_20_Authors", "Document Authors", "Standard", .size = "13pt", .after = "0.28cm" },
  { "Document_20_Detail", "Document Detail", "Standard", .size = "12pt", .after = "0.1cm" },
  { "Document_20_Logo", "Document Logo", "Standard", .after = "0.4cm", .keep = TRUE },
  { "Document_20_Cover_20_End", "Document Cover End", "Standard", .size = "4pt", .after = "0.9cm" },
  { "Document_20_Rule", "Document Rule", "Standard", .size = "4pt", .after = "0.5cm" },
  { "Document_20_Foot", "Document Foot", "Standard", .size = "12pt" },
  { "Heading", NULL, "Standard", "Text_20_body", .bold = TRUE, .before = "0.7cm", .after = "0.25cm",
    .keep = TRUE },
  { "Heading_20_1", "Heading 1", "Heading", "Text_20_body", "22pt", EH_DOC_ACCENT, TRUE, 1, "1cm",
    "0.3cm", .keep = TRUE },
  { "Heading_20_2", "Heading 2", "Heading", "Text_20_body", "17pt", NULL, TRUE, 2, .keep = TRUE },
  { "Heading_20_3", "Heading 3", "Heading", "Text_20_body", "15pt", NULL, TRUE, 3, .keep = TRUE },
  { "Heading_20_4", "Heading 4", "Heading", "Text_20_body", "14pt", EH_DOC_SOFT, TRUE, 4,
    .keep = TRUE },
  { "Contents_20_Heading", "Contents Heading", "Heading", .size = "17pt", .colour = EH_DOC_ACCENT,
    .bold = TRUE, .keep = TRUE },
  { "Contents_20_1", "Contents 1", "Standard", .before = "0.12cm" },
  { "Contents_20_2", "Contents 2", "Standard", .size = "12.5pt", .indent = "0.8cm" },
  { "List_20_Contents", "List Contents", "Text_20_body", .after = "0.12cm" },
  { "List_20_Introduction", "List Introduction", "List_20_Contents", .after = "0.12cm",
    .keep = TRUE },
  { "Quotations", NULL, "Standard", "Text_20_body", "16pt", .before = "0.35cm", .after = "0.3cm",
    .indent = "0.9cm", .edge = "1.5pt solid " EH_DOC_LINE },
  { "Quotation_20_Credited", "Quotation Credited", "Quotations", "Quotation_20_Credit",
    .after = "0cm", .keep = TRUE },
  { "Quotation_20_Credit", "Quotation Credit", "Standard", "Text_20_body", "12.5pt", EH_DOC_SOFT,
    .after = "0.4cm", .indent = "0.9cm", .edge = "1.5pt solid " EH_DOC_LINE },
  { "Recommendation_20_Label", "Recommendation Label", "Standard", "Recommendation", "12.5pt",
    EH_DOC_ACCENT, TRUE, .before = "0.5cm", .pad = "0.3cm", .keep = TRUE, REC },
  { "Recommendation", NULL, "Standard", "Recommendation_20_Detail", "16pt", NULL, TRUE, REC,
    .pad = "0.05cm" },
  { "Recommendation_20_Detail", "Recommendation Detail", "Standard", REC, .pad = "0.05cm" },
  { "Recommendation_20_End", "Recommendation End", "Standard", "Text_20_body", .after = "0.5cm",
    .pad = "0.3cm", REC },
  { "Question_20_Label", "Question Label", "Standard", .size = "12.5pt", .colour = EH_DOC_ACCENT,
    .bold = TRUE, .before = "0.4cm", .after = "0.1cm", .keep = TRUE },
  { "Question", NULL, "Text_20_body", .bold = TRUE, .after = "0.1cm" },
  { "Question_20_Kept", "Question Kept", "Question", .after = "0.1cm", .keep = TRUE },
  { "Question_20_Detail", "Question Detail", "Standard", .size = "13pt", .colour = EH_DOC_SOFT,
    .after = "0.25cm" },
  { "Question_20_Detail_20_Kept", "Question Detail Kept", "Question_20_Detail", .after = "0.1cm",
    .keep = TRUE },
  { "Writing_20_Line", "Writing Line", "Standard", .size = "13pt", .colour = EH_DOC_SOFT,
    .before = "0.45cm", .keep = TRUE, .line = TRUE },
  { "Writing_20_Line_20_End", "Writing Line End", "Standard", .size = "13pt", .colour = EH_DOC_SOFT,
    .before = "0.45cm", .after = "0.6cm", .line = TRUE },
  { "Note_20_Label", "Note Label", "Standard", .size = "12.5pt", .colour = EH_DOC_ACCENT,
    .bold = TRUE, .before = "0.4cm", .pad = "0.25cm", .keep = TRUE, NOTE },
  { "Note_20_Text", "Note Text", "Standard", NOTE, .pad = "0.06cm" },
  { "Note_20_End", "Note End", "Standard", .after = "0.5cm", .pad = "0.25cm", NOTE },
  { "Disagreement_20_Label", "Disagreement Label", "Standard", .size = "12.5pt",
    .colour = "#8a5a00", .bold = TRUE, .before = "0.4cm", .pad = "0.25cm", .keep = TRUE,
    DISAGREEMENT },
  { "Disagreement_20_Text", "Disagreement Text", "Standard", .pad = "0.06cm", DISAGREEMENT },
  { "Disagreement_20_End", "Disagreement End", "Standard", .after = "0.5cm", .pad = "0.25cm",
    DISAGREEMENT },
  { "Caution_20_Label", "Caution Label", "Standard", .size = "12.5pt", .colour = "#a4371f",
    .bold = TRUE, .before = "0.4cm", .pad = "0.25cm", .keep = TRUE, CAUTION },
  { "Caution_20_Text", "Caution Text", "Standard", .pad = "0.06cm", CAUTION },
  { "Caution_20_End", "Caution End", "Standard", .after = "0.5cm", .pad = "0.25cm", CAUTION },
  { "Resource", NULL, "Standard", "Resource_20_Detail", .bold = TRUE, .before = "0.35cm",
    .keep = TRUE },
  { "Resource_20_Detail", "Resource Detail", "Standard", .size = "12.5pt" },
  { "Resource_20_End", "Resource End", "Standard", .size = "12.5pt", .after = "0.1cm" },
  { "Table_20_Contents", "Table Contents", "Standard", .size = "12pt" },
  { "Table_20_Heading", "Table Heading", "Table_20_Contents", .bold = TRUE },
  { "Table_20_Number", "Table Number", "Table_20_Contents" },
  { "Table_20_Number_20_Heading", "Table Number Heading", "Table_20_Heading" },
  { "Small_20_Table_20_Contents", "Small Table Contents", "Table_20_Contents", .size = "9.5pt" },
  { "Small_20_Table_20_Heading", "Small Table Heading", "Table_20_Heading", .size = "9.5pt",
    .bold = TRUE },
  { "Small_20_Table_20_Number", "Small Table Number", "Table_20_Number", .size = "9.5pt" },
  { "Small_20_Table_20_Number_20_Heading", "Small Table Number Heading",
    "Table_20_Number_20_Heading", .size = "9.5pt", .bold = TRUE },
  { "Figure_20_Picture", "Figure Picture", "Standard", "Figure", .before = "0.4cm",
    .after = "0.1cm", .keep = TRUE },
  { "Caption", NULL, "Standard", .size = "12.5pt", .after = "0.25cm" },
  { "Figure", NULL, "Caption" },
  { "Table", NULL, "Caption", .before = "0.4cm", .keep = TRUE },
  { "Figure_20_Text", "Figure Text", "Standard", .size = "12.5pt", .colour = EH_DOC_SOFT,
    .after = "0.3cm" },
  { "Footnote", NULL, "Standard", .size = "11pt" },
  { "Document_20_Head", "Document Head", "Standard", .size = "2pt" },
  { "Footer", NULL, "Standard", .size = "11pt", .colour = EH_DOC_SOFT },
};

/* What differs in a document that must be short. */
static const EhDocLook brief[] = {
  { "Text_20_body", "Text body", "Standard", .after = "0.18cm" },
  { "Title", NULL, "Standard", "Subtitle", "24pt", EH_DOC_ACCENT, TRUE, .after = "0.1cm",
    .keep = TRUE },
  { "Subtitle", NULL, "Standard", "Text_20_body", "15pt", .after = "0.2cm" },
  { "Heading", NULL, "Standard", "Text_20_body", .bold = TRUE, .before = "0.4cm", .after = "0.12cm",
    .keep = TRUE },
  { "Heading_20_1", "Heading 1", "Heading", "Text_20_body", "17pt", EH_DOC_ACCENT, TRUE, 1, "0.5cm",
    "0.15cm", .keep = TRUE },
  { "Heading_20_2", "Heading 2", "Heading", "Text_20_body", "15pt", NULL, TRUE, 2, .keep = TRUE },
  { "List_20_Contents", "List Contents", "Text_20_body", .after = "0.08cm" },
  { "List_20_Introduction", "List Introduction", "List_20_Contents", .after = "0.08cm",
    .keep = TRUE },
};

/**
 * eh_doc_look_of_item:
 * @block: a list
 * @index: of one of its items
 *
 * Returns: (transfer none): name of the style of the item: one that stands over a list within the
 *   list stays with it
 */
const char *
eh_doc_look_of_item (const EhDocBlock *block, guint index)
{
  const EhDocItem *item = block->items->pdata[index];
  const EhDocItem *next = index + 1 < block->items->len ? block->items->pdata[index + 1] : item;

  return next->level > item->level ? "List_20_Introduction" : "List_20_Contents";
}

/**
 * eh_doc_look_of_question:
 * @block: a question
 * @field: which of its fields, or -1 for its words
 *
 * Returns: (transfer none): name of the style of that: what stands over lines to write on stays
 * with them
 */
const char *
eh_doc_look_of_question (const EhDocBlock *block, int field)
{
  if (field < 0)
    return block->room > 0 ? "Question_20_Kept" : "Question";
  return block->room > 0 ? "Question_20_Detail_20_Kept" : "Question_20_Detail";
}

/**
 * eh_doc_look_brief:
 * @look: a style
 *
 * Returns: (transfer none): the same as it is in a document that must be short
 */
const EhDocLook *
eh_doc_look_brief (const EhDocLook *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (brief); i++)
    if (strcmp (brief[i].name, look->name) == 0)
      return &brief[i];
  return look;
}

/**
 * eh_doc_looks:
 * @n_looks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_looks): every style, parents first
 */
const EhDocLook *
eh_doc_looks (guint *n_looks)
{
  *n_looks = G_N_ELEMENTS (looks);
  return looks;
}

/**
 * eh_doc_look:
 * @name: as OpenDocument spells it
 *
 * Returns: (transfer none) (nullable): the style called @name
 */
const EhDocLook *
eh_doc_look (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (strcmp (looks[i].name, name) == 0)
      return &looks[i];
  return NULL;
}
