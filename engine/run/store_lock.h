// SPDX-License-Identifier: EUPL-1.2
// One process writes a session: who holds PATH-lock. The system lets go of it when a process ends, however it ends. (SQLite's own locks
// are taken for each transaction only; a file of our own also keeps us from opening the session beside SQLite, whose locks would go
// with the first close.)
#pragma once

#include <glib.h>

typedef struct EzStoreLock EzStoreLock;

EzStoreLock *ez_store_lock_take(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// Also removes the file.
void ez_store_lock_free(EzStoreLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzStoreLock, ez_store_lock_free)
