// The shape every model file shares: a header, a table of sections, and a body of sections that
// start on 64-byte boundaries so that they can be used where they are mapped. All numbers are
// little-endian. scoring/build/container.py writes it and describes it field by field.

#include "container.h"

#include <string.h>

static const char magic[8] = {'T', 'P', 'M', 'O', 'D', 'E', 'L', '1'};

enum {
  at_kind = 8,
  at_sections = 12,
  at_length = 16,
  at_checksum = 24,
  at_digest = 32,
  at_parameters = 64,
  entry_bytes = 24,
  boundary = 64,
  most_sections = 512,
};

typedef struct entry {
  uint32_t name;
  uint64_t offset;
  uint64_t length;
} entry;

static uint32_t load32(const uint8_t *at) {
  uint32_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

static uint64_t load64(const uint8_t *at) {
  uint64_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

static entry load_entry(const uint8_t *file, size_t index) {
  const uint8_t *at = file + TP_HEADER_BYTES + index * entry_bytes;
  return (entry){load32(at), load64(at + 8), load64(at + 16)};
}

// FNV-1a over the header and the section table, the checksum's own bytes taken as zero.
static uint64_t header_checksum(const uint8_t *file, size_t length) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (size_t i = 0; i < length; i++) {
    uint8_t byte = i >= at_checksum && i < at_digest ? 0 : file[i];
    hash = (hash ^ byte) * 0x100000001b3u;
  }
  return hash;
}

static int is_inside(entry section, size_t body, size_t length) {
  return section.offset % boundary == 0 && section.offset >= body && section.offset <= length &&
         section.length <= length - section.offset;
}

static size_t rounded_up(size_t size) { return (size + boundary - 1) / boundary * boundary; }

tp_status tp_read_header(const void *bytes, size_t length, tp_kind kind, tp_header *header) {
  const uint8_t *file = bytes;
  const uint16_t order = 1;
  if (*(const uint8_t *)&order != 1) return TP_BIG_ENDIAN;
  if (!bytes || length < TP_HEADER_BYTES) return TP_TOO_SHORT;
  if ((uintptr_t)bytes % boundary != 0) return TP_UNALIGNED;
  if (memcmp(file, magic, sizeof magic) != 0) return TP_NOT_A_MODEL;
  if (load32(file + at_kind) != (uint32_t)kind) return TP_WRONG_KIND;
  if (load64(file + at_length) != length) return TP_WRONG_LENGTH;
  uint32_t sections = load32(file + at_sections);
  if (sections > most_sections) return TP_BAD_SECTION;
  size_t body = rounded_up(TP_HEADER_BYTES + (size_t)sections * entry_bytes);
  if (body > length) return TP_TOO_SHORT;
  if (header_checksum(file, body) != load64(file + at_checksum)) return TP_HEADER_CHECKSUM;
  for (size_t i = 0; i < sections; i++)
    if (!is_inside(load_entry(file, i), body, length)) return TP_BAD_SECTION;
  header->kind = (uint32_t)kind;
  header->sections = sections;
  header->length = length;
  header->body = body;
  memcpy(header->digest, file + at_digest, TP_DIGEST_BYTES);
  memcpy(header->parameters, file + at_parameters, sizeof header->parameters);
  return TP_OK;
}

tp_section tp_find_section(const void *bytes, const tp_header *header, uint32_t name) {
  for (size_t i = 0; i < header->sections; i++) {
    entry found = load_entry(bytes, i);
    if (found.name == name)
      return (tp_section){(const uint8_t *)bytes + found.offset, (size_t)found.length};
  }
  return (tp_section){NULL, 0};
}

tp_status tp_take(const void *bytes, const tp_header *header, uint32_t name, size_t length,
                  const void **section) {
  tp_section found = tp_find_section(bytes, header, name);
  *section = found.bytes;
  return found.bytes && found.length == length ? TP_OK : TP_MISSING_SECTION;
}

tp_status tp_take_floats(const void *bytes, const tp_header *header, uint32_t name, size_t count,
                         const float **section) {
  const void *found = NULL;
  tp_status status = tp_take(bytes, header, name, count * sizeof(float), &found);
  if (status != TP_OK) return status;
  *section = found;
  for (size_t i = 0; i < count; i++) {
    float value = (*section)[i];
    if (!(value >= -TP_LARGEST && value <= TP_LARGEST)) return TP_BAD_NUMBER;
  }
  return TP_OK;
}

tp_status tp_check_rows(const tp_header *header) {
  const uint32_t *sizes = header->parameters;
  if (sizes[TP_PIECES] == 0 || sizes[TP_PIECES] > TP_MOST_PIECES) return TP_UNSUPPORTED_SHAPE;
  if (sizes[TP_GAP_START] > sizes[TP_PIECES]) return TP_UNSUPPORTED_SHAPE;
  if (sizes[TP_GAP_LENGTH] > sizes[TP_PIECES] - sizes[TP_GAP_START]) return TP_UNSUPPORTED_SHAPE;
  if (sizes[TP_ROWS] != sizes[TP_PIECES] - sizes[TP_GAP_LENGTH]) return TP_UNSUPPORTED_SHAPE;
  return sizes[TP_ROWS] == 0 ? TP_UNSUPPORTED_SHAPE : TP_OK;
}

int64_t tp_row(const uint32_t *parameters, int32_t id) {
  if (id < 0 || (uint32_t)id >= parameters[TP_PIECES]) return -1;
  uint32_t start = parameters[TP_GAP_START], length = parameters[TP_GAP_LENGTH];
  if ((uint32_t)id < start) return id;
  return (uint32_t)id - start < length ? -1 : (int64_t)id - length;
}

const char *tp_explain(tp_status status) {
  switch (status) {
    case TP_OK: return "all is well";
    case TP_TOO_SHORT: return "the file is too short to hold a model";
    case TP_NOT_A_MODEL: return "the file is not a model of ours";
    case TP_WRONG_KIND: return "the file is a model of another kind";
    case TP_WRONG_LENGTH: return "the file is longer or shorter than its header says";
    case TP_HEADER_CHECKSUM: return "the file's header was changed";
    case TP_UNALIGNED: return "the model does not start on a 64-byte boundary";
    case TP_BIG_ENDIAN: return "model files cannot be used on a big-endian machine";
    case TP_BAD_SECTION: return "a section lies outside the file";
    case TP_MISSING_SECTION: return "a section is missing or of the wrong size";
    case TP_UNSUPPORTED_SHAPE: return "the model's sizes are not the ones this engine runs";
    case TP_BAD_NUMBER: return "a number in the model is not finite or too large";
    case TP_NO_TOKENS: return "there are no tokens to encode";
    case TP_TOO_MANY_TOKENS: return "there are more tokens than the model has positions";
    case TP_BAD_TOKEN: return "a token is not in the model";
    case TP_NO_MEMORY: return "memory ran out";
  }
  return "an unknown status";
}
