/* Plain loops in C that policies are measured against: ids are 0 to universe - 1, every entry
   counts one, nothing is checked. Each returns the misses. */
#ifndef CLOOPS_H
#define CLOOPS_H

#include <stddef.h>
#include <stdint.h>

size_t cloops_fifo(const uint32_t *ids, size_t count, uint32_t universe, uint32_t capacity);
size_t cloops_lru(const uint32_t *ids, size_t count, uint32_t universe, uint32_t capacity);
size_t cloops_clock(const uint32_t *ids, size_t count, uint32_t universe, uint32_t capacity);
size_t cloops_sieve(const uint32_t *ids, size_t count, uint32_t universe, uint32_t capacity);

#endif
