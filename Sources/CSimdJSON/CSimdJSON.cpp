#include "CSimdJSON.h"

#include <algorithm>
#include <memory>
#include <new>
#include <simdjson.h>
#include <vector>

namespace dom = simdjson::dom;

static_assert(CSJ_PADDING >= simdjson::SIMDJSON_PADDING);
// The tape is walked as its published format says (simdjson's doc/tape.md), which is quicker than
// by its iterators.
static_assert(simdjson::SIMDJSON_VERSION_MAJOR == 3);

namespace {

/// Memory for what belongs to one document, given back all at once.
class Arena {
 public:
  void *take(size_t size) {
    size = (size + 15) & ~size_t(15);
    if (size > left) grow(size);
    void *taken = next;
    next += size;
    left -= size;
    return taken;
  }

  /// Forgets what was taken, and keeps as much memory as a usual document needs.
  void reset() {
    if (blocks.size() > 1) blocks.resize(1);
    if (blocks.empty()) return;
    next = blocks[0].get();
    left = usual;
  }

 private:
  static constexpr size_t usual = 64 << 10;
  std::vector<std::unique_ptr<char[]>> blocks;
  char *next = nullptr;
  size_t left = 0;

  void grow(size_t size) {
    // The first is of the usual size, since that one is kept.
    if (blocks.empty()) add(usual);
    if (size > left) add(std::max(size, usual));
  }

  void add(size_t size) {
    blocks.emplace_back(new char[size]);
    next = blocks.back().get();
    left = size;
  }
};

/// What a word of the tape says beside its letter.
uint64_t payload(uint64_t word) { return word & simdjson::internal::JSON_VALUE_MASK; }

/// Of an array or an object: the place behind it.
size_t end_of(uint64_t word) { return uint32_t(word); }

}  // namespace

struct csj_parser {
  dom::parser parser;
  Arena arena;

  const uint64_t *tape() const { return parser.doc.tape.get(); }

  /// The bytes of a string of the tape, behind their length.
  const char *string(uint64_t word, uint32_t *length) const {
    auto start = parser.doc.string_buf.get() + payload(word);
    std::memcpy(length, start, sizeof *length);
    return reinterpret_cast<const char *>(start + sizeof *length);
  }

  /// Reads the value at a place of the tape; returns the place behind it.
  size_t read(size_t place, csj_value *value) {
    uint64_t word = tape()[place];
    value->parser = this;
    value->kind = csj_kind(word >> 56);
    value->length = 0;
    switch (value->kind) {
      case CSJ_STRING: value->string = string(word, &value->length); return place + 1;
      case CSJ_INT64:
      case CSJ_UINT64:
      case CSJ_DOUBLE: value->uint64 = tape()[place + 1]; return place + 2;
      case CSJ_ARRAY:
      case CSJ_OBJECT: value->place = place; return end_of(word);
      default: value->uint64 = 0; return place + 1;
    }
  }
};

static csj_status status_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::SUCCESS: return CSJ_OK;
    case simdjson::EMPTY: return CSJ_EMPTY;
    case simdjson::NUMBER_ERROR:
    case simdjson::STRING_ERROR: return CSJ_UNDECODABLE;
    case simdjson::DEPTH_ERROR: return CSJ_DEPTH;
    case simdjson::UTF8_ERROR: return CSJ_UTF8;
    case simdjson::CAPACITY: return CSJ_CAPACITY;
    case simdjson::MEMALLOC: return CSJ_MEMORY;
    default: return CSJ_SYNTAX;
  }
}

csj_parser *csj_parser_new(void) { return new (std::nothrow) csj_parser; }

void csj_parser_free(csj_parser *parser) { delete parser; }

csj_status csj_parse(csj_parser *parser, const uint8_t *bytes, size_t length, csj_value *root) {
  parser->arena.reset();
  auto error = parser->parser.parse(bytes, length, /* realloc_if_needed */ false).error();
  // The tape begins with a word for the document itself.
  if (error == simdjson::SUCCESS) parser->read(1, root);
  return status_of(error);
}

csj_elements csj_elements_of(csj_value array) {
  if (array.kind != CSJ_ARRAY) return {array.parser, 0, 0};
  // A container's last word is its closing bracket.
  return {array.parser, array.place + 1, end_of(array.parser->tape()[array.place]) - 1};
}

bool csj_next_element(csj_elements *elements, csj_value *element) {
  if (elements->place >= elements->end) return false;
  elements->place = elements->parser->read(elements->place, element);
  return true;
}

/// How many members there are in an object whose word says so, as far as its 24 bits reach.
static size_t member_count(csj_parser *parser, uint64_t word, size_t place, size_t end) {
  constexpr uint64_t most = 0xFFFFFF;
  size_t count = payload(word) >> 32 & most;
  if (count < most) return count;
  csj_value value;
  for (count = 0; place < end; ++count) place = parser->read(place + 1, &value);
  return count;
}

/// Of more members none get a table: many names of one slot, by chance or on purpose, would take the
/// square of their number, while a search takes only as long as they are many.
static constexpr size_t most_hashed = 128;

/// Puts the last member into the table over the names of those before it.
static void enter(const csj_member *members, size_t index, uint32_t *slots, unsigned shift) {
  size_t mask = (size_t(1) << (64 - shift)) - 1;
  size_t slot = csj_first_slot(members[index].name, shift);
  while (slots[slot] != 0 &&
         !csj_is_same_name(members[slots[slot] - 1].name, members[index].name)) {
    slot = (slot + 1) & mask;
  }
  slots[slot] = uint32_t(index + 1);
}

csj_fields csj_fields_of(csj_value object) {
  if (object.kind != CSJ_OBJECT) return {nullptr, 0, nullptr, 0};
  auto parser = object.parser;
  uint64_t word = parser->tape()[object.place];
  size_t place = object.place + 1, end = end_of(word) - 1;
  size_t count = member_count(parser, word, place, end);

  auto members = static_cast<csj_member *>(parser->arena.take(count * sizeof(csj_member)));
  uint32_t *slots = nullptr;
  unsigned bits = 4;
  while ((size_t(1) << bits) < 2 * count) ++bits;
  if (count <= most_hashed) {
    size_t size = sizeof *slots << bits;
    slots = static_cast<uint32_t *>(parser->arena.take(size));
    std::memset(slots, 0, size);
  }

  for (size_t index = 0; index < count; ++index) {
    csj_member &member = members[index];
    uint32_t length;
    const char *bytes = parser->string(parser->tape()[place], &length);
    member.name = csj_name_of(bytes, length);
    place = parser->read(place + 1, &member.value);
    if (slots) enter(members, index, slots, 64 - bits);
  }
  return {members, count, slots, 64 - bits};
}
