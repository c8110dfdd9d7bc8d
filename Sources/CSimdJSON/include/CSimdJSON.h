// A thin C face over simdjson's DOM: parse one document, walk it without copying.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How many readable bytes must follow a document in its buffer.
enum { CSJ_PADDING = 64 };

/// The deepest nesting that is parsed; beyond it a document is refused.
enum { CSJ_MAX_DEPTH = 1024 };

typedef struct csj_parser csj_parser;

/// The kinds of values, each by the letter that stands for it on simdjson's tape.
typedef enum {
  CSJ_NULL = 'n', CSJ_TRUE = 't', CSJ_FALSE = 'f', CSJ_INT64 = 'l', CSJ_UINT64 = 'u',
  CSJ_DOUBLE = 'd', CSJ_STRING = '"', CSJ_ARRAY = '[', CSJ_OBJECT = '{'
} csj_kind;

/// What parsing came to. `CSJ_UNDECODABLE` is a number or a string that simdjson itself refuses;
/// it may still be grammatical (RFC 8259 sets no range for numbers and allows lone surrogates).
typedef enum {
  CSJ_OK, CSJ_EMPTY, CSJ_UNDECODABLE, CSJ_DEPTH, CSJ_UTF8, CSJ_CAPACITY, CSJ_MEMORY, CSJ_SYNTAX
} csj_status;

/// A value of the parser's document: valid, as is all that is got from it, until that parser
/// parses again.
typedef struct {
  csj_parser *parser;
  csj_kind kind;
  /// The bytes of a string.
  uint32_t length;
  union {
    int64_t int64;
    uint64_t uint64;
    double real;
    /// The unescaped UTF-8 of a string.
    const char *string;
    /// Where an array or an object stands on the tape.
    size_t place;
  };
} csj_value;

/// A name as two words and its length; up to 16 bytes they say all of it.
typedef struct {
  const char *bytes;
  size_t length;
  uint64_t first, last;
} csj_name;

/// A member of an object; the name is unescaped.
typedef struct {
  csj_name name;
  csj_value value;
} csj_member;

/// The members of an object in document order and, where they are not more than records have, a hash
/// table over their names in which the last of several members of one name stands.
typedef struct {
  const csj_member *members;
  size_t count;
  /// A member's index and 1; 0 where a slot is empty. There are 2 to the power of `64 - shift`. Null
  /// where there is no table.
  const uint32_t *slots;
  unsigned shift;
} csj_fields;

/// The elements of an array that are still to come.
typedef struct {
  csj_parser *parser;
  size_t place, end;
} csj_elements;

static inline csj_name csj_name_of(const char *bytes, size_t length) {
  csj_name name = {bytes, length, 0, 0};
  if (length >= 8) {
    memcpy(&name.first, bytes, 8);
    memcpy(&name.last, bytes + length - 8, 8);
  } else if (length >= 4) {
    memcpy(&name.first, bytes, 4);
    memcpy(&name.last, bytes + length - 4, 4);
  } else if (length > 0) {
    name.first = (uint8_t)bytes[0] | (uint64_t)(uint8_t)bytes[length / 2] << 8;
    name.last = (uint8_t)bytes[length - 1];
  }
  return name;
}

static inline bool csj_is_same_name(csj_name left, csj_name right) {
  return left.first == right.first && left.last == right.last && left.length == right.length &&
    (left.length <= 16 || memcmp(left.bytes, right.bytes, left.length) == 0);
}

/// Where the search for a name begins in a table of 2 to the power of `64 - shift` slots.
static inline size_t csj_first_slot(csj_name name, unsigned shift) {
  uint64_t mixed = name.first ^ (name.last + name.length) * UINT64_C(0x9E3779B97F4A7C15);
  return (size_t)(mixed * UINT64_C(0xD6E8FEB86659FD93) >> shift);
}

/// The index of the last member of that name, -1 where there is none.
static inline ptrdiff_t csj_find(csj_fields fields, const char *bytes, size_t length) {
  if (fields.count == 0) return -1;
  csj_name name = csj_name_of(bytes, length);
  if (fields.slots == NULL) {
    ptrdiff_t index = (ptrdiff_t)fields.count;
    while (--index >= 0 && !csj_is_same_name(fields.members[index].name, name)) {}
    return index;
  }
  size_t mask = ((size_t)1 << (64 - fields.shift)) - 1;
  for (size_t slot = csj_first_slot(name, fields.shift);; slot = (slot + 1) & mask) {
    uint32_t entry = fields.slots[slot];
    if (entry == 0) return -1;
    if (csj_is_same_name(fields.members[entry - 1].name, name)) return (ptrdiff_t)entry - 1;
  }
}

/// Whether all bytes are printable ASCII, the blank included.
static inline bool csj_is_printable_ascii(const uint8_t *bytes, size_t length) {
  const uint64_t each = UINT64_C(0x0101010101010101);
  uint64_t others = 0;
  size_t at = 0;
  for (; at + 8 <= length; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    // The high bit of a byte is set below 0x20, above 0x7E and beyond ASCII.
    others |= (word - 0x20 * each) | (word + each) | word;
  }
  others &= 0x80 * each;
  for (; at < length; ++at) others |= (uint8_t)(bytes[at] - 0x20) > 0x7E - 0x20;
  return others == 0;
}

/// How many bytes come before the first that a JSON string must escape.
static inline size_t csj_plain_prefix(const uint8_t *bytes, size_t length) {
  const uint64_t each = UINT64_C(0x0101010101010101);
  size_t at = 0;
  for (; at + 8 <= length; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    uint64_t quotes = word ^ '"' * each, backslashes = word ^ '\\' * each;
    // The lowest high bit that is set is that of the first byte looked for.
    uint64_t found = ((word - 0x20 * each) & ~word) | ((quotes - each) & ~quotes) |
      ((backslashes - each) & ~backslashes);
    found &= 0x80 * each;
    if (found != 0) return at + (size_t)__builtin_ctzll(found) / 8;
  }
  for (; at < length; ++at) {
    if (bytes[at] < 0x20 || bytes[at] == '"' || bytes[at] == '\\') break;
  }
  return at;
}

csj_parser *csj_parser_new(void);
void csj_parser_free(csj_parser *parser);

/// Parses `length` bytes; `CSJ_PADDING` bytes behind them must be readable (they are not looked at).
csj_status csj_parse(csj_parser *parser, const uint8_t *bytes, size_t length, csj_value *root);

/// The members of an object; none where the value is none.
csj_fields csj_fields_of(csj_value object);

/// The elements of an array; none where the value is none.
csj_elements csj_elements_of(csj_value array);

/// Takes the next element out; returns whether there was one.
bool csj_next_element(csj_elements *elements, csj_value *element);

#ifdef __cplusplus
}
#endif
#endif
