// The path for every processor: plain loops over whole numbers.

#include "floats.h"
#include "transformer.h"

#define FORWARD tp_forward_plain
#define TILE 4

static void sum_tile(const int8_t *weights, size_t pairs, const int16_t *activations,
                     size_t stride, size_t tokens, int32_t *sums) {
  memset(sums, 0, tokens * block_rows * sizeof *sums);
  for (size_t pair = 0; pair < pairs; pair++) {
    const int8_t *both = weights + pair * 2 * block_rows;
    for (size_t t = 0; t < tokens; t++) {
      int32_t first = activations[t * stride + 2 * pair];
      int32_t second = activations[t * stride + 2 * pair + 1];
      for (size_t row = 0; row < block_rows; row++)
        sums[t * block_rows + row] += first * both[2 * row] + second * both[2 * row + 1];
    }
  }
}

#include "forward.h"
