/* Documents to try writers on: the "kitchen sink" holds one of everything. Its people and their
 * words are invented. */

#include "sink.h"

#include "eh-doc-builder.h"
#include "eh-text.h"

static void
paint_bars (cairo_t *cr, gpointer data)
{
  static const double rows[3][3] = { { 12, 21, 9 }, { 3, 9, 6 }, { 7, 28, 15 } };
  static const char *const names[] = { "Public", "Practice", "Research" };
  static const double colours[3][3] = { { 0, .35, .65 }, { .7, .36, 0 }, { 0, .47, .37 } };

  cairo_select_font_face (cr, "Noto Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 15);
  for (int g = 0; g < 3; g++) {
    cairo_set_source_rgb (cr, .1, .1, .1);
    cairo_move_to (cr, 0, 40 + 80 * g);
    cairo_show_text (cr, names[g]);
    for (int k = 0; k < 3; k++) {
      cairo_save (cr);
      cairo_rectangle (cr, 100, 16 + 80 * g + 20 * k, 14 * rows[g][k], 16);
      cairo_clip (cr);
      cairo_set_source_rgb (cr, colours[k][0], colours[k][1], colours[k][2]);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  }
}

static EhDocTable *
balance_table (void)
{
  EhDocTable *table = eh_doc_table_new ();

  eh_doc_table_add_column (table, "Role group", 2, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, "In the room", 1, EH_DOC_ALIGN_END);
  eh_doc_table_add_column (table, "Insights", 1, EH_DOC_ALIGN_END);
  eh_doc_table_add_column (table, "In the guidance", 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  eh_doc_table_add_cells (table, "Public contributors", "12", "21", "9", NULL);
  eh_doc_table_add_cells (table, "Health, care and community staff", "fewer than 5", "9", "6",
                          NULL);
  eh_doc_table_add_cells (table, "Researchers", "7", "28", "15", NULL);
  return table;
}

static void
add_figure (EhDocBuilder *b)
{
  EhDocFigure *figure = eh_doc_figure_new (
      "Bars of three role groups: public contributors were the most in the room and gave fewer "
      "insights than researchers.",
      "Public contributors were 12 of 22 people and gave 21 of 58 insights. Researchers were 7 and "
      "gave 28. Staff in practice were fewer than 5 and gave 9.",
      600, 250, paint_bars, NULL, NULL);

  figure->table = balance_table ();
  eh_doc_builder_figure (b, "From the room to the insights to the guidance", figure);
}

static void
add_meta (EhDocBuilder *b)
{
  EhDocMeta *meta = eh_doc_builder_meta (b);

  eh_set_str (&meta->subtitle, "What we learned about working as equals, and what to do about it");
  eh_set_str (
      &meta->authors,
      "Written together by twelve public contributors, seven researchers and staff of three "
      "services");
  eh_set_str (&meta->licence, "Creative Commons Attribution 4.0");
  eh_set_str (&meta->licence_url, "https://creativecommons.org/licenses/by/4.0/");
  eh_set_str (&meta->date, "2026-03-12");
  eh_set_str (&meta->status, "Draft for comment");
  eh_set_str (&meta->description, "Guidance on sharing power in health research.");
  eh_doc_builder_keyword (b, "co-production");
  eh_doc_builder_keyword (b, "health research");
  eh_doc_builder_detail (b, "Version", "0.3");
  eh_doc_builder_detail (b, "Date", "12 March 2026");
  eh_doc_builder_detail (b, "Contact", "hello@example.org");
}

static void
add_lists (EhDocBuilder *b)
{
  eh_doc_builder_heading (b, 1, "How we worked", NULL);
  eh_doc_builder_paragraph (b,
                            "We met twice, once in a community hall and once online. Each meeting "
                            "took three hours with two long breaks.\n\nEveryone was paid for the "
                            "day, in cash where that was easier.");
  eh_doc_builder_list (b, FALSE);
  eh_doc_builder_item (b, 0, "We agreed ground rules first.");
  eh_doc_builder_item (b, 0, "We worked in three rounds:");
  eh_doc_builder_item (b, 1, "what gets in the way;");
  eh_doc_builder_item (b, 1, "what helps;");
  eh_doc_builder_item (b, 0, "We decided by talking until nobody minded.");
  eh_doc_builder_heading (b, 2, "What we agreed at the start", NULL);
  eh_doc_builder_list (b, TRUE);
  eh_doc_builder_item (b, 0, "No questions about why somebody is here.");
  eh_doc_builder_item (b, 0, "Plain words, or a hand goes up.");
  eh_doc_builder_item (b, 0, "What is said here leaves only with a yes.");
}

static void
add_chapter (EhDocBuilder *b)
{
  const EhDocRecommendation first = {
    .number = 1,
    .text = "Agree the agenda together before the first meeting.",
    .action =
        "Send three questions two weeks ahead, by post and by phone, and build the agenda from "
        "the answers.",
    .audience = "Research teams, and whoever chairs",
    .stage = "Before the first meeting",
    .owner = "The person who convenes",
    .due = "From the next project on",
    .behind = "Rests on 6 insights, from public contributors and researchers.",
  };
  const EhDocRecommendation second = {
    .number = 2,
    .text = "Pay people on the day, and say beforehand how.",
    .audience = "Finance officers",
    .behind = "Rests on 4 insights, from all three groups.",
  };
  EhDocText *text = eh_doc_text_new ("See also ");

  eh_doc_builder_heading (b, 1, "Who sets the agenda", "agenda");
  eh_doc_builder_paragraph (b,
                            "Most of what is decided is decided before a public contributor enters "
                            "the room.");
  eh_doc_builder_heading (b, 2, "What people said", NULL);
  eh_doc_builder_quote (b,
                        "The big choices were made before we were asked. We were there to agree.",
                        "Asha, public contributor", NULL);
  eh_doc_builder_quote (b,
                        "Gallaf ei ddweud yn Gymraeg ar un anadl. Yn Saesneg rwy'n berson byrrach.",
                        "A public contributor", "cy");
  eh_doc_builder_quote (b,
                        "If the grant does not pay for the time between meetings, nobody’s manager "
                        "lets them come.",
                        NULL, NULL);
  eh_doc_builder_heading (b, 2, "What to do", NULL);
  eh_doc_builder_recommendation (b, &first);
  eh_doc_builder_recommendation (b, &second);
  eh_doc_builder_heading (b, 2, "Think about", NULL);
  eh_doc_builder_question (b, "Who could say no to this agenda, and what would happen then?",
                           "Whoever cannot say no has not been asked.");
  eh_doc_builder_question (b, "Who was paid to be in the room?", NULL);
  eh_doc_builder_callout (b, EH_DOC_CALLOUT_NOTE, NULL,
                          "An agenda is more than a list: it says whose time counts.");
  eh_doc_text_add_reference (text, "how we worked", "how-we-worked");
  eh_doc_text_add (text, " and the ", EH_DOC_STYLE_NONE);
  eh_doc_text_add_link (text, "open notes", "https://example.org/notes?a=1&b=2");
  eh_doc_text_add (text, ". The word for it is ", EH_DOC_STYLE_NONE);
  eh_doc_text_add_language (text, "cyd-gynhyrchu", "cy");
  eh_doc_text_add (text, ", and it is ", EH_DOC_STYLE_NONE);
  eh_doc_text_add (text, "not", EH_DOC_STYLE_STRONG);
  eh_doc_text_add (text, " the same as ", EH_DOC_STYLE_NONE);
  eh_doc_text_add (text, "consultation", EH_DOC_STYLE_EMPHASIS);
  eh_doc_text_add (text, ".", EH_DOC_STYLE_NONE);
  eh_doc_text_add_note (text, "Notes of the second workshop, round 3.");
  eh_doc_builder_paragraph_text (b, text);
  eh_doc_builder_set_markup (b, TRUE);
  eh_doc_builder_paragraph (b,
                            "As [](#recommendation-1) and [](#figure-1) say, **[pay "
                            "everyone](https://example.org/pay) *promptly***^[More in a *longer* "
                            "[note](https://example.org/note), and in [](#table-1).]");
  eh_doc_builder_set_markup (b, FALSE);
}

static void
add_disagreement (EhDocBuilder *b)
{
  eh_doc_builder_heading (b, 1, "Where we disagreed", NULL);
  eh_doc_builder_callout (b, EH_DOC_CALLOUT_DISAGREEMENT, "Should meetings be recorded?", NULL);
  eh_doc_builder_field (
      b, "Some of us think",
      "A recording lets those who could not come hear what was said, in the voice "
      "that said it.");
  eh_doc_builder_field (
      b, "Others think",
      "A recording changes what is said. Those with the least power have the most "
      "to lose by it.");
  eh_doc_builder_callout (b, EH_DOC_CALLOUT_CAUTION, NULL,
                          "Two people asked us not to print their stories. They are not here.");
}

static void
add_resources (EhDocBuilder *b)
{
  const EhDocResource first = {
    .title = "A guide to meeting as equals",
    .by = "An invented group",
    .year = "2024",
    .address = "https://example.org/guides/meeting_as-equals(2).html",
    .good_for = "Planning a first meeting with people who have never met.",
    .note = "12 pages; large print and Welsh.",
  };
  const EhDocResource second = { .title = "Ground rules that held", .good_for = "A first draft." };

  eh_doc_builder_heading (b, 1, "Useful resources", NULL);
  eh_doc_builder_resource (b, &first);
  eh_doc_builder_resource (b, &second);
}

/* "(An invented group, 2024, p. 4)", which leads to the list of sources. */
static char *
cite (const char *key, const char *place, char **target, gpointer data)
{
  *target = g_strdup (key);
  return g_strdup_printf ("(An invented group, 2024%s%s)", place[0] != '\0' ? ", " : "", place);
}

static void
add_sources (EhDocBuilder *b)
{
  eh_doc_builder_set_cite (b, cite, NULL);
  eh_doc_builder_set_markup (b, TRUE);
  eh_doc_builder_paragraph (b, "Others have found the same [@equals, p. 4].");
  eh_doc_builder_set_markup (b, FALSE);
  eh_doc_builder_heading (b, 1, "Sources", NULL);
  eh_doc_builder_list (b, FALSE);
  eh_doc_builder_item (b, 0, "Somebody else (2021). A book that nothing here cites.");
  eh_doc_builder_item_alias (b, "uncited", "source-1");
  eh_doc_builder_item (b, 0, "An invented group (2024). A guide to meeting as equals.");
  eh_doc_builder_item_alias (b, "equals", "source-2");
}

static void
add_audience_table (EhDocBuilder *b)
{
  EhDocTable *table = eh_doc_table_new ();

  eh_doc_builder_heading (b, 1, "How to act on this", NULL);
  eh_doc_table_add_column (table, "Who", 1, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, "What to do", 3, EH_DOC_ALIGN_START);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 1; i <= 24; i++) {
    g_autofree char *who = g_strdup_printf ("Audience %u", i);
    g_autofree char *what = g_strdup_printf (
        "Step %u: read the recommendations that name you, choose one, and tell the "
        "group by when it will be done and how they will hear of it.",
        i);

    eh_doc_table_add_cells (table, who, what, NULL);
  }
  eh_doc_builder_table (b, "Steps for each audience", table);
}

EhDoc *
sink_new (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("Sharing power in health research", "en-GB");

  add_meta (b);
  eh_doc_builder_contents (b);
  eh_doc_builder_heading (b, 1, "In short", NULL);
  eh_doc_builder_paragraph (b,
                            "Power in research is mostly about who decides what is talked about. "
                            "This guidance says how to share that.");
  add_lists (b);
  eh_doc_builder_page_break (b);
  add_chapter (b);
  add_disagreement (b);
  eh_doc_builder_heading (b, 1, "Whose voice is here", NULL);
  eh_doc_builder_paragraph (b, "Notes are not speech, and counting is not weight.");
  add_figure (b);
  add_figure (b);
  add_resources (b);
  add_audience_table (b);
  add_sources (b);
  return eh_doc_builder_end (b);
}

EhDoc *
sink_new_rtl (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("تقاسم السلطة في البحث الصحي", "ar");
  const EhDocRecommendation recommendation = {
    .number = 1,
    .text = "اتفقوا على جدول الأعمال معا قبل الاجتماع الأول.",
    .action = "أرسلوا ثلاثة أسئلة قبل أسبوعين.",
    .audience = "فرق البحث",
  };
  EhDocTable *table = eh_doc_table_new ();

  eh_set_str (&eh_doc_builder_meta (b)->subtitle, "ما تعلمناه عن العمل على قدم المساواة");
  eh_doc_builder_detail (b, "الإصدار", "0.3");
  eh_doc_builder_contents (b);
  eh_doc_builder_heading (b, 1, "كيف عملنا", NULL);
  eh_doc_builder_paragraph (
      b, "التقينا مرتين، مرة في قاعة المجتمع ومرة عبر الإنترنت. استغرق كل اجتماع "
         "ثلاث ساعات مع استراحتين طويلتين، ثم كتبنا هذه الإرشادات معا.");
  eh_doc_builder_list (b, TRUE);
  eh_doc_builder_item (b, 0, "اتفقنا على القواعد أولا.");
  eh_doc_builder_item (b, 0, "عملنا في ثلاث جولات:");
  eh_doc_builder_item (b, 1, "ما الذي يعيق العمل؟");
  eh_doc_builder_quote (b, "اتخذت القرارات الكبيرة قبل أن نسأل.", "مساهمة من الجمهور", NULL);
  eh_doc_builder_quote (b, "We were there to agree.", "A carer", "en-GB");
  eh_doc_builder_heading (b, 2, "ما العمل", NULL);
  eh_doc_builder_recommendation (b, &recommendation);
  eh_doc_builder_callout (b, EH_DOC_CALLOUT_NOTE, "ملاحظة", "جدول الأعمال أكثر من قائمة.");
  eh_doc_table_add_column (table, "المجموعة", 2, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, "العدد", 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  eh_doc_table_add_cells (table, "الجمهور", "12", NULL);
  eh_doc_table_add_cells (table, "الباحثون", "7", NULL);
  eh_doc_builder_table (b, "من كان في القاعة", table);
  return eh_doc_builder_end (b);
}

EhDoc *
sink_new_welsh (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("Rhannu grym mewn ymchwil iechyd", "cy");
  EhDocFigure *logo = eh_doc_figure_new ("Bars", NULL, 200, 90, paint_bars, NULL, NULL);

  logo->clear = TRUE;
  eh_doc_builder_logo (b, logo);
  eh_set_str (&eh_doc_builder_meta (b)->accent, "#7a1f5c");

  eh_doc_builder_contents (b);
  eh_doc_builder_heading (b, 1, "Yn gryno", NULL);
  eh_doc_builder_paragraph (b, "Cytunwch ar yr agenda gyda’ch gilydd cyn y cyfarfod cyntaf.");
  eh_doc_builder_quote (b, "We were there to agree.", "A carer", "en-GB");
  eh_doc_builder_list (b, FALSE);
  eh_doc_builder_item (b, 0, "Talwch bawb ar y diwrnod.");
  return eh_doc_builder_end (b);
}

const char *const *
sink_hostile (void)
{
  static const char *const words[] = {
    "<script>alert(1)</script>",
    "]]> & &amp; &#x202e; <!-- -->",
    "a\x01\x02\x08\x0b\x1b[31m\x7f b",
    "bad \xff\xfe utf-8 \xc3",
    "\xef\xbf\xbe\xef\xbf\xbf noncharacters",
    "line one\r\nline two\rline three\xe2\x80\xa8line four",
    "# not a heading",
    "- not a list",
    "1. not a list\n2) nor this",
    "> not a quote",
    "    not code",
    "=====\n-----\n***",
    "| a | b |\n|---|---|",
    "*a* _b_ __c__ `d` ~~e~~ [f](javascript:g) ![h](i) \\j",
    "snake_case_word and 2*3*4",
    "trailing backslash \\",
    "trailing hashes ##",
    "\xe2\x80\xae"
    "desrever\xe2\x80\xac",
    "مرحبا abc 123 שלום",
    "👩🏽‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\xcc\x81",
    "   \t  ",
    "",
    "=HYPERLINK(\"http://example.org\")",
    "%s %n {} ${x} {{y}}",
    NULL,
  };

  return words;
}

static char *
repeated (const char *unit, guint n, const char *between)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_string_append (out, unit);
    g_string_append (out, between);
  }
  return g_string_free (out, FALSE);
}

static void
add_hostile (EhDocBuilder *b, const char *text)
{
  const EhDocRecommendation recommendation = {
    .number = 1, .text = text, .action = text, .audience = text, .behind = text
  };
  const EhDocResource resource = { .title = text, .by = text, .address = text, .good_for = text };
  EhDocTable *table = eh_doc_table_new ();

  eh_doc_builder_heading (b, 4, text, text);
  eh_doc_builder_paragraph (b, text);
  eh_doc_builder_list (b, TRUE);
  eh_doc_builder_item (b, 1, text);
  eh_doc_builder_item (b, 1, text);
  eh_doc_builder_quote (b, text, text, NULL);
  eh_doc_builder_recommendation (b, &recommendation);
  eh_doc_builder_question (b, text, text);
  eh_doc_builder_callout (b, EH_DOC_CALLOUT_CAUTION, text, text);
  eh_doc_builder_field (b, text, text);
  eh_doc_builder_resource (b, &resource);
  eh_doc_table_add_column (table, text, 1, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, text, 1, EH_DOC_ALIGN_END);
  eh_doc_table_add_cells (table, text, text, NULL);
  eh_doc_builder_table (b, text, table);
  eh_doc_builder_paragraph_text (
      b, eh_doc_text_add (
             eh_doc_text_add_note (
                 eh_doc_text_add_reference (
                     eh_doc_text_add_link (eh_doc_text_new (text), text, text), text, "nowhere"),
                 text),
             text, EH_DOC_STYLE_STRONG | EH_DOC_STYLE_EMPHASIS));
}

EhDoc *
sink_new_hostile (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("]]> <b>&amp;\x01 \xff", "en-GB");
  EhDocMeta *meta = eh_doc_builder_meta (b);
  g_autofree char *word = repeated ("incomprehensibilities", 400, "");
  g_autofree char *lines = repeated ("One line of a thousand, typed by somebody in a hurry.", 1000,
                                     "\n");
  g_autofree char *cell = repeated ("A cell that is longer than a page is high.", 300, " ");
  EhDocTable *table = eh_doc_table_new ();

  eh_set_str (&meta->subtitle, "\"quotes\" 'and' <tags>");
  eh_doc_builder_contents (b);
  eh_doc_builder_heading (b, 1, "Words", NULL);
  for (const char *const *text = sink_hostile (); *text != NULL; text++)
    add_hostile (b, *text);
  eh_doc_builder_heading (b, 1, "Sizes", NULL);
  eh_doc_builder_paragraph (b, word);
  eh_doc_builder_paragraph (b, lines);
  eh_doc_table_add_column (table, word, 1, EH_DOC_ALIGN_START);
  eh_doc_table_add_column (table, "Long", 5, EH_DOC_ALIGN_START);
  eh_doc_table_add_cells (table, "Short", cell, NULL);
  eh_doc_table_add_cells (table, "Next", "row", NULL);
  eh_doc_builder_table (b, "A long cell", table);
  eh_doc_builder_figure (b, "A tall one",
                         eh_doc_figure_new ("Tall", NULL, 200, 5000, paint_bars, NULL, NULL));
  eh_doc_builder_figure (b, "A wide one",
                         eh_doc_figure_new ("Wide", NULL, 5000, 200, paint_bars, NULL, NULL));
  return eh_doc_builder_end (b);
}

EhDoc *
sink_new_long (guint n_quotes)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("A long document", "en-GB");

  eh_doc_builder_contents (b);
  for (guint i = 0; i < n_quotes; i++) {
    g_autofree char *text = g_strdup_printf (
        "Quotation %u: we were shown the agenda on the day, and the decisions had been made in a room "
        "that we were never in, so we asked for it to be done another way.",
        i + 1);

    if (i % 50 == 0) {
      g_autofree char *heading = g_strdup_printf ("Chapter %u", i / 50 + 1);

      eh_doc_builder_heading (b, 1, heading, NULL);
    }
    eh_doc_builder_quote (b, text, "A public contributor", NULL);
  }
  return eh_doc_builder_end (b);
}

EhDoc *
sink_new_empty (void)
{
  g_autoptr (EhDocBuilder) b = eh_doc_builder_new ("", NULL);

  return eh_doc_builder_end (b);
}
