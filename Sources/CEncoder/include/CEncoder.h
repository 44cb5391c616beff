// The integer sentence encoder: model files in memory in, unit vectors out.
//
// Every function is safe to call from several threads at once: a model never changes after it is
// opened. The bytes of a model are borrowed, usually mapped from a file, and must outlive it. The
// same ids give the same bits on every path, processor and batch. Nothing here reads a file,
// prints, or ends the process. Little-endian machines only; others are refused with a reason.

#ifndef TOUCHPOINT_CENCODER_H
#define TOUCHPOINT_CENCODER_H

#include <stddef.h>
#include <stdint.h>

/// Why a model or a sentence was refused.
typedef enum tp_status {
  TP_OK = 0,
  TP_TOO_SHORT,          // fewer bytes than a header
  TP_NOT_A_MODEL,        // the first eight bytes are not ours
  TP_WRONG_KIND,         // a model file, but not of the kind asked for
  TP_WRONG_LENGTH,       // the header tells of another length: cut off or added to
  TP_HEADER_CHECKSUM,    // the header was changed
  TP_UNALIGNED,          // the bytes do not start on a 64-byte boundary
  TP_BIG_ENDIAN,         // this machine stores numbers the other way round
  TP_BAD_SECTION,        // a section lies outside the file or off its boundary
  TP_MISSING_SECTION,    // a section is absent or not as long as the header's sizes ask
  TP_UNSUPPORTED_SHAPE,  // widths, layers or counts this engine is not built for
  TP_BAD_NUMBER,         // a scale, bias or position is not finite or absurdly large
  TP_NO_TOKENS,          // an empty list of ids
  TP_TOO_MANY_TOKENS,    // more ids than the model has positions
  TP_BAD_TOKEN,          // an id the model has no row for
  TP_NO_MEMORY,          // the allocator refused
} tp_status;

/// The reason in a few words, never null.
const char *tp_explain(tp_status status);

// -- The file

/// What a file is for; stored in its header.
typedef enum tp_kind { TP_VOCABULARY = 1, TP_STATIC_TABLE = 2, TP_TRANSFORMER = 3, TP_KERNEL = 4, TP_BRANCH = 5 } tp_kind;

enum { TP_PARAMETERS = 16, TP_DIGEST_BYTES = 32, TP_HEADER_BYTES = 128 };

/// The places in `tp_header.parameters`.
typedef enum tp_parameter {
  TP_LAYERS = 0,
  TP_WIDTH = 1,
  TP_HEADS = 2,
  TP_INNER = 3,
  TP_ROWS = 4,        // rows stored: pieces less the gap
  TP_POSITIONS = 5,   // the most ids a sentence may have
  TP_GAP_START = 6,   // the first id without a row
  TP_GAP_LENGTH = 7,  // how many ids have none
  TP_PIECES = 8,      // ids in the vocabulary
  TP_CLS = 9,
  TP_SEP = 10,
  TP_UNK = 11,
  TP_VOCABULARY_MARK = 12,    // first four bytes of the vocabulary's digest, little-endian
  TP_LONGEST_WORD = 13,       // in characters; longer words are unknown
  TP_LONGEST_PIECE = 14,      // in bytes
  TP_LAYERS_BEFORE = 15,      // of a branch: the transformer's layers that come before it
  TP_BRANCH_MARK = 15,        // of a kernel model: first four bytes of its branch's digest, or none
} tp_parameter;

/// A checked header, copied out of the file.
typedef struct tp_header {
  uint32_t kind;
  uint32_t sections;
  uint64_t length;
  uint8_t digest[TP_DIGEST_BYTES];  // SHA-256 of every byte after the header and section table
  size_t body;                      // where those bytes start
  uint32_t parameters[TP_PARAMETERS];
} tp_header;

/// A stretch of the file.
typedef struct tp_section {
  const void *bytes;
  size_t length;
} tp_section;

/// Checks the header, its checksum and that every section lies inside the file.
tp_status tp_read_header(const void *bytes, size_t length, tp_kind kind, tp_header *header);

