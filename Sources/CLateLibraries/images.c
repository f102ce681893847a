#include <stddef.h>
#include <stdio.h>

#include <gif_lib.h>
#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include "late.h"

static const char *const png[] = {
    "libpng16.so.16", "libpng16.16.dylib", "/opt/homebrew/lib/libpng16.16.dylib", 0};
static const char *const jpeg[] = {
    "libturbojpeg.so.0", "libturbojpeg.0.dylib", "/opt/homebrew/lib/libturbojpeg.0.dylib", 0};
static const char *const gif[] = {
    "libgif.so.7", "libgif.7.dylib", "/opt/homebrew/lib/libgif.7.dylib", 0};
static const char *const webp[] = {
    "libwebp.so.7", "libwebp.7.dylib", "/opt/homebrew/lib/libwebp.7.dylib", 0};
static const char *const demux[] = {
    "libwebpdemux.so.2", "libwebpdemux.2.dylib", "/opt/homebrew/lib/libwebpdemux.2.dylib", 0};

LATE(png, int, png_image_begin_read_from_memory,
     (png_imagep image, png_const_voidp bytes, size_t count), (image, bytes, count))
LATE(png, int, png_image_finish_read,
     (png_imagep image, png_const_colorp background, void *pixels, png_int_32 stride, void *colors),
     (image, background, pixels, stride, colors))
LATE(png, void, png_image_free, (png_imagep image), (image))

LATE(jpeg, tjhandle, tjInitDecompress, (void), ())
LATE(jpeg, int, tjDestroy, (tjhandle handle), (handle))
LATE(jpeg, int, tjDecompressHeader3,
     (tjhandle handle, const unsigned char *bytes, unsigned long count, int *width, int *height,
      int *subsampling, int *colors),
     (handle, bytes, count, width, height, subsampling, colors))
LATE(jpeg, int, tjDecompress2,
     (tjhandle handle, const unsigned char *bytes, unsigned long count, unsigned char *pixels,
      int width, int pitch, int height, int format, int flags),
     (handle, bytes, count, pixels, width, pitch, height, format, flags))

LATE(gif, GifFileType *, DGifOpen, (void *owner, InputFunc read, int *error),
     (owner, read, error))
LATE(gif, int, DGifCloseFile, (GifFileType *file, int *error), (file, error))
LATE(gif, int, DGifGetRecordType, (GifFileType *file, GifRecordType *type), (file, type))
LATE(gif, int, DGifGetImageDesc, (GifFileType *file), (file))
LATE(gif, int, DGifGetLine, (GifFileType *file, GifPixelType *pixels, int count),
     (file, pixels, count))
LATE(gif, int, DGifGetExtension, (GifFileType *file, int *code, GifByteType **bytes),
     (file, code, bytes))
LATE(gif, int, DGifGetExtensionNext, (GifFileType *file, GifByteType **bytes), (file, bytes))

LATE(webp, int, WebPGetInfo, (const uint8_t *bytes, size_t count, int *width, int *height),
     (bytes, count, width, height))
LATE(demux, int, WebPAnimDecoderOptionsInitInternal, (WebPAnimDecoderOptions *options, int version),
     (options, version))
LATE(demux, WebPAnimDecoder *, WebPAnimDecoderNewInternal,
     (const WebPData *data, const WebPAnimDecoderOptions *options, int version),
     (data, options, version))
LATE(demux, int, WebPAnimDecoderGetInfo, (const WebPAnimDecoder *decoder, WebPAnimInfo *facts),
     (decoder, facts))
LATE(demux, int, WebPAnimDecoderGetNext, (WebPAnimDecoder *decoder, uint8_t **pixels, int *time),
     (decoder, pixels, time))
LATE(demux, const WebPDemuxer *, WebPAnimDecoderGetDemuxer, (const WebPAnimDecoder *decoder),
     (decoder))
LATE(demux, void, WebPAnimDecoderDelete, (WebPAnimDecoder *decoder), (decoder))
LATE(demux, int, WebPDemuxGetChunk,
     (const WebPDemuxer *demuxer, const char code[4], int number, WebPChunkIterator *chunk),
     (demuxer, code, number, chunk))
LATE(demux, void, WebPDemuxReleaseChunkIterator, (WebPChunkIterator *chunk), (chunk))
