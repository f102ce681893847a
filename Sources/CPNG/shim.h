#include <png.h>
#include <string.h>

// Sizes of formats are macros with casts, which Swift does not see.

/* Reads the header of a PNG file in memory; 0 if it can't. */
static inline int overfit_png_begin(png_imagep image, const void *bytes, size_t count) {
  memset(image, 0, sizeof *image);
  image->version = PNG_IMAGE_VERSION;
  return png_image_begin_read_from_memory(image, bytes, count);
}

/* Reads the pixels as 8-bit red, green, blue, alpha; 0 if it can't. Frees what the image holds. */
static inline int overfit_png_finish(png_imagep image, void *pixels) {
  image->format = PNG_FORMAT_RGBA;
  image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  return png_image_finish_read(image, NULL, pixels, 0, NULL);
}
