/* A letter as a document, for any of the writers. */

#include "eh-letter-doc.h"

#include "eh-doc-builder.h"
#include "eh-doc-dress.h"
#include "eh-text.h"

static EhDocText *
text_of (const EhLetterPart *part)
{
  EhDocText *text = eh_doc_text_new (NULL);

  eh_doc_text_add_styled (text, part->text, part->strong ? EH_DOC_STYLE_STRONG : EH_DOC_STYLE_NONE,
                          part->language);
  if (part->note != NULL) {
    eh_doc_text_add (text, "\n", EH_DOC_STYLE_NONE);
    eh_doc_text_add (text, part->note, EH_DOC_STYLE_SOFT);
  }
  return text;
}

static void
add_section (EhDocBuilder *builder, const EhLetterSection *section)
{
  EhLetterPartKind before = EH_LETTER_PARAGRAPH;

  if (section->heading != NULL)
    eh_doc_builder_heading (builder, 1, section->heading, NULL);
  for (guint i = 0; i < section->parts->len; i++) {
    const EhLetterPart *part = section->parts->pdata[i];

    if (part->kind == EH_LETTER_PARAGRAPH) {
      eh_doc_builder_paragraph_text (builder, text_of (part));
    } else {
      if (part->kind != before)
        eh_doc_builder_list (builder, part->kind == EH_LETTER_NUMBERED);
      eh_doc_builder_item_text (builder, 0, text_of (part));
    }
    before = part->kind;
  }
}

/**
 * eh_letter_to_doc:
 * @letter: a letter
 * @points: size of plain text; 0 for what the letter asks for
 * @look: (nullable): the logo and the colours of whoever writes
 *
 * Returns: (transfer full): the letter as a document, whose writers speak its language
 */
EhDoc *
eh_letter_to_doc (const EhLetter *letter, double points, const EhLook *look)
{
  g_autoptr (EhDocBuilder) builder = eh_doc_builder_new (letter->title,
                                                         eh_catalogue_get_language (letter->words));
  EhDocMeta *meta = eh_doc_builder_meta (builder);

  eh_set_str (&meta->subtitle, letter->project);
  eh_set_str (&meta->authors, letter->host);
  eh_set_str (&meta->date, letter->date);
  eh_doc_builder_detail (builder, letter->date_label, letter->date_text);
  meta->words = eh_catalogue_ref (letter->words);
  meta->compact = TRUE;
  meta->text_size = points > 0 ? points : letter->large ? EH_LETTER_LARGE_POINTS : 0;
  if (look != NULL) {
    eh_doc_dress_apply (meta, look->accent, look->accent_2);
    eh_doc_builder_logo (builder, eh_doc_dress_logo (look->logo, look->logo_alt));
  }
  for (guint i = 0; i < letter->sections->len; i++)
    add_section (builder, letter->sections->pdata[i]);
  return eh_doc_builder_end (builder);
}
