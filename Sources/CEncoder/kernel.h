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

// The most numbers a query has, and the most answers a model gives.
enum { tp_widest = 1024, tp_most_answers = 512 };

// So many answers are summed up together; a text's sums are filled up to whole strips of them.
enum { tp_strip = 24 };

// One text on its way through the examples.
typedef struct tp_query {
  int16_t numbers[tp_widest];
  float step;   // what one of `numbers` is worth
  float *near;  // a place an example, filled up to whole lanes: nearness of words
  float sums[tp_most_answers + tp_strip];
} tp_query;

// For each of `count` queries: adds to `near` how near they are in meaning, brings it to e to the nearness, and adds
// each example's share to `sums`. The same bits on every path and whatever goes together.
void tp_weigh_plain(const tp_kernel *model, tp_query *queries, size_t count);
#ifdef TP_X86
void tp_weigh_avx2(const tp_kernel *model, tp_query *queries, size_t count);
void tp_weigh_vnni(const tp_kernel *model, tp_query *queries, size_t count);
#endif

#endif
