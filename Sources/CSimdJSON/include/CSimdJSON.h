// A thin C face over simdjson's DOM: parse one document, walk it without copying.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How many readable bytes must follow a document in its buffer.
enum { CSJ_PADDING = 64 };

/// The deepest nesting that is parsed; beyond it a document is refused.
enum { CSJ_MAX_DEPTH = 1024 };

typedef struct csj_parser csj_parser;

typedef enum {
  CSJ_NULL, CSJ_BOOL, CSJ_INT64, CSJ_UINT64, CSJ_DOUBLE, CSJ_STRING, CSJ_ARRAY, CSJ_OBJECT
} csj_kind;

/// What parsing came to. `CSJ_UNDECODABLE` is a number or a string that simdjson itself refuses;
/// it may still be grammatical (RFC 8259 sets no range for numbers and allows lone surrogates).
typedef enum {
  CSJ_OK, CSJ_EMPTY, CSJ_UNDECODABLE, CSJ_DEPTH, CSJ_UTF8, CSJ_CAPACITY, CSJ_MEMORY, CSJ_SYNTAX
} csj_status;

/// A value in the parser's document: valid until that parser parses again.
typedef struct {
  const void *document;
  size_t index;
} csj_value;

/// A member of an object; `key` is unescaped and lives as long as the value.
typedef struct {
  /// `csj_tag` of the key: keys with different tags are different.
  uint64_t tag;
  const char *key;
  size_t key_length;
  csj_value value;
  csj_kind kind;
} csj_member;

/// The length, the first four and the last three bytes of a name in one word, so that most names
/// are told apart without looking at them.
static inline uint64_t csj_tag(const char *name, size_t length) {
  // A longer name is not one that anybody asks for; it must not pass for a short one.
  uint64_t tag = (uint64_t)(length < 0xFF ? length : 0xFF) << 56;
  for (size_t at = 0; at < 4 && at < length; ++at) {
    tag |= (uint64_t)(uint8_t)name[at] << (8 * at);
  }
  for (size_t at = 0; at < 3 && at < length; ++at) {
    tag |= (uint64_t)(uint8_t)name[length - 1 - at] << (32 + 8 * at);
  }
  return tag;
}

/// Whether all bytes are printable ASCII, the blank included.
static inline bool csj_is_printable_ascii(const uint8_t *bytes, size_t length) {
  bool others = false;
  for (size_t at = 0; at < length; ++at) others |= (uint8_t)(bytes[at] - 0x20) > 0x7E - 0x20;
  return !others;
}

csj_parser *csj_parser_new(void);
void csj_parser_free(csj_parser *parser);

/// Parses `length` bytes; `CSJ_PADDING` bytes behind them must be readable (they are not looked at).
csj_status csj_parse(csj_parser *parser, const uint8_t *bytes, size_t length, csj_value *root);

csj_kind csj_kind_of(csj_value value);

/// Writes up to `capacity` members in document order; returns how many there are.
size_t csj_members(csj_value object, csj_member *members, size_t capacity);

/// Writes up to `capacity` elements in document order; returns how many there are.
size_t csj_elements(csj_value array, csj_value *elements, size_t capacity);

/// The unescaped UTF-8 of a string; the value must be of kind `CSJ_STRING`.
const char *csj_string(csj_value string, size_t *length);

int64_t csj_int64(csj_value number);
uint64_t csj_uint64(csj_value number);
double csj_double(csj_value number);
bool csj_bool(csj_value boolean);

#ifdef __cplusplus
}
#endif
#endif
