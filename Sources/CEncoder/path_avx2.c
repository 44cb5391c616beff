// The path for processors with AVX2: vpmaddwd on eight rows at a time.

#include "transformer.h"

#ifdef TP_X86
#include <immintrin.h>
#include <math.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "floats.h"

#define FORWARD tp_forward_avx2
#define TILE 4

INLINE void sum_rows(const int8_t *weights, size_t pairs, const int16_t *activations,
                     size_t stride, size_t tokens, int32_t *sums) {
  __m256i totals[TILE][2];
  for (size_t t = 0; t < tokens; t++) totals[t][0] = totals[t][1] = _mm256_setzero_si256();
  for (size_t pair = 0; pair < pairs; pair++) {
    const __m128i *both = (const __m128i *)(weights + pair * 2 * block_rows);
    __m256i low = _mm256_cvtepi8_epi16(_mm_loadu_si128(both));
    __m256i high = _mm256_cvtepi8_epi16(_mm_loadu_si128(both + 1));
    for (size_t t = 0; t < tokens; t++) {
      int32_t two;
      memcpy(&two, activations + t * stride + 2 * pair, sizeof two);
      __m256i inputs = _mm256_set1_epi32(two);
      totals[t][0] = _mm256_add_epi32(totals[t][0], _mm256_madd_epi16(low, inputs));
      totals[t][1] = _mm256_add_epi32(totals[t][1], _mm256_madd_epi16(high, inputs));
    }
  }
  for (size_t t = 0; t < tokens; t++)
    for (size_t i = 0; i < 2; i++)
      _mm256_storeu_si256((__m256i *)(sums + t * block_rows + 8 * i), totals[t][i]);
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
#pragma clang attribute pop
#endif
