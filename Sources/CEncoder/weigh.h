// The loops over all examples, compiled once for each path. The including file defines WEIGH (the function's name) and
//   products(row, queries, count, width, dots)
// which adds up `width` whole-number products of one row with each of `count` queries; `width` is a multiple of
// `lanes`, no sum leaves 32 bits, and `count` is 4, 2 or 1, known when it is compiled.
//
// Examples go through in blocks that stay in the nearest cache, and queries in groups that share each load. Every sum
// is still made in the order of the examples, so neither changes a bit.

enum {
  block = 64,                // examples at a time
  most_together = 4,         // queries at a time
  strip = tp_strip / lanes,  // vectors of answers at a time: with four queries twelve of sixteen registers
};

INLINE void add_nearness(const tp_kernel *model, uint32_t first, uint32_t end, tp_query *queries, size_t count) {
  for (uint32_t i = first; i < end; i++) {
    int32_t dots[most_together];
    products(model->bytes + (size_t)i * model->width, queries, count, model->width, dots);
    for (size_t q = 0; q < count; q++) queries[q].near[i] += (float)dots[q] * (queries[q].step * model->scales[i]);
  }
}

static void turn_to_likeness(float *near, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i += lanes) {
    floats value = load(near + i);
    store(near + i, exponential(choose(value > all(0.0f), all(0.0f), value)));
  }
}

// The last strip of a row reaches into the next one; what that adds stands behind the sums and is never read.
INLINE void add_shares(const float *weights, uint32_t answers, uint32_t first, uint32_t end, tp_query *queries,
                       size_t count) {
  for (uint32_t answer = 0; answer < answers; answer += tp_strip) {
    floats sums[most_together][strip];
    for (size_t q = 0; q < count; q++)
      for (int s = 0; s < strip; s++) sums[q][s] = load(queries[q].sums + answer + s * lanes);
    for (uint32_t i = first; i < end; i++) {
      const float *row = weights + (size_t)(i - first) * answers + answer;
      for (size_t q = 0; q < count; q++)
        for (int s = 0; s < strip; s++) sums[q][s] = sums[q][s] + all(queries[q].near[i]) * load(row + s * lanes);
    }
    for (size_t q = 0; q < count; q++)
      for (int s = 0; s < strip; s++) store(queries[q].sums + answer + s * lanes, sums[q][s]);
  }
}

INLINE void weigh_group(const tp_kernel *model, const float *weights, uint32_t first, uint32_t end, tp_query *queries,
                        size_t count) {
  add_nearness(model, first, end, queries, count);
  for (size_t q = 0; q < count; q++) turn_to_likeness(queries[q].near, first, end);
  add_shares(weights, model->answers, first, end, queries, count);
}

static void weigh_block(const tp_kernel *model, uint32_t first, uint32_t end, tp_query *queries, size_t count) {
  float weights[block * tp_most_answers + tp_strip];
  size_t held = (size_t)(end - first) * model->answers;
  const int16_t *stored = model->weights + (size_t)first * model->answers;
  for (size_t i = 0; i < held; i++) weights[i] = (float)stored[i];
  for (size_t i = 0; i < tp_strip; i++) weights[held + i] = 0;
  for (size_t q = 0; q < count;) {
    size_t left = count - q;
    switch (left) {
      default: weigh_group(model, weights, first, end, queries + q, 4); q += 4; break;
      case 3:
      case 2: weigh_group(model, weights, first, end, queries + q, 2); q += 2; break;
      case 1: weigh_group(model, weights, first, end, queries + q, 1); q += 1;
    }
  }
}

void WEIGH(const tp_kernel *model, tp_query *queries, size_t count) {
  for (uint32_t first = 0; first < model->rows; first += block) {
    uint32_t end = model->rows - first < block ? model->rows : first + block;
    weigh_block(model, first, end, queries, count);
  }
}
