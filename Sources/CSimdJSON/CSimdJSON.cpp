#include "CSimdJSON.h"

#include <cstring>
#include <new>
#include <simdjson.h>
#include <type_traits>

namespace dom = simdjson::dom;

static_assert(CSJ_PADDING >= simdjson::SIMDJSON_PADDING);
// A DOM element is a document and an index into its tape; it travels through C as just that.
static_assert(sizeof(dom::element) == sizeof(csj_value));
static_assert(std::is_trivially_copyable_v<dom::element>);

struct csj_parser {
  dom::parser parser;
};

static csj_value wrap(dom::element element) {
  csj_value value;
  std::memcpy(&value, &element, sizeof value);
  return value;
}

static dom::element unwrap(csj_value value) {
  dom::element element;
  std::memcpy(&element, &value, sizeof value);
  return element;
}

static csj_kind kind_of(dom::element element) {
  switch (element.type()) {
    case dom::element_type::ARRAY: return CSJ_ARRAY;
    case dom::element_type::OBJECT: return CSJ_OBJECT;
    case dom::element_type::INT64: return CSJ_INT64;
    case dom::element_type::UINT64: return CSJ_UINT64;
    case dom::element_type::DOUBLE: return CSJ_DOUBLE;
    case dom::element_type::STRING: return CSJ_STRING;
    case dom::element_type::BOOL: return CSJ_BOOL;
    case dom::element_type::NULL_VALUE: return CSJ_NULL;
  }
  return CSJ_NULL;
}

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

csj_parser *csj_parser_new(void) {
  auto parser = new (std::nothrow) csj_parser;
  return parser;
}

void csj_parser_free(csj_parser *parser) { delete parser; }

csj_status csj_parse(csj_parser *parser, const uint8_t *bytes, size_t length, csj_value *root) {
  dom::element element;
  auto error = parser->parser.parse(bytes, length, /* realloc_if_needed */ false).get(element);
  if (error == simdjson::SUCCESS) *root = wrap(element);
  return status_of(error);
}

csj_kind csj_kind_of(csj_value value) { return kind_of(unwrap(value)); }

size_t csj_members(csj_value object, csj_member *members, size_t capacity) {
  dom::object fields;
  if (unwrap(object).get(fields)) return 0;
  size_t count = 0;
  for (auto field : fields) {
    if (count < capacity) {
      auto key = field.key;
      members[count] = {
        csj_tag(key.data(), key.size()), key.data(), key.size(), wrap(field.value),
        kind_of(field.value)};
    }
    ++count;
  }
  return count;
}

size_t csj_elements(csj_value array, csj_value *elements, size_t capacity) {
  dom::array values;
  if (unwrap(array).get(values)) return 0;
  size_t count = 0;
  for (auto value : values) {
    if (count < capacity) elements[count] = wrap(value);
    ++count;
  }
  return count;
}

const char *csj_string(csj_value string, size_t *length) {
  std::string_view text;
  if (unwrap(string).get(text)) text = {};
  *length = text.size();
  return text.data();
}

int64_t csj_int64(csj_value number) {
  int64_t result = 0;
  (void)!unwrap(number).get(result);
  return result;
}

uint64_t csj_uint64(csj_value number) {
  uint64_t result = 0;
  (void)!unwrap(number).get(result);
  return result;
}

double csj_double(csj_value number) {
  double result = 0;
  (void)!unwrap(number).get(result);
  return result;
}

bool csj_bool(csj_value boolean) {
  bool result = false;
  (void)!unwrap(boolean).get(result);
  return result;
}
