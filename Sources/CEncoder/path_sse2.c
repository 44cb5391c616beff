// The path every x86-64 processor has: pmaddwd on four rows at a time.

#include "floats.h"
#include "transformer.h"

#ifdef TP_X86
#include <immintrin.h>

#define FORWARD tp_forward_sse2
#define TILE 4

INLINE void sum_rows(const int8_t *weights, size_t pairs, const int16_t *activations,
                     size_t stride, size_t tokens, int32_t *sums) {
  __m128i totals[2][4];
  for (size_t t = 0; t < tokens; t++)
    for (size_t i = 0; i < 4; i++) totals[t][i] = _mm_setzero_si128();
  for (size_t pair = 0; pair < pairs; pair++) {
    const __m128i *both = (const __m128i *)(weights + pair * 2 * block_rows);
    __m128i low = _mm_loadu_si128(both), high = _mm_loadu_si128(both + 1);
    // A byte in the upper half of a word, shifted down, keeps its sign.
    __m128i rows[4] = {
        _mm_srai_epi16(_mm_unpacklo_epi8(low, low), 8), _mm_srai_epi16(_mm_unpackhi_epi8(low, low), 8),
        _mm_srai_epi16(_mm_unpacklo_epi8(high, high), 8),
        _mm_srai_epi16(_mm_unpackhi_epi8(high, high), 8)};
    for (size_t t = 0; t < tokens; t++) {
      int32_t two;
      memcpy(&two, activations + t * stride + 2 * pair, sizeof two);
      __m128i inputs = _mm_set1_epi32(two);
      for (size_t i = 0; i < 4; i++)
        totals[t][i] = _mm_add_epi32(totals[t][i], _mm_madd_epi16(rows[i], inputs));
    }
  }
  for (size_t t = 0; t < tokens; t++)
    for (size_t i = 0; i < 4; i++)
      _mm_storeu_si128((__m128i *)(sums + t * block_rows + 4 * i), totals[t][i]);
}

static void sum_tile(const int8_t *weights, size_t pairs, const int16_t *activations,
                     size_t stride, size_t tokens, int32_t *sums) {
  if (tokens == 1) {
    sum_rows(weights, pairs, activations, stride, 1, sums);
    return;
  }
  for (size_t t = 0; t < tokens; t += 2)
    sum_rows(weights, pairs, activations + t * stride, stride, 2, sums + t * block_rows);
}

#include "forward.h"
#endif
