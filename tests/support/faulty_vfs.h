// SPDX-License-Identifier: EUPL-1.2
// A VFS of SQLite whose disk fails when told to: for one thread of work at a time.
#pragma once

#include <stdbool.h>

typedef enum EzFault {
    EZ_FAULT_NONE,
    EZ_FAULT_FULL,  // a write finds no room
    EZ_FAULT_WRITE, // a write fails, after half of it
    EZ_FAULT_SYNC,  // a sync fails
    EZ_FAULT_READ,  // a read fails
    EZ_FAULT_BUSY,  // a lock is somebody else's
    EZ_FAULT_COUNT
} EzFault;

const char *ez_fault_name(EzFault fault);

// Registers it once; gives its name.
const char *ez_faulty_vfs(void);
// From here on the n-th operation (from 1) that this fault is about fails; with `stays` all after it too.
void ez_faulty_vfs_arm(EzFault fault, int n, bool stays);
// True once there was one.
bool ez_faulty_vfs_met(void);
// No more faults. True when there was one.
bool ez_faulty_vfs_disarm(void);
