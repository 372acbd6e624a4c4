// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE
#include "engine/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct EzRoot {
    char *path;
    int fd;
    bool walks; // without openat2: for kernels and tools that lack it
};

static void set_error(GError **error, int number, const char *what, const char *path)
{
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(number), "%s %s: %s", what, path,
                g_strerror(number));
}

// Who prints can do something about these.
static void set_write_error(GError **error, int number, const char *path)
{
    static const struct {
        int number;
        const char *sentence;
    } reasons[] = {
        {ENOSPC, "the disk is full; make room and try again"},
        {EDQUOT, "you may use no more of this disk; make room and try again"},
        {EROFS, "this disk can only be read; name a place on another one"},
        {EACCES, "you may not write here; name another folder"},
        {EPERM, "you may not write here; name another folder"},
    };
    const char *sentence = g_strerror(number);
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (reasons[i].number == number)
            sentence = reasons[i].sentence;
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(number), "cannot write %s: %s",
                path, sentence);
}

EzRoot *ez_root_open(const char *folder, GError **error)
{
    int fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        set_error(error, errno, "cannot open", folder);
        return NULL;
    }
    EzRoot *root = g_new0(EzRoot, 1);
    root->path = g_strdup(folder);
    root->fd = fd;
    return root;
}

void ez_root_free(EzRoot *root)
{
    if (root == NULL)
        return;
    close(root->fd);
    g_free(root->path);
    g_free(root);
}

void ez_root_walk(EzRoot *root)
{
    root->walks = true;
}

const char *ez_root_path(const EzRoot *root)
{
    return root->path;
}

static bool is_link(int folder, const char *name)
{
    struct stat info;
    int saved = errno;
    bool link = fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
    errno = saved;
    return link;
}

// Step by step without following links.
static int open_by_walk(int root, const char *path, int flags)
{
    if (g_path_is_absolute(path) || path[0] == '\0') {
        errno = path[0] == '\0' ? ENOENT : EXDEV;
        return -1;
    }
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    int at = dup(root);
    for (char **part = parts; *part != NULL && at >= 0; part++) {
        bool last = part[1] == NULL;
        int how = last ? flags : O_PATH | O_DIRECTORY;
        int next = openat(at, **part ? *part : ".", how | O_NOFOLLOW | O_CLOEXEC);
        int saved = next < 0 && is_link(at, *part) ? ELOOP : errno;
        close(at);
        errno = saved;
        at = next;
    }
    return at;
}

static bool goes_up(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    return g_strv_contains((const char *const *)parts, "..");
}

static int open_below(EzRoot *root, const char *path, int flags)
{
    if (goes_up(path)) {
        errno = EXDEV; // even where it comes down again: the kernel would let that pass
        return -1;
    }
    struct open_how how = {.flags = (unsigned)flags | O_CLOEXEC,
                           .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
    int fd = root->walks ? -1 : (int)syscall(SYS_openat2, root->fd, path, &how, sizeof how);
    if (root->walks || (fd < 0 && errno == ENOSYS))
        return open_by_walk(root->fd, path, flags);
    return fd;
}

static GBytes *read_all(int fd, size_t size, const char *path, GError **error)
{
    GByteArray *array = g_byte_array_sized_new((unsigned)size + 1);
    guint8 buffer[65536];
    ssize_t got;
    while ((got = read(fd, buffer, sizeof buffer)) > 0 && array->len <= size)
        g_byte_array_append(array, buffer, (unsigned)got);
    if (got < 0) {
        set_error(error, errno, "cannot read", path);
        g_byte_array_unref(array);
        return NULL;
    }
    return g_byte_array_free_to_bytes(array);
}

GBytes *ez_root_read(EzRoot *root, const char *path, size_t limit, GError **error)
{
    // Not blocking: a pipe in the kit folder must not hold the program.
    int fd = open_below(root, path, O_RDONLY | O_NONBLOCK);
    struct stat info;
    if (fd < 0 || fstat(fd, &info) < 0) {
        int number = errno == EXDEV || errno == ELOOP ? EACCES : errno;
        set_error(error, number == ENOTDIR ? ENOENT : number, "cannot open", path);
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    GBytes *bytes = NULL;
    if (!S_ISREG(info.st_mode))
        set_error(error, EISDIR, "not a file:", path);
    else if ((size_t)info.st_size > limit)
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "%s is too large", path);
    else
        bytes = read_all(fd, (size_t)info.st_size, path, error);
    close(fd);
    return bytes;
}

bool ez_root_has(EzRoot *root, const char *path)
{
    int fd = open_below(root, path, O_PATH);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

static int by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **ez_root_list(EzRoot *root, const char *folder)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    int fd = open_below(root, folder, O_RDONLY | O_DIRECTORY);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    for (const struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
        struct stat info;
        bool regular = fstatat(fd, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 &&
                       S_ISREG(info.st_mode);
        if (regular && g_utf8_validate(entry->d_name, -1, NULL))
            g_ptr_array_add(names, g_strdup(entry->d_name));
    }
    if (dir != NULL)
        closedir(dir);
    g_ptr_array_sort(names, by_name);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_steal(names, NULL);
}

// --- writing ----------------------------------------------------------------

static bool holds(const char *path, GBytes *bytes)
{
    g_autofree char *text = NULL;
    size_t length, wanted;
    const void *data = g_bytes_get_data(bytes, &wanted);
    struct stat info;
    if (stat(path, &info) < 0 || !S_ISREG(info.st_mode) || (size_t)info.st_size != wanted)
        return false;
    return g_file_get_contents(path, &text, &length, NULL) && length == wanted &&
           memcmp(text, data, wanted) == 0;
}

static bool write_all(int fd, GBytes *bytes)
{
    size_t left;
    const char *at = g_bytes_get_data(bytes, &left);
    while (left > 0) {
        ssize_t put = write(fd, at, left);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        at += put;
        left -= (size_t)put;
    }
    return fsync(fd) == 0;
}

// The folder's own record of the new name must reach the disk too.
static void sync_folder(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

static bool write_aside(const char *aside, int fd, GBytes *bytes)
{
    bool done = write_all(fd, bytes);
    int saved = errno;
    close(fd);
    if (!done)
        unlink(aside);
    errno = saved;
    return done;
}

EzWrite ez_file_write(const char *path, GBytes *bytes, GError **error)
{
    if (holds(path, bytes))
        return EZ_WRITE_SAME;
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *aside = g_strdup_printf("%s/.%s.XXXXXX", folder, base);
    int fd = g_mkstemp_full(aside, O_WRONLY | O_CLOEXEC, 0666);
    if (fd < 0 || !write_aside(aside, fd, bytes)) {
        set_write_error(error, errno, path);
        return EZ_WRITE_FAILED;
    }
    if (rename(aside, path) < 0) {
        set_write_error(error, errno, path);
        unlink(aside);
        return EZ_WRITE_FAILED;
    }
    sync_folder(path);
    return EZ_WRITE_DONE;
}

char *ez_file_typed(const char *path)
{
    bool plain =
        path[strspn(path, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/._-+,:@%")] == '\0';
    return plain ? g_strdup(path) : g_shell_quote(path);
}
