#ifndef BIOSTORE_RESOURCES_H
#define BIOSTORE_RESOURCES_H

#include <stddef.h>

/// A file that the linker put into the binary: its path in the repository's resource folders, and its bytes.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} biostore_resource;

/// The embedded files, in the order of `resources.c`; `biostore_resource_count` of them.
extern const biostore_resource *const biostore_resources;
extern const size_t biostore_resource_count;

/// Asks the processor to fetch the cache line at `address` without waiting for it, which Swift cannot say.
static inline void resource_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
