// The layers, compiled once for each path. The including file defines FORWARD (the function's name),
// TILE (the most tokens summed at once) and
//   sum_tile(weights, pairs, activations, stride, tokens, sums)
// which adds up, for `tokens` tokens (1, 2, 4 or 8, at most TILE), 16 rows of whole-number products.

#include <math.h>

// Rounds each row of `count` floats to whole numbers of at most TP_ACTIVATION.
static void round_rows(const float *rows, size_t tokens, size_t count, int16_t *rounded,
                       float *scales) {
  for (size_t t = 0; t < tokens; t++) {
    const float *row = rows + t * count;
    int16_t *to = rounded + t * count;
    floats most = all(0.0f);
    for (size_t i = 0; i < count; i += lanes) most = larger(most, magnitude(load(row + i)));
    float top = largest(most);
    // A row too small to divide by is a row of zeros.
    int present = top > 1.0e-30f;
    scales[t] = present ? top / TP_ACTIVATION : 0.0f;
    floats factor = all(present ? TP_ACTIVATION / top : 0.0f);
    for (size_t i = 0; i < count; i += lanes) {
      whole value = __builtin_convertvector(nearest(load(row + i) * factor), whole);
      for (int lane = 0; lane < lanes; lane++) to[i + (size_t)lane] = (int16_t)value[lane];
    }
  }
}

static void finish_tile(const tp_dense *dense, size_t row, const int32_t *sums, float scale,
                        float *out) {
  for (size_t i = 0; i < block_rows; i += lanes) {
    whole exact;
    memcpy(&exact, sums + i, sizeof exact);
    floats factor = load(dense->scales + row + i) * all(scale);
    floats value = __builtin_convertvector(exact, floats) * factor;
    store(out + row + i, value + load(dense->biases + row + i));
  }
}

// out = rounded rows times weights, plus bias.
static void multiply(const tp_dense *dense, const tp_workspace *room, size_t tokens, float *out) {
  size_t pairs = dense->inputs / 2;
  for (size_t row = 0; row < dense->outputs; row += block_rows) {
    const int8_t *weights = dense->weights + row * dense->inputs;
    for (size_t t = 0; t < tokens;) {
      size_t left = tokens - t;
      size_t count = left >= TILE ? TILE : left >= 4 ? 4 : left >= 2 ? 2 : 1;
      int32_t sums[TILE * block_rows];
      sum_tile(weights, pairs, room->rounded + t * dense->inputs, dense->inputs, count, sums);
      for (size_t i = 0; i < count; i++)
        finish_tile(dense, row, sums + i * block_rows, room->scales[t + i],
                    out + (t + i) * dense->outputs);
      t += count;
    }
  }
}

static void apply(const tp_dense *dense, const float *rows, const tp_workspace *room,
                  size_t tokens, float *out) {
  round_rows(rows, tokens, dense->inputs, room->rounded, room->scales);
  multiply(dense, room, tokens, out);
}

// Adds `change` to the stream and brings each row to mean 0 and spread 1, then gain and bias.
static void add_and_norm(float *stream, const float *change, size_t tokens, const float *norm) {
  for (size_t t = 0; t < tokens; t++) {
    float *row = stream + t * width;
    floats total = all(0.0f), square = all(0.0f);
    for (size_t i = 0; i < width; i += lanes) {
      floats value = load(row + i);
      if (change) value = value + load(change + t * width + i);
      store(row + i, value);
      total = total + value;
    }
    floats mean = all(sum(total) * (1.0f / width));
    for (size_t i = 0; i < width; i += lanes) {
      floats away = load(row + i) - mean;
      square = square + away * away;
    }
    floats scale = all(1.0f / sqrtf(sum(square) * (1.0f / width) + 1e-12f));
    for (size_t i = 0; i < width; i += lanes) {
      floats value = (load(row + i) - mean) * scale;
      store(row + i, value * load(norm + i) + load(norm + width + i));
    }
  }
}

