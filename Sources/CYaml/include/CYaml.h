/* Front matter by libyaml: one mapping from names to scalars or lists of scalars, with lines.
   Everything else that YAML can say is refused, and nothing is ever expanded. */
#ifndef CYAML_H
#define CYAML_H

#include <stddef.h>

typedef enum cyaml_kind {
  CYAML_KEY,
  CYAML_VALUE,
  CYAML_LIST_BEGIN,
  CYAML_LIST_ENTRY,
  CYAML_LIST_END
} cyaml_kind;

typedef enum cyaml_status {
  CYAML_OK,
  CYAML_SYNTAX,      /* `problem` says what libyaml says */
  CYAML_ANCHOR,
  CYAML_ALIAS,
  CYAML_TAG,
  CYAML_NESTING,
  CYAML_DIRECTIVE,
  CYAML_DOCUMENT,    /* a second one */
  CYAML_NO_MAPPING,
  CYAML_STOPPED      /* the sink said so */
} cyaml_status;

/* Where and why reading ended; lines count from 0. */
typedef struct cyaml_fault {
  size_t line;
  char problem[160];
} cyaml_fault;

/* Told of every piece in order; answers 0 to go on. The text is valid during the call only. */
typedef int (*cyaml_sink)(
    void *context, cyaml_kind kind, const char *text, size_t length, size_t line);

cyaml_status cyaml_read(
    const char *text, size_t length, cyaml_sink sink, void *context, cyaml_fault *fault);

#endif
