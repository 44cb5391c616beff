// Opens a transformer or a branch of it, chooses a path, and turns ids into sentence vectors.

#include "transformer.h"

#include <stdlib.h>
#include <string.h>

#include "floats.h"

#include <math.h>

// Section names; a layer's are layer_names apart.
enum {
  section_levels = 1,
  section_embeddings = 2,
  section_embedding_scales = 3,
  section_positions = 4,
  section_embedding_norm = 5,
  section_position_scales = 6,
  first_layer = 16,
  layer_names = 16,
  layer_norms = 8,
};

static tp_status take_dense(const void *bytes, const tp_header *header, uint32_t name,
                            size_t outputs, size_t inputs, tp_dense *dense) {
  const void *weights = NULL;
  tp_status status = tp_take(bytes, header, name, outputs * inputs, &weights);
  if (status != TP_OK) return status;
  status = tp_take_floats(bytes, header, name + 1, 2 * outputs, &dense->scales);
  if (status != TP_OK) return status;
  dense->weights = weights;
  dense->biases = dense->scales + outputs;
  dense->outputs = outputs;
  dense->inputs = inputs;
  return TP_OK;
}

static tp_status take_layer(const void *bytes, const tp_header *header, uint32_t name,
                            tp_layer *layer) {
  tp_status status = take_dense(bytes, header, name, 3 * width, width, &layer->mixing);
  if (status != TP_OK) return status;
  status = take_dense(bytes, header, name + 2, width, width, &layer->mixed);
  if (status != TP_OK) return status;
  status = take_dense(bytes, header, name + 4, inner_width, width, &layer->inner);
  if (status != TP_OK) return status;
  status = take_dense(bytes, header, name + 6, width, inner_width, &layer->outer);
  if (status != TP_OK) return status;
  return tp_take_floats(bytes, header, name + layer_norms, 4 * width, &layer->norms);
}

static int has_our_layers(const uint32_t *sizes) {
  return sizes[TP_WIDTH] == width && sizes[TP_HEADS] == heads && sizes[TP_INNER] == inner_width &&
         sizes[TP_LAYERS] >= 1 && sizes[TP_LAYERS] <= most_layers;
}

static tp_status check_shape(const tp_header *header) {
  const uint32_t *sizes = header->parameters;
  int fits = has_our_layers(sizes) && sizes[TP_POSITIONS] >= 1 && sizes[TP_POSITIONS] <= most_positions;
  return fits ? tp_check_rows(header) : TP_UNSUPPORTED_SHAPE;
}

static tp_status take_layers(const void *bytes, const tp_header *header, tp_layer *layers) {
  tp_status status = TP_OK;
  for (uint32_t i = 0; i < header->parameters[TP_LAYERS] && status == TP_OK; i++)
    status = take_layer(bytes, header, first_layer + i * layer_names, &layers[i]);
  return status;
}

static tp_status take_embeddings(const void *bytes, const tp_header *header,
                                 tp_transformer *model) {
  size_t rows = header->parameters[TP_ROWS], positions = header->parameters[TP_POSITIONS];
  const void *embeddings = NULL;
  tp_status status = tp_take(bytes, header, section_embeddings, rows * width / 2, &embeddings);
  if (status != TP_OK) return status;
  model->embeddings = embeddings;
  status = tp_take_floats(bytes, header, section_levels, levels, &model->embedding_levels);
  if (status != TP_OK) return status;
  status = tp_take_floats(bytes, header, section_embedding_scales, rows, &model->embedding_scales);
  if (status != TP_OK) return status;
  const void *places = NULL;
  status = tp_take(bytes, header, section_positions, positions * width * sizeof(int16_t), &places);
  if (status != TP_OK) return status;
  model->positions = places;
  status = tp_take_floats(bytes, header, section_position_scales, positions, &model->position_scales);
  if (status != TP_OK) return status;
  return tp_take_floats(bytes, header, section_embedding_norm, 2 * width, &model->embedding_norm);
}

static tp_status take_model(const void *bytes, size_t length, tp_transformer *model) {
  tp_header header;
  tp_status status = tp_read_header(bytes, length, TP_TRANSFORMER, &header);
  if (status != TP_OK) return status;
  status = check_shape(&header);
  if (status != TP_OK) return status;
  memcpy(model->parameters, header.parameters, sizeof model->parameters);
  status = take_embeddings(bytes, &header, model);
  if (status != TP_OK) return status;
  model->layer_count = header.parameters[TP_LAYERS];
  return take_layers(bytes, &header, model->layers);
}

tp_status tp_transformer_open(const void *bytes, size_t length, tp_transformer **made) {
  *made = NULL;
  tp_transformer *model = calloc(1, sizeof *model);
  if (!model) return TP_NO_MEMORY;
  tp_status status = take_model(bytes, length, model);
  if (status == TP_OK)
    *made = model;
  else
    free(model);
  return status;
}

void tp_transformer_close(tp_transformer *model) { free(model); }

