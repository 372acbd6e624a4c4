// SPDX-License-Identifier: EUPL-1.2
// Files: read only below a root folder, written whole or not at all.
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

// A folder that nothing read through it can leave: no "..", no absolute path, no symbolic link.
typedef struct EzRoot EzRoot;

EzRoot *ez_root_open(const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ez_root_free(EzRoot *root);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzRoot, ez_root_free)
// From here on as on a kernel without openat2: for tests.
void ez_root_walk(EzRoot *root);
const char *ez_root_path(const EzRoot *root);

// The whole of a regular file. Fails with G_FILE_ERROR: NOENT when it is not there, ACCES when it may not be
// read or lies outside the root, NOSPC when it is longer than `limit` bytes.
GBytes *ez_root_read(EzRoot *root, const char *path, size_t limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
bool ez_root_has(EzRoot *root, const char *path);
// Names of the regular files in a folder below the root, sorted, NULL-terminated; empty when there is no such
// folder. g_strfreev.
char **ez_root_list(EzRoot *root, const char *folder);

typedef enum EzWrite { EZ_WRITE_FAILED, EZ_WRITE_DONE, EZ_WRITE_SAME } EzWrite;

// Puts `bytes` at `path`: temporary file beside it, fsync, rename. A file that holds the same bytes already is
// not touched (EZ_WRITE_SAME). On failure what stood there stands there still.
EzWrite ez_file_write(const char *path, GBytes *bytes, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
// The path as somebody types it in a shell: quoted only where it must be. Owned by the caller.
char *ez_file_typed(const char *path);
