// The loops over all examples, compiled once for each path. The including file defines WEIGH (the function's name) and
//   product(row, query, width)
// which adds up `width` whole-number products; `width` is a multiple of `lanes`, and no sum leaves 32 bits.

static void add_nearness(const tp_kernel *model, tp_query *queries, size_t count) {
  for (uint32_t i = 0; i < model->rows; i++) {
    const int8_t *row = model->bytes + (size_t)i * model->width;
    for (size_t q = 0; q < count; q++) {
      int32_t dot = product(row, queries[q].numbers, model->width);
      queries[q].near[i] += (float)dot * (queries[q].step * model->scales[i]);
    }
  }
}

static void turn_to_likeness(float *near, size_t rows) {
  for (size_t i = 0; i < rows; i += lanes) {
    floats value = load(near + i);
    store(near + i, exponential(choose(value > all(0.0f), all(0.0f), value)));
  }
}

// An example's weights are read once for all queries.
static void add_shares(const tp_kernel *model, tp_query *queries, size_t count) {
  uint32_t answers = model->answers;
  float weights[tp_most_answers];
  for (uint32_t i = 0; i < model->rows; i++) {
    const int16_t *stored = model->weights + (size_t)i * answers;
    for (uint32_t a = 0; a < answers; a++) weights[a] = (float)stored[a];
    for (size_t q = 0; q < count; q++) {
      float near = queries[q].near[i], *restrict sums = queries[q].sums;
      for (uint32_t a = 0; a < answers; a++) sums[a] += near * weights[a];
    }
  }
}

void WEIGH(const tp_kernel *model, tp_query *queries, size_t count) {
  add_nearness(model, queries, count);
  for (size_t q = 0; q < count; q++) turn_to_likeness(queries[q].near, model->rows);
  add_shares(model, queries, count);
}
