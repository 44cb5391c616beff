// The kernel model's loops for every processor: plain loops over whole numbers, for the compiler to widen.

#include "floats.h"
#include "kernel.h"

#define WEIGH tp_weigh_plain

INLINE int32_t product(const int8_t *row, const int16_t *query, uint32_t width) {
  int32_t total = 0;
  for (uint32_t i = 0; i < width; i++) total += (int32_t)row[i] * query[i];
  return total;
}

#include "weigh.h"
