// The path for processors with AVX-512 VNNI: vpdpwssd on sixteen rows at a time.

#include "transformer.h"

#ifdef TP_X86
#include <immintrin.h>
#include <math.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512vnni"))), \
                             apply_to = function)
#include "floats.h"

#define FORWARD tp_forward_vnni
#define TILE 8

INLINE void sum_rows(const int8_t *weights, size_t pairs, const int16_t *activations,
                     size_t stride, size_t tokens, int32_t *sums) {
  __m512i totals[TILE];
  for (size_t t = 0; t < tokens; t++) totals[t] = _mm512_setzero_si512();
  for (size_t pair = 0; pair < pairs; pair++) {
    const __m256i *both = (const __m256i *)(weights + pair * 2 * block_rows);
    __m512i rows = _mm512_cvtepi8_epi16(_mm256_loadu_si256(both));
    for (size_t t = 0; t < tokens; t++) {
      int32_t two;
      memcpy(&two, activations + t * stride + 2 * pair, sizeof two);
      totals[t] = _mm512_dpwssd_epi32(totals[t], rows, _mm512_set1_epi32(two));
    }
  }
  for (size_t t = 0; t < tokens; t++) _mm512_storeu_si512(sums + t * block_rows, totals[t]);
}

static void sum_tile(const int8_t *weights, size_t pairs, const int16_t *activations,
                     size_t stride, size_t tokens, int32_t *sums) {
  switch (tokens) {
    case 8: sum_rows(weights, pairs, activations, stride, 8, sums); break;
    case 4: sum_rows(weights, pairs, activations, stride, 4, sums); break;
    case 2: sum_rows(weights, pairs, activations, stride, 2, sums); break;
    default: sum_rows(weights, pairs, activations, stride, 1, sums);
  }
}

#include "forward.h"
#pragma clang attribute pop
#endif
