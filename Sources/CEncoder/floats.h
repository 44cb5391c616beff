// Eight floats at a time, in a fixed order, with + - * / and square roots only: those are exactly
// rounded by IEEE 754, so every processor gives the same bits. Included by each path inside its own
// target attributes.

#ifndef TOUCHPOINT_FLOATS_H
#define TOUCHPOINT_FLOATS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Passing wide vectors between functions would change with the target; all of these are inlined.
#pragma GCC diagnostic ignored "-Wpsabi"
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline, unused))

typedef float floats __attribute__((vector_size(32)));
typedef int32_t whole __attribute__((vector_size(32)));

enum { lanes = 8 };

INLINE floats load(const float *from) {
  floats value;
  memcpy(&value, from, sizeof value);
  return value;
}

INLINE void store(float *to, floats value) { memcpy(to, &value, sizeof value); }

INLINE floats all(float value) {
  return (floats){value, value, value, value, value, value, value, value};
}

INLINE float sum(floats v) {
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

INLINE floats choose(whole mask, floats yes, floats no) {
  return (floats)(((whole)yes & mask) | ((whole)no & ~mask));
}

INLINE floats larger(floats a, floats b) { return choose(a > b, a, b); }

INLINE floats magnitude(floats v) { return larger(v, -v); }

INLINE float largest(floats v) {
  float most = v[0];
  for (int i = 1; i < lanes; i++) most = v[i] > most ? v[i] : most;
  return most;
}

// The nearest whole number, ties to even, for magnitudes below 2^22: adding 1.5 * 2^23 leaves no
// room for a fraction.
INLINE floats nearest(floats v) {
  const floats shift = all(12582912.0f);
  return (v + shift) - shift;
}

// e to the x for x <= 0; below -87 the answer is that of -87. Range reduction by powers of two and
// the minimax polynomial of Cephes' expf (Moshier), within 2 units in the last place.
INLINE floats exponential(floats x) {
  x = larger(x, all(-87.0f));
  floats power = nearest(x * all(1.44269504f));
  floats r = x - power * all(0.693359375f);
  r = r - power * all(-2.12194440e-4f);
  floats p = all(1.9875691500e-4f);
  p = p * r + all(1.3981999507e-3f);
  p = p * r + all(8.3334519073e-3f);
  p = p * r + all(4.1665795894e-2f);
  p = p * r + all(1.6666665459e-1f);
  p = p * r + all(5.0000001201e-1f);
  p = p * (r * r) + r + all(1.0f);
  whole exponent = (__builtin_convertvector(power, whole) + 127) << 23;
  return p * (floats)exponent;
}

// x * (1 + erf(x / sqrt 2)) / 2 with erf from Abramowitz and Stegun 7.1.26, error below 1.5e-7.
INLINE floats gelu(floats x) {
  floats z = x * all(0.70710678f);
  floats size = magnitude(z);
  floats t = all(1.0f) / (all(1.0f) + all(0.3275911f) * size);
  floats p = all(1.061405429f);
  p = p * t + all(-1.453152027f);
  p = p * t + all(1.421413741f);
  p = p * t + all(-0.284496736f);
  p = p * t + all(0.254829592f);
  floats positive = all(1.0f) - p * t * exponential(-(size * size));
  floats error = choose(z < all(0.0f), -positive, positive);
  return all(0.5f) * x * (all(1.0f) + error);
}

#endif
