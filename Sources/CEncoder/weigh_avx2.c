// The kernel model's loops for processors with AVX2: vpmaddwd on sixteen products at a time.

#include "kernel.h"

#ifdef TP_X86
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "floats.h"

#define WEIGH tp_weigh_avx2

INLINE int32_t total(__m256i eight) {
  __m128i four = _mm_add_epi32(_mm256_castsi256_si128(eight), _mm256_extracti128_si256(eight, 1));
  __m128i two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
  return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 0xB1)));
}

INLINE void products(const int8_t *row, const tp_query *queries, size_t count, uint32_t width, int32_t *dots) {
  __m256i totals[4];
  for (size_t q = 0; q < count; q++) totals[q] = _mm256_setzero_si256();
  uint32_t i = 0;
  for (; i + 16 <= width; i += 16) {
    __m256i wide = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(row + i)));
    for (size_t q = 0; q < count; q++) {
      __m256i other = _mm256_loadu_si256((const __m256i *)(queries[q].numbers + i));
      totals[q] = _mm256_add_epi32(totals[q], _mm256_madd_epi16(wide, other));
    }
  }
  for (size_t q = 0; q < count; q++) {
    dots[q] = total(totals[q]);
    for (uint32_t rest = i; rest < width; rest++) dots[q] += (int32_t)row[rest] * queries[q].numbers[rest];
  }
}

#include "weigh.h"
#pragma clang attribute pop
#endif
