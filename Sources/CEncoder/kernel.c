// Kernel ridge regression over stored examples: nearness of meaning and of words, e^(cosine + cosine - 2).

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "container.h"
#include "floats.h"
#include "kernel.h"

enum {
  section_rows = 1,
  section_scales = 2,
  section_centre = 3,
  section_rarity = 5,
  section_starts = 6,
  section_examples = 7,
  section_values = 8,
  section_weights = 9,
  section_steps = 10,
  section_curves = 12,
  curve = 4,        // floats an answer in section_curves, the mean first
  finest = 2047,    // steps a side of a query's number: no sum of products leaves 32 bits
  most_rows = 1 << 16,
};

static tp_status take_words(const void *bytes, const tp_header *header, tp_kernel *model) {
  tp_status status = tp_take_floats(bytes, header, section_rarity, model->words, &model->rarity);
  if (status != TP_OK) return status;
  const void *found = NULL;
  status = tp_take(bytes, header, section_starts, (model->words + (size_t)1) * 4, &found);
  if (status != TP_OK) return status;
  model->starts = found;
  if (model->starts[0] != 0) return TP_BAD_NUMBER;
  for (uint32_t i = 0; i < model->words; i++)
    if (model->starts[i + 1] < model->starts[i]) return TP_BAD_NUMBER;
  size_t entries = model->starts[model->words];
  status = tp_take(bytes, header, section_examples, entries * 2, &found);
  if (status != TP_OK) return status;
  model->examples = found;
  for (size_t i = 0; i < entries; i++)
    if (model->examples[i] >= model->rows) return TP_BAD_NUMBER;
  status = tp_take(bytes, header, section_values, entries * 2, &found);
  model->values = found;
  return status;
}

static tp_status take_kernel(const void *bytes, size_t length, tp_kernel *model) {
  tp_header header;
  tp_status status = tp_read_header(bytes, length, TP_KERNEL, &header);
  if (status != TP_OK) return status;
  model->width = header.parameters[TP_WIDTH];
  model->rows = header.parameters[TP_ROWS];
  model->answers = header.parameters[TP_LAYERS];
  model->words = header.parameters[TP_PIECES];
  if (model->width == 0 || model->width > tp_widest || model->width % lanes != 0) return TP_UNSUPPORTED_SHAPE;
  if (model->rows == 0 || model->rows > most_rows || model->answers == 0 || model->answers > tp_most_answers)
    return TP_UNSUPPORTED_SHAPE;
  if (model->words > TP_MOST_PIECES) return TP_UNSUPPORTED_SHAPE;
  const void *found = NULL;
  status = tp_take(bytes, &header, section_rows, (size_t)model->rows * model->width, &found);
  if (status != TP_OK) return status;
  model->bytes = found;
  status = tp_take_floats(bytes, &header, section_scales, model->rows, &model->scales);
  if (status != TP_OK) return status;
  status = tp_take_floats(bytes, &header, section_centre, model->width, &model->centre);
  if (status != TP_OK) return status;
  status = tp_take(bytes, &header, section_weights, (size_t)model->rows * model->answers * 2, &found);
  if (status != TP_OK) return status;
  model->weights = found;
  status = tp_take_floats(bytes, &header, section_steps, model->answers, &model->steps);
  if (status != TP_OK) return status;
  status = tp_take_floats(bytes, &header, section_curves, (size_t)model->answers * curve, &model->curves);
  if (status != TP_OK) return status;
  return take_words(bytes, &header, model);
}

tp_status tp_kernel_open(const void *bytes, size_t length, tp_kernel **made) {
  *made = NULL;
  tp_kernel *model = calloc(1, sizeof *model);
  if (!model) return TP_NO_MEMORY;
  tp_status status = take_kernel(bytes, length, model);
  if (status == TP_OK)
    *made = model;
  else
    free(model);
  return status;
}

void tp_kernel_close(tp_kernel *model) { free(model); }

// The query less the centre in whole steps; zero for a query at the centre.
static void take_steps(const tp_kernel *model, const float *vector, tp_query *query) {
  float moved[tp_widest], largest = 0, squares = 0;
  for (uint32_t i = 0; i < model->width; i++) {
    float value = vector[i] - model->centre[i];
    moved[i] = value;
    squares += value * value;
    float size = value < 0 ? -value : value;
    if (size > largest) largest = size;
  }
  int is_sound = largest > 0 && largest <= TP_LARGEST && squares < TP_LARGEST * TP_LARGEST;  // no NaN either
  for (uint32_t i = 0; i < model->width; i++) {
    float steps = is_sound ? moved[i] / largest * finest : 0;
    query->numbers[i] = (int16_t)(steps < 0 ? steps - 0.5f : steps + 0.5f);
  }
  query->step = is_sound ? largest / finest / sqrtf(squares) : 0;
}

static void add_words(const tp_kernel *model, const uint32_t *words, const float *counts, size_t count,
                      float *near) {
  float squares = 0;
  for (size_t i = 0; i < count; i++) {
    if (words[i] >= model->words) continue;
    float value = counts[i] * model->rarity[words[i]];
    squares += value * value;
  }
  if (!(squares > 0 && squares < TP_LARGEST * TP_LARGEST)) return;
  float length = sqrtf(squares);
  for (size_t i = 0; i < count; i++) {
    if (words[i] >= model->words) continue;
    float value = counts[i] * model->rarity[words[i]] / length / 32767;
    for (uint32_t at = model->starts[words[i]]; at < model->starts[words[i] + 1]; at++)
      near[model->examples[at]] += value * (float)model->values[at];
  }
}

static void weigh(const tp_kernel *model, tp_path path, tp_query *queries, size_t count) {
#ifdef TP_X86
  if (path >= TP_VNNI && tp_can_run(TP_VNNI)) {
    tp_weigh_vnni(model, queries, count);
    return;
  }
  if (path >= TP_AVX2 && tp_can_run(TP_AVX2)) {
    tp_weigh_avx2(model, queries, count);
    return;
  }
#endif
  (void)path;
  tp_weigh_plain(model, queries, count);
}

tp_status tp_kernel_scores(const tp_kernel *model, tp_path path, size_t texts, const float *vectors,
                           const uint32_t *words, const float *counts, const size_t *starts, float *scores) {
  size_t padded = (model->rows + lanes - 1) / lanes * lanes;
  size_t most = texts < TP_TEXTS_AT_ONCE ? texts : TP_TEXTS_AT_ONCE;
  if (most == 0) return TP_OK;
  tp_query *queries = calloc(most, sizeof *queries);
  float *near = malloc(most * padded * sizeof *near);
  for (size_t first = 0; queries && near && first < texts; first += most) {
    size_t count = texts - first < most ? texts - first : most;
    for (size_t i = 0; i < most * padded; i++) near[i] = -2;
    for (size_t q = 0; q < count; q++) {
      size_t text = first + q, start = starts[text];
      memset(queries[q].sums, 0, sizeof queries[q].sums);
      queries[q].near = near + q * padded;
      add_words(model, words + start, counts + start, starts[text + 1] - start, queries[q].near);
      take_steps(model, vectors + text * model->width, &queries[q]);
    }
    weigh(model, path, queries, count);
    for (size_t q = 0; q < count; q++)
      for (uint32_t a = 0; a < model->answers; a++)
        scores[(first + q) * model->answers + a] = model->curves[a * curve] + queries[q].sums[a] * model->steps[a];
  }
  tp_status status = queries && near ? TP_OK : TP_NO_MEMORY;
  free(near);
  free(queries);
  return status;
}