/// Finds a section of a file whose header was checked; null bytes when there is none.
tp_section tp_find_section(const void *bytes, const tp_header *header, uint32_t name);

/// The SHA-256 of some bytes; without `fast` the processor's own instructions for it are left alone.
void tp_sha256(const void *bytes, size_t length, int fast, uint8_t digest[TP_DIGEST_BYTES]);

// -- The code paths

/// The ways the same sums are done; all give the same bits.
typedef enum tp_path { TP_PLAIN = 0, TP_SSE2 = 1, TP_AVX2 = 2, TP_VNNI = 3 } tp_path;

/// The fastest path of this processor.
tp_path tp_best_path(void);

/// Whether this processor can run a path; zero or one. Plain always can.
int tp_can_run(tp_path path);

// -- The transformer

typedef struct tp_transformer tp_transformer;

/// Opens a transformer over borrowed bytes; on success the caller closes it.
tp_status tp_transformer_open(const void *bytes, size_t length, tp_transformer **made);
void tp_transformer_close(tp_transformer *model);

/// Encodes several sentences at once, `[CLS]` and `[SEP]` included in their ids.
///
/// Sentence i is ids[starts[i]] up to ids[starts[i + 1]]; `vectors` takes `sentences` rows of the
/// model's width, each of length one. A path this processor cannot run is replaced by the best.
/// One allocation a call. On failure the vectors' contents are undefined.
tp_status tp_transformer_encode(const tp_transformer *model, tp_path path, const int32_t *ids,
                                const size_t *starts, size_t sentences, float *vectors);

/// The last layer's row of every id of one sentence, not of length one: what each token means in
/// its place. `rows` takes `count` rows of the model's width.
tp_status tp_transformer_rows(const tp_transformer *model, tp_path path, const int32_t *ids,
                              size_t count, float *rows);

// -- A branch: the transformer's upper layers a second time, taught to tell something else

typedef struct tp_branch tp_branch;

/// Opens a branch over borrowed bytes for a transformer that is open; on success the caller closes it.
tp_status tp_branch_open(const void *bytes, size_t length, const tp_transformer *model, tp_branch **made);
void tp_branch_close(tp_branch *branch);

/// The same as `tp_transformer_encode`, and what the branch makes of the lower layers' rows: `branched` takes as many
/// rows of the same width, each of length one. The lower layers run once.
tp_status tp_branch_encode(const tp_transformer *model, const tp_branch *branch, tp_path path, const int32_t *ids,
                           const size_t *starts, size_t sentences, float *vectors, float *branched);

// -- The static table

typedef struct tp_table tp_table;

/// Opens a static table over borrowed bytes; on success the caller closes it.
tp_status tp_table_open(const void *bytes, size_t length, tp_table **made);
void tp_table_close(tp_table *model);

/// The mean direction of the ids' rows, of length one; all zero when the rows cancel out.
/// Takes any count from 1; no `[CLS]` or `[SEP]`.
tp_status tp_table_encode(const tp_table *model, const int32_t *ids, size_t count, float *vector);

/// The row of one id as it is stored, not of length one: longer rows say more.
tp_status tp_table_row(const tp_table *model, int32_t id, float *vector);

// -- The kernel model: answers learned from examples, by nearness of meaning and of words

typedef struct tp_kernel tp_kernel;

/// Opens a kernel model over borrowed bytes; on success the caller closes it.
tp_status tp_kernel_open(const void *bytes, size_t length, tp_kernel **made);
void tp_kernel_close(tp_kernel *model);

/// One score an answer for each of `texts` texts, text by text: `vectors` are the encoder's, `words` the places of
/// their features in the model's list, each with its count, those of text i from `starts[i]` to `starts[i + 1]`.
/// Places outside the list are passed over. Up to `TP_TEXTS_AT_ONCE` texts go through the examples together.
/// The same bits on every path, and the same as text by text; a path that this processor cannot run is replaced by
/// the best it can.
tp_status tp_kernel_scores(const tp_kernel *model, tp_path path, size_t texts, const float *vectors,
                           const uint32_t *words, const float *counts, const size_t *starts, float *scores);

enum { TP_TEXTS_AT_ONCE = 8 };

#endif
