/* A QR code (ISO/IEC 18004) as large as there is room: always black on white with its quiet zone,
 * for cameras do not know about dark styles, and with whole pixels for its modules. */

#include "eh-qr-view.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <qrencode.h>

/* What the standard asks for around it, in modules. */
#define QUIET_ZONE 4

struct _EhQrView {
  GtkWidget parent_instance;

  QRcode *code;
  char *link;
  int least_size;
};

G_DEFINE_FINAL_TYPE (EhQrView, eh_qr_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
eh_qr_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_qr_view_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = EH_QR_VIEW (widget)->least_size;
  *minimum_baseline = *natural_baseline = -1;
}

/* Modules that stand together in a row are one rectangle. */
static void
append_row (EhQrView *self, GtkSnapshot *snapshot, int row, double left, double top, double module)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const unsigned char *data = self->code->data + row * self->code->width;
  int begin = -1;

  for (int i = 0; i <= self->code->width; i++) {
    gboolean dark = i < self->code->width && (data[i] & 1) != 0;

    if (dark && begin < 0)
      begin = i;
    if (!dark && begin >= 0) {
      gtk_snapshot_append_color (
          snapshot, &black,
          &GRAPHENE_RECT_INIT ((float) (left + begin * module), (float) (top + row * module),
                               (float) ((i - begin) * module), (float) module));
      begin = -1;
    }
  }
}

static void
eh_qr_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EhQrView *self = EH_QR_VIEW (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int modules, module, side, left, top;

  if (self->code == NULL)
    return;
  modules = self->code->width + 2 * QUIET_ZONE;
  module = MAX (1, MIN (width, height) / modules);
  side = module * modules;
  left = (width - side) / 2;
  top = (height - side) / 2;
  gtk_snapshot_append_color (
      snapshot, &white,
      &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) side, (float) side));
  for (int row = 0; row < self->code->width; row++)
    append_row (self, snapshot, row, left + QUIET_ZONE * module, top + QUIET_ZONE * module, module);
}

static void
eh_qr_view_finalize (GObject *object)
{
  EhQrView *self = EH_QR_VIEW (object);

  g_clear_pointer (&self->code, QRcode_free);
  g_free (self->link);
  G_OBJECT_CLASS (eh_qr_view_parent_class)->finalize (object);
}

static void
eh_qr_view_class_init (EhQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = eh_qr_view_finalize;
  widget_class->get_request_mode = eh_qr_view_get_request_mode;
  widget_class->measure = eh_qr_view_measure;
  widget_class->snapshot = eh_qr_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "qrcode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
eh_qr_view_init (EhQrView *self)
{
}

/**
 * eh_qr_view_new:
 * @least_size: in pixels
 *
 * Returns: (transfer floating): a view of no code
 */
GtkWidget *
eh_qr_view_new (int least_size)
{
  EhQrView *self = g_object_new (EH_TYPE_QR_VIEW, NULL);

  self->least_size = least_size;
  return GTK_WIDGET (self);
}

/**
 * eh_qr_view_set_link:
 * @self: a view
 * @link: (nullable): what a phone that reads the code shall open
 */
void
eh_qr_view_set_link (EhQrView *self, const char *link)
{
  g_autofree char *name = NULL;

  if (g_strcmp0 (self->link, link) == 0)
    return;
  g_free (self->link);
  self->link = g_strdup (link);
  g_clear_pointer (&self->code, QRcode_free);
  if (link != NULL) {
    /* Level M: the code can still be read when 15 % of it cannot be seen. */
    self->code = QRcode_encodeString8bit (link, 0, QR_ECLEVEL_M);
    /* TRANSLATORS: what a screen reader says of the picture; %s is an address on the network */
    name = g_strdup_printf (_ ("QR code for %s"), link);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
