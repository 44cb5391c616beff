// The kernel model's loops for processors with AVX-512 VNNI: vpdpwssd on thirty-two products at a time.

#include "kernel.h"

#ifdef TP_X86
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512vnni"))), \
                             apply_to = function)
#include "floats.h"

#define WEIGH tp_weigh_vnni

INLINE void products(const int8_t *row, const tp_query *queries, size_t count, uint32_t width, int32_t *dots) {
  __m512i totals[4];
  for (size_t q = 0; q < count; q++) totals[q] = _mm512_setzero_si512();
  uint32_t i = 0;
  for (; i + 32 <= width; i += 32) {
    __m512i wide = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(row + i)));
    for (size_t q = 0; q < count; q++)
      totals[q] = _mm512_dpwssd_epi32(totals[q], wide, _mm512_loadu_si512(queries[q].numbers + i));
  }
  for (size_t q = 0; q < count; q++) {
    dots[q] = _mm512_reduce_add_epi32(totals[q]);
    for (uint32_t rest = i; rest < width; rest++) dots[q] += (int32_t)row[rest] * queries[q].numbers[rest];
  }
}

#include "weigh.h"
#pragma clang attribute pop
#endif
