// The path for every processor: plain loops over whole numbers, for the compiler to widen.

#include "floats.h"
#include "transformer.h"

#define FORWARD tp_forward_plain
#define TILE 4

INLINE void sum_rows(const int8_t *weights, size_t pairs, const int16_t *activations,
                     size_t stride, size_t tokens, int32_t *sums) {
  typedef int32_t totals_of_block __attribute__((vector_size(64)));
  typedef int8_t half_block __attribute__((vector_size(16)));
  totals_of_block totals[TILE] = {{0}};
  for (size_t pair = 0; pair < pairs; pair++) {
    half_block first, second, low, high;
    memcpy(&low, weights + pair * 2 * block_rows, sizeof low);
    memcpy(&high, weights + pair * 2 * block_rows + sizeof low, sizeof high);
    first = __builtin_shufflevector(low, high, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26,
                                    28, 30);
    second = __builtin_shufflevector(low, high, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27,
                                     29, 31);
    totals_of_block one = __builtin_convertvector(first, totals_of_block);
    totals_of_block two = __builtin_convertvector(second, totals_of_block);
    for (size_t t = 0; t < tokens; t++) {
      totals[t] += one * (int32_t)activations[t * stride + 2 * pair];
      totals[t] += two * (int32_t)activations[t * stride + 2 * pair + 1];
    }
  }
  for (size_t t = 0; t < tokens; t++)
    memcpy(sums + t * block_rows, &totals[t], sizeof totals[t]);
}

static void sum_tile(const int8_t *weights, size_t pairs, const int16_t *activations,
                     size_t stride, size_t tokens, int32_t *sums) {
  switch (tokens) {
    case 4: sum_rows(weights, pairs, activations, stride, 4, sums); break;
    case 2: sum_rows(weights, pairs, activations, stride, 2, sums); break;
    default: sum_rows(weights, pairs, activations, stride, 1, sums);
  }
}

#include "forward.h"
