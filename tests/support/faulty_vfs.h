// SPDX-License-Identifier: EUPL-1.2
// A VFS of SQLite whose disk fails when told to: for one thread of work at a time.
#pragma once

#include <stdbool.h>

typedef enum EzDiskFault {
    EZ_DISK_NONE,
    EZ_DISK_FULL,  // a write finds no room
    EZ_DISK_WRITE, // a write fails, after half of it
    EZ_DISK_SYNC,  // a sync fails
    EZ_DISK_READ,  // a read fails
    EZ_DISK_BUSY,  // a lock is somebody else's
    EZ_DISK_COUNT
} EzDiskFault;

const char *ez_disk_fault_name(EzDiskFault fault);

// Registers it once; gives its name.
const char *ez_faulty_vfs(void);
// From here on the n-th operation (from 1) that this fault is about fails; with `stays` all after it too.
void ez_faulty_vfs_arm(EzDiskFault fault, int n, bool stays);
// True once there was one.
bool ez_faulty_vfs_met(void);
// No more faults. True when there was one.
bool ez_faulty_vfs_disarm(void);
