// The transformer's weights as they lie in the file, and what every path provides; private.

#ifndef TOUCHPOINT_TRANSFORMER_H
#define TOUCHPOINT_TRANSFORMER_H

#include "container.h"

// The shape this engine is built for: MiniLM's. Files of another shape are refused.
enum {
  width = 384,
  heads = 12,
  head_width = width / heads,
  inner_width = 1536,
  most_layers = 12,
  most_positions = 512,
  levels = 16,       // values a 4-bit embedding can take
  block_rows = 16,   // output rows that are stored and summed together
  most_tokens = 512, // tokens of all sentences that are encoded in one pass
};

// Activations are rounded to whole numbers up to this size: a sum of 1536 products with weights up
// to 127 stays below 2^31, so the integer sums are exact in any order.
#define TP_ACTIVATION 4095.0f

// A dense layer. Weights are signed bytes, blocks of 16 output rows; in a block, for each pair of
// inputs, 16 rows times 2 weights. A row's float is its sum times scale, plus bias.
typedef struct tp_dense {
  const int8_t *weights;
  const float *scales;
  const float *biases;
  size_t outputs;
  size_t inputs;
} tp_dense;

typedef struct tp_layer {
  tp_dense mixing;  // query, key and value, one after the other
  tp_dense mixed;
  tp_dense inner;
  tp_dense outer;
  const float *norms;  // gain and bias after attention, gain and bias at the end
} tp_layer;

struct tp_transformer {
  uint32_t parameters[TP_PARAMETERS];
  const float *embedding_levels;
  const uint8_t *embeddings;  // two values a byte, the first in the low half
  const float *embedding_scales;
  const int16_t *positions;
  const float *position_scales;
  const float *embedding_norm;
  size_t layer_count;
  tp_layer layers[most_layers];
};

struct tp_branch {
  size_t before;  // layers of the transformer that come before its own
  size_t layer_count;
  tp_layer layers[most_layers];
};

// Room for one pass over `tokens` tokens; all parts lie in one allocation.
typedef struct tp_workspace {
  float *stream;     // tokens x width: what flows from layer to layer
  float *change;     // tokens x width: what a layer adds
  float *mixing;     // tokens x 3 width
  float *inner;      // tokens x inner_width
  float *keys;       // head_width x padded tokens of one sentence
  float *weights;    // padded tokens of one sentence
  int16_t *rounded;  // tokens x inner_width
  float *scales;     // tokens
  float *kept;       // tokens x width: what flows into a branch; null without one
} tp_workspace;

// Some of a model's work, in order: brings rows to their norm where there is one, then runs the layers.
typedef struct tp_stretch {
  const float *norm;  // null where no norm comes first
  const tp_layer *layers;
  size_t count;
} tp_stretch;

// Runs a stretch over `stream`. Sentence i owns tokens starts[i] - starts[0] and on.
typedef void (*tp_forward)(const tp_stretch *stretch, const tp_workspace *room,
                           const size_t *starts, size_t sentences);

void tp_forward_plain(const tp_stretch *, const tp_workspace *, const size_t *, size_t);
#if defined(__x86_64__) && defined(__clang__)
#define TP_X86 1
void tp_forward_sse2(const tp_stretch *, const tp_workspace *, const size_t *, size_t);
void tp_forward_avx2(const tp_stretch *, const tp_workspace *, const size_t *, size_t);
void tp_forward_vnni(const tp_stretch *, const tp_workspace *, const size_t *, size_t);
#endif

#endif
