/* Tables of a PDF: rows are measured cell by cell and are as high as their highest cell. */

#include "eh-pdf-maker.h"

#define CELL_PAD 5.0
/* A row is cut into several where it would be higher than this, for a row must fit on a page. */
#define ROW_LINES 24

typedef struct {
  const EhPdfText *text;
  EhPdfLine *lines;
  guint n_lines;
  double x;
} Cell;

/* One cell's lines @from to @to of a row, as an element. */
static double
cell_ops (EhPdfMaker *f, const Cell *cell, guint from, guint to)
{
  double y = CELL_PAD;

  for (guint i = from; i < MIN (to, cell->n_lines); i++) {
    eh_pdf_maker_line (f, cell->text, &cell->lines[i], cell->x, y + cell->lines[i].base);
    y += cell->lines[i].height;
  }
  return y + CELL_PAD;
}

static EhPdfFace
cell_face (const EhDocTable *data, gboolean header)
{
  static const EhPdfFace faces[3][2] = {
    { EH_PDF_FACE_CELL, EH_PDF_FACE_HEADER_CELL },
    { EH_PDF_FACE_SMALL_CELL, EH_PDF_FACE_SMALL_HEADER_CELL },
    { EH_PDF_FACE_TINY_CELL, EH_PDF_FACE_TINY_HEADER_CELL },
  };

  return faces[eh_doc_table_squeeze (data)][header ? 1 : 0];
}

static void
measure_row (EhPdfMaker *f, const EhDocTable *data, int row, Cell *cells)
{
  double x = 0;

  for (guint c = 0; c < eh_doc_table_n_columns (data); c++) {
    gboolean header = row < 0 || (c == 0 && eh_doc_table_has_row_headers (data));
    double width = EH_PDF_TEXT_WIDTH * eh_doc_table_share (data, c);
    EhPdfText *text = eh_pdf_text_new (f->out->context, cell_face (data, header), NULL,
                                       row < 0 ? eh_doc_table_header (data, c)
                                               : eh_doc_table_cell (data, (guint) row, c),
                                       NULL, MAX (width - 2 * CELL_PAD, 12));

    if (eh_doc_table_align (data, c) == EH_DOC_ALIGN_END)
      eh_pdf_text_align (text, TRUE);
    cells[c].text = eh_pdf_maker_take (f, text);
    cells[c].lines = eh_pdf_measure (text, &cells[c].n_lines);
    cells[c].x = x + CELL_PAD;
    x += width;
  }
}

static guint
row_lines (const EhDocTable *data, const Cell *cells)
{
  guint n = 0;

  for (guint c = 0; c < eh_doc_table_n_columns (data); c++)
    n = MAX (n, cells[c].n_lines);
  return n;
}

/* Adds a row, in several slices where it is very high; -1 is the header row. */
static void
table_row (EhPdfMaker *f, const EhDocTable *data, int row)
{
  guint n_columns = eh_doc_table_n_columns (data);
  g_autofree Cell *cells = g_new0 (Cell, n_columns);
  guint n;

  measure_row (f, data, row, cells);
  n = row_lines (data, cells);
  for (guint from = 0; from < MAX (n, 1); from += ROW_LINES) {
    guint index = eh_pdf_maker_n_slices (f);
    double height = 0;

    eh_pdf_maker_slice (f, 0);
    eh_pdf_maker_open (f, "TR");
    for (guint c = 0; c < n_columns; c++) {
      gboolean header = row < 0 || (c == 0 && eh_doc_table_has_row_headers (data));

      if (header)
        eh_pdf_maker_open (f, "TH")->scope = row < 0 ? "Column" : "Row";
      else
        eh_pdf_maker_open (f, "TD");
      height = MAX (height, cell_ops (f, &cells[c], from, from + ROW_LINES));
      eh_pdf_maker_close (f);
    }
    eh_pdf_maker_close (f);
    eh_pdf_maker_rule (f, height, row < 0);
    eh_pdf_maker_slice_at (f, index)->height = height + 0.6;
    eh_pdf_maker_slice_at (f, index)->keep = row < 0;
  }
  for (guint c = 0; c < n_columns; c++)
    g_free (cells[c].lines);
}

/**
 * eh_pdf_maker_table:
 * @data: a table
 * @language: (nullable): where it is not the document's
 *
 * Adds a table, a slice a row; its header row is repeated on each page.
 */
void
eh_pdf_maker_table (EhPdfMaker *f, const EhDocTable *data, const char *language)
{
  guint header = eh_pdf_maker_n_slices (f);
  gboolean has_header = eh_doc_table_has_header_row (data);
  guint body;

  eh_pdf_maker_slice (f, 0)->keep = TRUE;
  eh_pdf_maker_open (f, "Table")->language = language;
  header++;
  if (has_header)
    table_row (f, data, -1);
  body = eh_pdf_maker_n_slices (f);
  for (guint r = 0; r < eh_doc_table_n_rows (data); r++)
    table_row (f, data, (int) r);
  /* A header that would fill half a page is not repeated. */
  if (has_header && body == header + 1 &&
      eh_pdf_maker_slice_at (f, header)->height < EH_PDF_TEXT_HEIGHT / 3)
    for (guint i = body; i < eh_pdf_maker_n_slices (f); i++) {
      eh_pdf_maker_slice_at (f, i)->header = (int) header;
      eh_pdf_maker_slice_at (f, i)->n_header = 1;
    }
  eh_pdf_maker_close (f);
  /* One row alone on the next page looks lost; a small table is not parted at all. */
  if (eh_pdf_maker_n_slices (f) > body + 1)
    eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 2)->keep = TRUE;
  eh_pdf_maker_slice_at (f, eh_pdf_maker_n_slices (f) - 1)->keep = FALSE;
  eh_pdf_maker_keep_together (f, header > 0 ? header - 1 : 0, EH_PDF_TEXT_HEIGHT * 0.42);
  f->before = 18;
}
