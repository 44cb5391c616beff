// The static table: a sentence is the mean direction of its tokens' rows.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "container.h"
#include "floats.h"

enum { section_rows = 1, section_scales = 2, widest = 1024 };

struct tp_table {
  uint32_t parameters[TP_PARAMETERS];
  const int8_t *rows;
  const float *scales;
};

static tp_status take_table(const void *bytes, size_t length, tp_table *model) {
  tp_header header;
  tp_status status = tp_read_header(bytes, length, TP_STATIC_TABLE, &header);
  if (status != TP_OK) return status;
  status = tp_check_rows(&header);
  if (status != TP_OK) return status;
  uint32_t width = header.parameters[TP_WIDTH];
  if (width == 0 || width > widest || width % lanes != 0) return TP_UNSUPPORTED_SHAPE;
  memcpy(model->parameters, header.parameters, sizeof model->parameters);
  const void *rows = NULL;
  size_t count = header.parameters[TP_ROWS];
  status = tp_take(bytes, &header, section_rows, count * width, &rows);
  if (status != TP_OK) return status;
  model->rows = rows;
  return tp_take_floats(bytes, &header, section_scales, count, &model->scales);
}

tp_status tp_table_open(const void *bytes, size_t length, tp_table **made) {
  *made = NULL;
  tp_table *model = calloc(1, sizeof *model);
  if (!model) return TP_NO_MEMORY;
  tp_status status = take_table(bytes, length, model);
  if (status == TP_OK)
    *made = model;
  else
    free(model);
  return status;
}

void tp_table_close(tp_table *model) { free(model); }

INLINE floats load_bytes(const int8_t *from) {
  typedef int8_t bytes __attribute__((vector_size(8)));
  bytes value;
  memcpy(&value, from, sizeof value);
  return __builtin_convertvector(value, floats);
}

static void add_row(const tp_table *model, size_t row, float *vector) {
  size_t width = model->parameters[TP_WIDTH];
  const int8_t *bytes = model->rows + row * width;
  floats scale = all(model->scales[row]);
  for (size_t i = 0; i < width; i += lanes)
    store(vector + i, load(vector + i) + load_bytes(bytes + i) * scale);
}

tp_status tp_table_encode(const tp_table *model, const int32_t *ids, size_t count, float *vector) {
  size_t width = model->parameters[TP_WIDTH];
  if (count == 0) return TP_NO_TOKENS;
  memset(vector, 0, width * sizeof *vector);
  for (size_t i = 0; i < count; i++) {
    int64_t row = tp_row(model->parameters, ids[i]);
    if (row < 0) return TP_BAD_TOKEN;
    add_row(model, (size_t)row, vector);
  }
  floats square = all(0.0f);
  for (size_t i = 0; i < width; i += lanes) square = square + load(vector + i) * load(vector + i);
  float total = sum(square);
  floats scale = all(total > 1e-30f ? 1.0f / sqrtf(total) : 0.0f);
  for (size_t i = 0; i < width; i += lanes) store(vector + i, load(vector + i) * scale);
  return TP_OK;
}

tp_status tp_table_row(const tp_table *model, int32_t id, float *vector) {
  int64_t row = tp_row(model->parameters, id);
  if (row < 0) return TP_BAD_TOKEN;
  memset(vector, 0, model->parameters[TP_WIDTH] * sizeof *vector);
  add_row(model, (size_t)row, vector);
  return TP_OK;
}
