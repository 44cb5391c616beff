// The kernel model in memory, and its loops over all examples, one function for each kind of processor.

#ifndef TOUCHPOINT_KERNEL_H
#define TOUCHPOINT_KERNEL_H

#include <stddef.h>
#include <stdint.h>

#include "CEncoder.h"
#include "transformer.h"

struct tp_kernel {
  uint32_t width, rows, answers, words;
  const int8_t *bytes;
  const float *scales, *centre, *rarity, *steps, *curves;
  const uint32_t *starts;
  const uint16_t *examples;
  const int16_t *values;  // of rows of length one, in steps of 1 / 32,767
  const int16_t *weights;
};

// Adds to `near` (a place an example, filled up to whole lanes) how near the query is in meaning, brings it to
// e to the nearness, and adds each example's share to `sums`, a place an answer. The same bits on every path.
void tp_weigh_plain(const tp_kernel *model, const int16_t *query, float step, float *near, float *sums);
#ifdef TP_X86
void tp_weigh_avx2(const tp_kernel *model, const int16_t *query, float step, float *near, float *sums);
#endif

#endif