static tp_status take_branch(const void *bytes, size_t length, const tp_transformer *model, tp_branch *branch) {
  tp_header header;
  tp_status status = tp_read_header(bytes, length, TP_BRANCH, &header);
  if (status != TP_OK) return status;
  branch->before = header.parameters[TP_LAYERS_BEFORE];
  if (!has_our_layers(header.parameters) || branch->before > model->layer_count) return TP_UNSUPPORTED_SHAPE;
  branch->layer_count = header.parameters[TP_LAYERS];
  return take_layers(bytes, &header, branch->layers);
}

tp_status tp_branch_open(const void *bytes, size_t length, const tp_transformer *model, tp_branch **made) {
  *made = NULL;
  tp_branch *branch = calloc(1, sizeof *branch);
  if (!branch) return TP_NO_MEMORY;
  tp_status status = take_branch(bytes, length, model, branch);
  if (status == TP_OK)
    *made = branch;
  else
    free(branch);
  return status;
}

void tp_branch_close(tp_branch *branch) { free(branch); }

// -- Paths

int tp_can_run(tp_path path) {
#ifdef TP_X86
  __builtin_cpu_init();
  switch (path) {
    case TP_PLAIN: return 1;
    case TP_SSE2: return 1;
    case TP_AVX2: return __builtin_cpu_supports("avx2") != 0;
    case TP_VNNI:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
             __builtin_cpu_supports("avx512vnni");
  }
  return 0;
#else
  return path == TP_PLAIN;
#endif
}

tp_path tp_best_path(void) {
  if (tp_can_run(TP_VNNI)) return TP_VNNI;
  if (tp_can_run(TP_AVX2)) return TP_AVX2;
  return tp_can_run(TP_SSE2) ? TP_SSE2 : TP_PLAIN;
}

static tp_forward forward_of(tp_path path) {
#ifdef TP_X86
  switch (tp_can_run(path) ? path : tp_best_path()) {
    case TP_PLAIN: return tp_forward_plain;
    case TP_SSE2: return tp_forward_sse2;
    case TP_AVX2: return tp_forward_avx2;
    case TP_VNNI: return tp_forward_vnni;
  }
#endif
  (void)path;
  return tp_forward_plain;
}

// -- Encoding

static size_t padded(size_t count) { return (count + lanes - 1) / lanes * lanes; }

// One allocation for `tokens` tokens, the longest sentence having `longest`.
static float *make_room(size_t tokens, size_t longest, int is_branched, tp_workspace *room) {
  size_t even = padded(tokens);
  size_t floats_needed = even * ((is_branched ? 6 : 5) * width + inner_width + inner_width / 2 + 1) +
                         padded(longest) * (head_width + 1);
  float *memory = aligned_alloc(64, (floats_needed * sizeof(float) + 63) / 64 * 64);
  if (!memory) return NULL;
  room->stream = memory;
  room->change = room->stream + even * width;
  room->mixing = room->change + even * width;
  room->inner = room->mixing + even * 3 * width;
  room->rounded = (int16_t *)(room->inner + even * inner_width);
  room->scales = room->inner + even * (inner_width + inner_width / 2);
  room->keys = room->scales + even;
  room->weights = room->keys + padded(longest) * head_width;
  room->kept = is_branched ? room->weights + padded(longest) : NULL;
  return memory;
}

// The row of a token plus the row of its place in the sentence.
static tp_status embed(const tp_transformer *model, int32_t id, size_t place, float *out) {
  int64_t row = tp_row(model->parameters, id);
  if (row < 0) return TP_BAD_TOKEN;
  const uint8_t *halves = model->embeddings + (size_t)row * width / 2;
  const int16_t *position = model->positions + place * width;
  float scale = model->embedding_scales[row], place_scale = model->position_scales[place];
  for (size_t i = 0; i < width; i += 2) {
    uint8_t both = halves[i / 2];
    out[i] = model->embedding_levels[both & 15] * scale + (float)position[i] * place_scale;
    out[i + 1] =
        model->embedding_levels[both >> 4] * scale + (float)position[i + 1] * place_scale;
  }
  return TP_OK;
}

// The mean of a sentence's token vectors, brought to length one.
static void pool(const float *rows, size_t tokens, float *vector) {
  floats square = all(0.0f);
  for (size_t i = 0; i < width; i += lanes) {
    floats total = all(0.0f);
    for (size_t t = 0; t < tokens; t++) total = total + load(rows + t * width + i);
    total = total * all(1.0f / (float)tokens);
    store(vector + i, total);
    square = square + total * total;
  }
  floats scale = all(1.0f / sqrtf(sum(square) + 1e-24f));
  for (size_t i = 0; i < width; i += lanes) store(vector + i, load(vector + i) * scale);
}