// The keys of one head, turned so that eight tokens lie side by side; the rest up to `padded` is 0.
static void turn_keys(const float *keys, size_t tokens, size_t padded, float *turned) {
  for (size_t i = 0; i < head_width; i++)
    for (size_t t = 0; t < padded; t++)
      turned[i * padded + t] = t < tokens ? keys[t * 3 * width + i] : 0.0f;
}

// Softmax weights of one token over all tokens, not yet divided by their sum, which is returned.
static float attend(const float *query, const tp_workspace *room, size_t tokens, size_t padded) {
  floats most = all(-1e30f);
  for (size_t t = 0; t < padded; t += lanes) {
    floats score = all(0.0f);
    for (size_t i = 0; i < head_width; i++)
      score = score + all(query[i]) * load(room->keys + i * padded + t);
    score = score * all(0.17677669529663687f);  // 1 / sqrt(head_width)
    for (size_t lane = 0; lane < lanes; lane++)
      if (t + lane >= tokens) score[lane] = -1e30f;
    store(room->weights + t, score);
    most = larger(most, score);
  }
  floats top = all(largest(most)), total = all(0.0f);
  for (size_t t = 0; t < padded; t += lanes) {
    floats weight = exponential(load(room->weights + t) - top);
    for (size_t lane = 0; lane < lanes; lane++)
      if (t + lane >= tokens) weight[lane] = 0.0f;
    store(room->weights + t, weight);
    total = total + weight;
  }
  return sum(total);
}

static void mix_values(const float *values, const tp_workspace *room, size_t tokens, float total,
                       float *out) {
  floats parts[head_width / lanes];
  for (size_t i = 0; i < head_width / lanes; i++) parts[i] = all(0.0f);
  for (size_t t = 0; t < tokens; t++) {
    floats weight = all(room->weights[t]);
    for (size_t i = 0; i < head_width / lanes; i++)
      parts[i] = parts[i] + weight * load(values + t * 3 * width + i * lanes);
  }
  floats share = all(1.0f / total);
  for (size_t i = 0; i < head_width / lanes; i++) store(out + i * lanes, parts[i] * share);
}

// Attention of one sentence: reads its queries, keys and values, writes width floats a token.
static void mix_sentence(const float *mixing, const tp_workspace *room, size_t tokens, float *out) {
  size_t padded = (tokens + lanes - 1) / lanes * lanes;
  for (size_t head = 0; head < heads; head++) {
    const float *first = mixing + head * head_width;
    turn_keys(first + width, tokens, padded, room->keys);
    for (size_t t = 0; t < tokens; t++) {
      float total = attend(first + t * 3 * width, room, tokens, padded);
      mix_values(first + 2 * width, room, tokens, total, out + t * width + head * head_width);
    }
  }
}

static void run_layer(const tp_layer *layer, const tp_workspace *room, const size_t *starts,
                      size_t sentences) {
  size_t tokens = starts[sentences] - starts[0];
  apply(&layer->mixing, room->stream, room, tokens, room->mixing);
  for (size_t i = 0; i < sentences; i++) {
    size_t first = starts[i] - starts[0];
    mix_sentence(room->mixing + first * 3 * width, room, starts[i + 1] - starts[i],
                 room->change + first * width);
  }
  // The attention's result is read before it is written over: `apply` rounds it into whole numbers.
  apply(&layer->mixed, room->change, room, tokens, room->change);
  add_and_norm(room->stream, room->change, tokens, layer->norms);
  apply(&layer->inner, room->stream, room, tokens, room->inner);
  for (size_t i = 0; i < tokens * inner_width; i += lanes)
    store(room->inner + i, gelu(load(room->inner + i)));
  apply(&layer->outer, room->inner, room, tokens, room->change);
  add_and_norm(room->stream, room->change, tokens, layer->norms + 2 * width);
}

void FORWARD(const tp_stretch *stretch, const tp_workspace *room, const size_t *starts,
             size_t sentences) {
  if (stretch->norm) add_and_norm(room->stream, NULL, starts[sentences] - starts[0], stretch->norm);
  for (size_t i = 0; i < stretch->count; i++)
    run_layer(&stretch->layers[i], room, starts, sentences);
}
