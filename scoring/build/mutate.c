// Opens damaged model files and encodes with what opens, under the sanitizers: see sanitize.sh.
// Each round changes header numbers, the section table or the content, cuts the file, or hands over
// ids no tokeniser would give; checksums are made right again so that the damage gets through.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CEncoder.h"

static uint64_t state;

static uint64_t draw(uint64_t below) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (state >> 33) % below;
}

static uint8_t *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  uint8_t *bytes = malloc(*length);
  if (bytes && fread(bytes, 1, *length, file) != *length) *length = 0;
  fclose(file);
  return bytes;
}

// Writes the length and checksum the header would have if it were meant this way.
static void seal(uint8_t *bytes, size_t length) {
  uint32_t sections;
  uint64_t whole = length, hash = 0xcbf29ce484222325u;
  memcpy(bytes + 16, &whole, sizeof whole);
  memcpy(&sections, bytes + 12, sizeof sections);
  size_t end = (128 + 24 * (size_t)sections + 63) / 64 * 64;
  if (sections > 512 || end > length) return;
  for (size_t i = 0; i < end; i++)
    hash = (hash ^ (i >= 24 && i < 32 ? 0 : bytes[i])) * 0x100000001b3u;
  memcpy(bytes + 24, &hash, sizeof hash);
}

static void damage(uint8_t *bytes, size_t length) {
  static const uint32_t telling[] = {0, 1, 2, 63, 64, 127, 128, 255, 384, 65535, 1u << 31, ~0u};
  uint32_t value = draw(2) ? telling[draw(12)] : (uint32_t)draw(1u << 31);
  switch (draw(4)) {
    case 0: memcpy(bytes + 64 + 4 * draw(16), &value, sizeof value); break;
    case 1: memcpy(bytes + 128 + 4 * draw(64), &value, sizeof value); break;
    case 2:
      for (size_t i = 0; i < 20000; i++) bytes[2048 + draw(length - 2048)] = (uint8_t)draw(256);
      break;
    default: bytes[draw(2048)] ^= (uint8_t)(1 + draw(255));
  }
}

static void use_transformer(const uint8_t *bytes, size_t length) {
  tp_transformer *model;
  if (tp_transformer_open(bytes, length, &model) != TP_OK) return;
  int32_t ids[600];
  size_t counts[] = {1, 3, 9, draw(140), 1}, starts[6] = {0};
  for (size_t i = 0; i < 5; i++) starts[i + 1] = starts[i] + counts[i];
  for (size_t i = 0; i < starts[5]; i++) ids[i] = (int32_t)draw(draw(40) ? 30522 : 1u << 31);
  for (size_t i = 0; i < starts[5]; i++)
    if (ids[i] >= 104 && ids[i] < 999 && draw(40)) ids[i] = 101;
  float *vectors = malloc(5 * 384 * sizeof(float));
  for (int path = 0; path < 4; path++) {
    tp_transformer_encode(model, (tp_path)path, ids, starts, 3, vectors);
    tp_transformer_encode(model, (tp_path)path, ids, starts, 5, vectors);
  }
  free(vectors);
  tp_transformer_close(model);
}

static void use_table(const uint8_t *bytes, size_t length) {
  tp_table *model;
  if (tp_table_open(bytes, length, &model) != TP_OK) return;
  float vector[1024];
  int32_t ids[50];
  for (size_t i = 0; i < 50; i++) ids[i] = (int32_t)draw(draw(90) ? 30522 : 1u << 31);
  for (size_t count = 0; count < 50; count += 7) tp_table_encode(model, ids, count, vector);
  for (size_t i = 0; i < 50; i++) tp_table_row(model, ids[i], vector);
  tp_table_close(model);
}

static void use_vocabulary(const uint8_t *bytes, size_t length) {
  tp_header header;
  if (tp_read_header(bytes, length, TP_VOCABULARY, &header) != TP_OK) return;
  volatile uint8_t seen = 0;
  for (uint32_t name = 0; name < 40; name++) {
    tp_section section = tp_find_section(bytes, &header, name);
    if (section.length) seen ^= ((const uint8_t *)section.bytes)[section.length - 1];
  }
}

static void use_kernel(const uint8_t *bytes, size_t length) {
  tp_kernel *model;
  if (tp_kernel_open(bytes, length, &model) != TP_OK) return;
  float vectors[9 * 1024], counts[40], scores[9 * 512];
  size_t starts[10];
  uint32_t words[40];
  for (size_t i = 0; i < 9 * 1024; i++) vectors[i] = (float)draw(2001) / 1000.0f - 1.0f;
  for (size_t i = 0; i < 40; i++) {
    words[i] = (uint32_t)draw(draw(20) ? 5000 : 1u << 31);
    counts[i] = (float)draw(3);
  }
  starts[0] = 0;
  for (size_t i = 1; i < 10; i++) starts[i] = starts[i - 1] + draw(5);
  for (size_t texts = 0; texts < 10; texts += 3)
    tp_kernel_scores(model, (tp_path)draw(4), texts, vectors, words, counts, starts, scores);
  tp_kernel_close(model);
}

// The sound transformer that branches are opened for.
static tp_transformer *trunk;

static void use_branch(const uint8_t *bytes, size_t length) {
  tp_branch *branch;
  if (!trunk || tp_branch_open(bytes, length, trunk, &branch) != TP_OK) return;
  int32_t ids[40];
  const size_t starts[4] = {0, 1, 8, 40};
  for (size_t i = 0; i < 40; i++) ids[i] = (int32_t)(draw(40) ? 1000 + draw(20000) : draw(1u << 31));
  float *vectors = malloc(6 * 384 * sizeof(float));
  for (int path = 0; path < 4; path++)
    tp_branch_encode(trunk, branch, (tp_path)path, ids, starts, 3, vectors, vectors + 3 * 384);
  free(vectors);
  tp_branch_close(branch);
}

static void use(const uint8_t *bytes, size_t length) {
  use_transformer(bytes, length);
  use_branch(bytes, length);
  use_table(bytes, length);
  use_vocabulary(bytes, length);
  use_kernel(bytes, length);
}

static int run(const char *path, size_t rounds) {
  size_t length = 0;
  uint8_t *sound = read_file(path, &length);
  if (!sound || length < 4096) return 1;
  for (size_t round = 0; round < rounds; round++) {
    size_t kept = draw(8) ? length : draw(length);
    uint8_t *changed = NULL;
    if (posix_memalign((void **)&changed, 64, kept ? kept : 1) != 0) return 1;
    memcpy(changed, sound, kept);
    if (round > 0 && kept >= 4096) {
      damage(changed, kept);
      if (draw(8)) seal(changed, kept);
    }
    use(changed, kept);
    free(changed);
  }
  free(sound);
  printf("%s: %zu rounds\n", path, rounds);
  return 0;
}

static int open_trunk(const char *path) {
  size_t length = 0;
  uint8_t *read = read_file(path, &length), *aligned = NULL;
  if (!read || posix_memalign((void **)&aligned, 64, length) != 0) return 0;
  memcpy(aligned, read, length);
  free(read);
  return tp_transformer_open(aligned, length, &trunk) == TP_OK;
}

int main(int count, char **arguments) {
  if (count < 4 || !open_trunk(arguments[2])) return 64;
  state = strtoull(arguments[1], NULL, 10);
  printf("seed %s\n", arguments[1]);
  for (int i = 3; i < count; i++)
    if (run(arguments[i], 150) != 0) return 1;
  return 0;
}
