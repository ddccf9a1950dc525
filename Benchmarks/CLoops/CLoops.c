#include "CLoops.h"

#include <stdlib.h>

/* A ring of the residents, the oldest next to be written over. */
size_t cloops_fifo(const uint32_t *ids, size_t count, uint32_t universe, uint32_t capacity) {
  uint8_t *resident = calloc(universe, 1);
  uint32_t *ring = malloc(sizeof *ring * capacity);
  size_t misses = 0, used = 0, oldest = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t id = ids[i];
    if (resident[id]) continue;
    misses++;
    if (used == capacity) {
      resident[ring[oldest]] = 0;
    } else {
      used++;
    }
    ring[oldest] = id;
    if (++oldest == capacity) oldest = 0;
    resident[id] = 1;
  }
  free(ring);
  free(resident);
  return misses;
}

typedef struct link {
  uint32_t newer, older;
} link;

/* A circle of links; the one behind the last id is its head. */
size_t cloops_lru(const uint32_t *ids, size_t count, uint32_t universe, uint32_t capacity) {
  uint8_t *resident = calloc(universe, 1);
  link *links = malloc(sizeof *links * ((size_t)universe + 1));
  uint32_t head = universe;
  links[head].newer = links[head].older = head;
  size_t misses = 0, used = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t id = ids[i];
    if (resident[id]) {
      if (links[head].older == id) continue;
      links[links[id].newer].older = links[id].older;
      links[links[id].older].newer = links[id].newer;
    } else {
      misses++;
      if (used == capacity) {
        uint32_t victim = links[head].newer;
        links[links[victim].newer].older = head;
        links[head].newer = links[victim].newer;
        resident[victim] = 0;
      } else {
        used++;
      }
      resident[id] = 1;
    }
    uint32_t first = links[head].older;
    links[id].older = first;
    links[id].newer = head;
    links[first].newer = id;
    links[head].older = id;
  }
  free(links);
  free(resident);
  return misses;
}

/* A ring, in which a bit buys one more round. */
size_t cloops_clock(const uint32_t *ids, size_t count, uint32_t universe, uint32_t capacity) {
  uint8_t *state = calloc(universe, 1); /* 0: not here, 1: here, 2: asked for */
  uint32_t *ring = malloc(sizeof *ring * capacity);
  size_t misses = 0, used = 0, hand = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t id = ids[i];
    if (state[id]) {
      state[id] = 2;
      continue;
    }
    misses++;
    if (used == capacity) {
      while (state[ring[hand]] == 2) {
        state[ring[hand]] = 1;
        if (++hand == capacity) hand = 0;
      }
      state[ring[hand]] = 0;
    } else {
      used++;
    }
    ring[hand] = id;
    if (++hand == capacity) hand = 0;
    state[id] = 1;
  }
  free(ring);
  free(state);
  return misses;
}

/* A circle of links as in lru, which nobody changes place in, and a hand that walks it. */
size_t cloops_sieve(const uint32_t *ids, size_t count, uint32_t universe, uint32_t capacity) {
  uint8_t *state = calloc(universe, 1);
  link *links = malloc(sizeof *links * ((size_t)universe + 1));
  uint32_t head = universe, hand = universe;
  links[head].newer = links[head].older = head;
  size_t misses = 0, used = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t id = ids[i];
    if (state[id]) {
      state[id] = 2;
      continue;
    }
    misses++;
    if (used == capacity) {
      if (hand == head) hand = links[head].newer;
      while (state[hand] == 2) {
        state[hand] = 1;
        hand = links[hand].newer;
        if (hand == head) hand = links[head].newer;
      }
      uint32_t victim = hand;
      hand = links[victim].newer;
      links[links[victim].newer].older = links[victim].older;
      links[links[victim].older].newer = links[victim].newer;
      state[victim] = 0;
    } else {
      used++;
    }
    uint32_t first = links[head].older;
    links[id].older = first;
    links[id].newer = head;
    links[first].newer = id;
    links[head].older = id;
    state[id] = 1;
  }
  free(links);
  free(state);
  return misses;
}
