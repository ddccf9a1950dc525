#include "CYaml.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

typedef enum place { OUTSIDE, BEFORE_KEY, BEFORE_VALUE, IN_LIST, AFTER } place;

typedef struct reader {
  place place;
  int documents;
  cyaml_sink sink;
  void *context;
} reader;

static cyaml_status tell(
    reader *r, cyaml_kind kind, const char *text, size_t length, size_t line) {
  return r->sink(r->context, kind, text, length, line) == 0 ? CYAML_OK : CYAML_STOPPED;
}

static cyaml_status take_scalar(reader *r, const yaml_event_t *e) {
  if (e->data.scalar.anchor) return CYAML_ANCHOR;
  if (e->data.scalar.tag) return CYAML_TAG;
  cyaml_kind kind;
  switch (r->place) {
  case BEFORE_KEY: kind = CYAML_KEY; r->place = BEFORE_VALUE; break;
  case BEFORE_VALUE: kind = CYAML_VALUE; r->place = BEFORE_KEY; break;
  case IN_LIST: kind = CYAML_LIST_ENTRY; break;
  default: return CYAML_NO_MAPPING;
  }
  return tell(
      r, kind, (const char *)e->data.scalar.value, e->data.scalar.length, e->start_mark.line);
}

static cyaml_status take_event(reader *r, const yaml_event_t *e) {
  size_t line = e->start_mark.line;
  switch (e->type) {
  case YAML_DOCUMENT_START_EVENT:
    if (e->data.document_start.version_directive
        || e->data.document_start.tag_directives.start != e->data.document_start.tag_directives.end)
      return CYAML_DIRECTIVE;
    return r->documents++ == 0 ? CYAML_OK : CYAML_DOCUMENT;
  case YAML_ALIAS_EVENT:
    return CYAML_ALIAS;
  case YAML_SCALAR_EVENT:
    return take_scalar(r, e);
  case YAML_MAPPING_START_EVENT:
    if (e->data.mapping_start.anchor) return CYAML_ANCHOR;
    if (e->data.mapping_start.tag) return CYAML_TAG;
    if (r->place != OUTSIDE) return CYAML_NESTING;
    r->place = BEFORE_KEY;
    return CYAML_OK;
  case YAML_MAPPING_END_EVENT:
    r->place = AFTER;
    return CYAML_OK;
  case YAML_SEQUENCE_START_EVENT:
    if (e->data.sequence_start.anchor) return CYAML_ANCHOR;
    if (e->data.sequence_start.tag) return CYAML_TAG;
    if (r->place == OUTSIDE) return CYAML_NO_MAPPING;
    if (r->place != BEFORE_VALUE) return CYAML_NESTING;
    r->place = IN_LIST;
    return tell(r, CYAML_LIST_BEGIN, "", 0, line);
  case YAML_SEQUENCE_END_EVENT:
    r->place = BEFORE_KEY;
    return tell(r, CYAML_LIST_END, "", 0, line);
  default:
    return CYAML_OK;
  }
}

cyaml_status cyaml_read(
    const char *text, size_t length, cyaml_sink sink, void *context, cyaml_fault *fault) {
  yaml_parser_t parser;
  reader r = {OUTSIDE, 0, sink, context};
  memset(fault, 0, sizeof *fault);
  if (!yaml_parser_initialize(&parser)) {
    snprintf(fault->problem, sizeof fault->problem, "out of memory");
    return CYAML_SYNTAX;
  }
  yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
  /* Only UTF-8: no guessing from the first bytes. */
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  cyaml_status status = CYAML_OK;
  int done = 0;
  while (status == CYAML_OK && !done) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      status = CYAML_SYNTAX;
      fault->line = parser.problem_mark.line;
      snprintf(
          fault->problem, sizeof fault->problem, "%s",
          parser.problem ? parser.problem : "it cannot be read");
      break;
    }
    status = take_event(&r, &event);
    fault->line = event.start_mark.line;
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return status;
}