// Embeds some sentences and runs the first `count` layers; their rows are left in `room->stream`.
static tp_status run_pass(const tp_transformer *model, size_t count, tp_forward forward,
                          const tp_workspace *room, const int32_t *ids, const size_t *starts,
                          size_t sentences) {
  for (size_t i = 0; i < sentences; i++) {
    for (size_t t = starts[i]; t < starts[i + 1]; t++) {
      float *row = room->stream + (t - starts[0]) * width;
      tp_status status = embed(model, ids[t], t - starts[i], row);
      if (status != TP_OK) return status;
    }
  }
  const tp_stretch stretch = {model->embedding_norm, model->layers, count};
  forward(&stretch, room, starts, sentences);
  return TP_OK;
}

static void pool_all(const tp_workspace *room, const size_t *starts, size_t sentences, float *vectors) {
  for (size_t i = 0; i < sentences; i++)
    pool(room->stream + (starts[i] - starts[0]) * width, starts[i + 1] - starts[i],
         vectors + i * width);
}

// One pass; with a branch the lower layers' rows are kept aside for it while the upper ones run.
static tp_status encode_pass(const tp_transformer *model, const tp_branch *branch, tp_forward forward,
                             const tp_workspace *room, const int32_t *ids, const size_t *starts,
                             size_t sentences, float *vectors, float *branched) {
  size_t shared = branch ? branch->before : model->layer_count;
  tp_status status = run_pass(model, shared, forward, room, ids, starts, sentences);
  if (status != TP_OK) return status;
  if (!branch) {
    pool_all(room, starts, sentences, vectors);
    return TP_OK;
  }
  size_t held = (starts[sentences] - starts[0]) * width * sizeof *room->stream;
  memcpy(room->kept, room->stream, held);
  const tp_stretch rest = {NULL, model->layers + shared, model->layer_count - shared};
  forward(&rest, room, starts, sentences);
  pool_all(room, starts, sentences, vectors);
  memcpy(room->stream, room->kept, held);
  const tp_stretch own = {NULL, branch->layers, branch->layer_count};
  forward(&own, room, starts, sentences);
  pool_all(room, starts, sentences, branched);
  return TP_OK;
}

// Checks every sentence's length; gives the longest sentence and the fullest pass.
static tp_status measure(const tp_transformer *model, const size_t *starts, size_t sentences,
                         size_t *longest, size_t *total) {
  *longest = 0;
  for (size_t i = 0; i < sentences; i++) {
    if (starts[i + 1] <= starts[i]) return TP_NO_TOKENS;
    size_t tokens = starts[i + 1] - starts[i];
    if (tokens > model->parameters[TP_POSITIONS]) return TP_TOO_MANY_TOKENS;
    if (tokens > *longest) *longest = tokens;
  }
  *total = starts[sentences] - starts[0];
  if (*total > most_tokens) *total = most_tokens;
  return TP_OK;
}

// How many sentences from the first fit into one pass; at least one.
static size_t fitting(const size_t *starts, size_t sentences) {
  size_t count = 1;
  while (count < sentences && starts[count + 1] - starts[0] <= most_tokens) count++;
  return count;
}

static tp_status encode_all(const tp_transformer *model, const tp_branch *branch, tp_path path,
                            const int32_t *ids, const size_t *starts, size_t sentences, float *vectors,
                            float *branched) {
  if (sentences == 0) return TP_OK;
  size_t longest, total;
  tp_status status = measure(model, starts, sentences, &longest, &total);
  if (status != TP_OK) return status;
  tp_workspace room;
  float *memory = make_room(total, longest, branch != NULL, &room);
  if (!memory) return TP_NO_MEMORY;
  tp_forward forward = forward_of(path);
  while (sentences > 0 && status == TP_OK) {
    size_t count = fitting(starts, sentences);
    status = encode_pass(model, branch, forward, &room, ids, starts, count, vectors, branched);
    starts += count;
    sentences -= count;
    vectors += count * width;
    if (branch) branched += count * width;
  }
  free(memory);
  return status;
}

tp_status tp_transformer_encode(const tp_transformer *model, tp_path path, const int32_t *ids,
                                const size_t *starts, size_t sentences, float *vectors) {
  return encode_all(model, NULL, path, ids, starts, sentences, vectors, NULL);
}

tp_status tp_branch_encode(const tp_transformer *model, const tp_branch *branch, tp_path path,
                           const int32_t *ids, const size_t *starts, size_t sentences, float *vectors,
                           float *branched) {
  return encode_all(model, branch, path, ids, starts, sentences, vectors, branched);
}

tp_status tp_transformer_rows(const tp_transformer *model, tp_path path, const int32_t *ids,
                              size_t count, float *rows) {
  const size_t starts[2] = {0, count};
  size_t longest, total;
  tp_status status = measure(model, starts, 1, &longest, &total);
  if (status != TP_OK) return status;
  tp_workspace room;
  float *memory = make_room(total, longest, 0, &room);
  if (!memory) return TP_NO_MEMORY;
  status = run_pass(model, model->layer_count, forward_of(path), &room, ids, starts, 1);
  if (status == TP_OK) memcpy(rows, room.stream, count * width * sizeof *rows);
  free(memory);
  return status;
}
