// The kernel model's loops for processors with AVX2: vpmaddwd on sixteen products at a time.

#include "kernel.h"

#ifdef TP_X86
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "floats.h"

#define WEIGH tp_weigh_avx2

INLINE int32_t product(const int8_t *row, const int16_t *query, uint32_t width) {
  __m256i totals = _mm256_setzero_si256();
  uint32_t i = 0;
  for (; i + 16 <= width; i += 16) {
    __m256i wide = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(row + i)));
    __m256i other = _mm256_loadu_si256((const __m256i *)(query + i));
    totals = _mm256_add_epi32(totals, _mm256_madd_epi16(wide, other));
  }
  __m128i four = _mm_add_epi32(_mm256_castsi256_si128(totals), _mm256_extracti128_si256(totals, 1));
  __m128i two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
  int32_t total = _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 0xB1)));
  for (; i < width; i++) total += (int32_t)row[i] * query[i];
  return total;
}

#include "weigh.h"
#pragma clang attribute pop
#endif
