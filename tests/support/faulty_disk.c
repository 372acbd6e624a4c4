// SPDX-License-Identifier: EUPL-1.2
// A disk that fails, for a whole program: loaded before the C library (LD_PRELOAD), it stands between the program and its files, and needs no
// rights. It counts what the program does to the files below EZ_DISK_FOLDER; at the n-th time, as EZ_DISK_FAULT says:
//   kill:N    the program is killed before it is done
//   full:N    from there on nothing grows: only what would take room is counted
//   read:N    from there on nothing can be written
// EZ_DISK_MET names a file that is made when that happens.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long count;

static bool is_below(const char *path)
{
    const char *folder = getenv("EZ_DISK_FOLDER");
    char whole[4096];
    if (folder == NULL || getcwd(whole, sizeof whole) == NULL)
        return false;
    // What is named from within the folder is below it.
    return strncmp(path[0] == '/' ? path : whole, folder, strlen(folder)) == 0;
}

static bool is_file_below(int fd)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    path[size > 0 ? size : 0] = '\0';
    return path[0] == '/' && is_below(path);
}

static void tell_met(void)
{
    const char *met = getenv("EZ_DISK_MET");
    if (met != NULL)
        close((int)syscall(SYS_openat, AT_FDCWD, met, O_WRONLY | O_CREAT, 0600));
}

static bool reached(const char *fault)
{
    bool now = atomic_fetch_add(&count, 1) + 1 >= atol(strchr(fault, ':') + 1);
    if (now)
        tell_met();
    return now;
}

// Before something is done to a file. True when it fails, with errno.
static bool fails(bool grows)
{
    const char *fault = getenv("EZ_DISK_FAULT");
    if (fault == NULL)
        return false;
    bool full = strncmp(fault, "full:", 5) == 0;
    if ((full && !grows) || !reached(fault))
        return false;
    if (strncmp(fault, "kill:", 5) == 0)
        raise(SIGKILL);
    errno = full ? ENOSPC : EROFS;
    return true;
}

static void *next(const char *name)
{
    void *function = dlsym(RTLD_NEXT, name);
    if (function == NULL)
        abort();
    return function;
}

static bool grows_to(int fd, off_t end)
{
    struct stat there;
    return fstat(fd, &there) == 0 && S_ISREG(there.st_mode) && end > there.st_size;
}

// ---- what the program calls --------------------------------------------------------------------

static bool open_fails(const char *path, int flags)
{
    bool made = (flags & O_CREAT) != 0 && access(path, F_OK) != 0;
    bool changes = made || (flags & O_TRUNC) != 0;
    return changes && is_below(path) && fails(made);
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    int (*real)(const char *, int, ...) = next("open64");
    return open_fails(path, flags) ? -1 : real(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    int (*real)(int, const char *, int, ...) = next("openat64");
    return folder == AT_FDCWD && open_fails(path, flags) ? -1 : real(folder, path, flags, mode);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at)
{
    ssize_t (*real)(int, const void *, size_t, off_t) = next("pwrite64");
    bool failed = is_file_below(fd) && fails(grows_to(fd, at + (off_t)size));
    return failed ? -1 : real(fd, bytes, size, at);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
    ssize_t (*real)(int, const void *, size_t) = next("write");
    bool failed =
        is_file_below(fd) && fails(grows_to(fd, lseek(fd, 0, SEEK_CUR) + (off_t)size));
    return failed ? -1 : real(fd, bytes, size);
}

int ftruncate(int fd, off_t size)
{
    int (*real)(int, off_t) = next("ftruncate64");
    return is_file_below(fd) && fails(grows_to(fd, size)) ? -1 : real(fd, size);
}

int fsync(int fd)
{
    int (*real)(int) = next("fsync");
    return is_file_below(fd) && fails(false) ? -1 : real(fd);
}

int fdatasync(int fd)
{
    int (*real)(int) = next("fdatasync");
    return is_file_below(fd) && fails(false) ? -1 : real(fd);
}

int rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *) = next("rename");
    return is_below(to) && fails(false) ? -1 : real(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    int (*real)(int, const char *, int, const char *, unsigned) = next("renameat2");
    return is_below(to) && fails(false) ? -1 : real(from_folder, from, to_folder, to, flags);
}

int unlink(const char *path)
{
    int (*real)(const char *) = next("unlink");
    return is_below(path) && fails(false) ? -1 : real(path);
}
