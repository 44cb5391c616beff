// What the engines share about model files; private to this target.

#ifndef TOUCHPOINT_CONTAINER_H
#define TOUCHPOINT_CONTAINER_H

#include "CEncoder.h"

enum { TP_MOST_PIECES = 65535 };

// No float of a model may be larger: with it no sum of the engines can overflow to infinity.
#define TP_LARGEST 1.0e4f

// A section of exactly `length` bytes.
tp_status tp_take(const void *bytes, const tp_header *header, uint32_t name, size_t length,
                  const void **section);

// A section of exactly `count` floats, each finite and no larger than TP_LARGEST.
tp_status tp_take_floats(const void *bytes, const tp_header *header, uint32_t name, size_t count,
                         const float **section);

// Whether pieces, rows and gap agree.
tp_status tp_check_rows(const tp_header *header);

// The row of an id, or -1 when it has none.
int64_t tp_row(const uint32_t *parameters, int32_t id);

#endif
