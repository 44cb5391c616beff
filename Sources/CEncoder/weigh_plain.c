// The kernel model's loops for every processor: plain loops over whole numbers, for the compiler to widen.

#include "floats.h"
#include "kernel.h"

#define WEIGH tp_weigh_plain

INLINE void products(const int8_t *row, const tp_query *queries, size_t count, uint32_t width, int32_t *dots) {
  for (size_t q = 0; q < count; q++) {
    int32_t total = 0;
    for (uint32_t i = 0; i < width; i++) total += (int32_t)row[i] * queries[q].numbers[i];
    dots[q] = total;
  }
}

#include "weigh.h"
