// The loops over all examples, compiled once for each path. The including file defines WEIGH (the function's name) and
//   product(row, query, width)
// which adds up `width` whole-number products; `width` is a multiple of `lanes`, and no sum leaves 32 bits.

static void add_nearness(const tp_kernel *model, const int16_t *query, float step, float *near) {
  for (uint32_t i = 0; i < model->rows; i++) {
    int32_t dot = product(model->bytes + (size_t)i * model->width, query, model->width);
    near[i] += (float)dot * (step * model->scales[i]);
  }
}

static void turn_to_likeness(float *near, size_t rows) {
  for (size_t i = 0; i < rows; i += lanes) {
    floats value = load(near + i);
    store(near + i, exponential(choose(value > all(0.0f), all(0.0f), value)));
  }
}

void WEIGH(const tp_kernel *model, const int16_t *query, float step, float *near, float *sums) {
  add_nearness(model, query, step, near);
  turn_to_likeness(near, model->rows);
  uint32_t answers = model->answers;
  for (uint32_t i = 0; i < model->rows; i++) {
    const int16_t *weights = model->weights + (size_t)i * answers;
    for (uint32_t a = 0; a < answers; a++) sums[a] += near[i] * (float)weights[a];
  }
}
