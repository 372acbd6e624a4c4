// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct Ground {
    char *folder, *outside;
    EzRoot *root;
} Ground;

static char *below(const Ground *ground, const char *path)
{
    return g_build_filename(ground->folder, path, NULL);
}

static void put(const Ground *ground, const char *path, const char *text)
{
    g_autofree char *full = below(ground, path), *parent = g_path_get_dirname(full);
    g_mkdir_with_parents(parent, 0777);
    g_assert_true(g_file_set_contents(full, text, -1, NULL));
}

// root/ with a file, a folder, a pipe, a socket and links that stay, leave and lead nowhere; a secret beside it.
static void open_ground(Ground *ground, gconstpointer walk)
{
    g_autofree char *top = g_dir_make_tmp("ez-file-XXXXXX", NULL);
    g_autofree char *secret = g_build_filename(top, "secret", NULL);
    ground->outside = g_strdup(top);
    ground->folder = g_build_filename(top, "root", NULL);
    put(ground, "a.txt", "text");
    put(ground, "sub/b.txt", "more");
    g_assert_true(g_file_set_contents(secret, "secret", -1, NULL));
    static const char *const links[][2] = {{"a.txt", "stays"},
                                           {"../secret", "leaves"},
                                           {"nowhere", "hangs"},
                                           {"sub", "folder"},
                                           {"loop", "loop"}};
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        g_autofree char *path = below(ground, links[i][1]);
        g_assert_cmpint(symlink(links[i][0], path), ==, 0);
    }
    g_autofree char *pipe = below(ground, "pipe");
    g_assert_cmpint(mkfifo(pipe, 0666), ==, 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    g_snprintf(address.sun_path, sizeof address.sun_path, "%s/socket", ground->folder);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    g_assert_cmpint(bind(fd, (struct sockaddr *)&address, sizeof address), ==, 0);
    close(fd);
    ground->root = ez_root_open(ground->folder, NULL);
    if (walk != NULL)
        ez_root_walk(ground->root);
}

static void close_ground(Ground *ground, gconstpointer walk)
{
    static const char *const paths[] = {
        "root/a.txt", "root/sub/b.txt", "root/sub",  "root/stays", "root/leaves",
        "root/hangs", "root/folder",    "root/loop", "root/pipe",  "root/socket",
        "root/out",   "root/x.pdf",     "root",      "secret"};
    ez_root_free(ground->root);
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autofree char *path = g_build_filename(ground->outside, paths[i], NULL);
        g_remove(path);
    }
    g_assert_cmpint(g_rmdir(ground->outside), ==, 0);
    g_free(ground->outside);
    g_free(ground->folder);
}

// ---- reading ---------------------------------------------------------------------------

static const struct {
    const char *path;
    int code; // of G_FILE_ERROR; -1 = it is read
} reads[] = {
    {"a.txt", -1},
    {"sub/b.txt", -1},
    {"./sub//b.txt", -1},
    {"none.txt", G_FILE_ERROR_NOENT},
    {"a.txt/x", G_FILE_ERROR_NOENT},
    {"", G_FILE_ERROR_NOENT},
    {"sub", G_FILE_ERROR_ISDIR},
    {".", G_FILE_ERROR_ISDIR},
    {"pipe", G_FILE_ERROR_ISDIR},
    {"socket", G_FILE_ERROR_NXIO},
    {"stays", G_FILE_ERROR_ACCES},
    {"leaves", G_FILE_ERROR_ACCES},
    {"hangs", G_FILE_ERROR_ACCES},
    {"loop", G_FILE_ERROR_ACCES},
    {"folder/b.txt", G_FILE_ERROR_ACCES},
    {"../secret", G_FILE_ERROR_ACCES},
    {"sub/../a.txt", G_FILE_ERROR_ACCES},
    {"/etc/passwd", G_FILE_ERROR_ACCES},
};

static void test_read(Ground *ground, gconstpointer walk)
{
    for (size_t i = 0; i < G_N_ELEMENTS(reads); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = ez_root_read(ground->root, reads[i].path, 100, &error);
        g_test_message("%s: %s", reads[i].path, error != NULL ? error->message : "read");
        if (reads[i].code < 0)
            g_assert_cmpuint(g_bytes_get_size(bytes), ==, 4);
        else
            g_assert_error(error, G_FILE_ERROR, reads[i].code);
    }
}

static void test_limit(Ground *ground, gconstpointer walk)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = ez_root_read(ground->root, "a.txt", 4, NULL);
    g_assert_nonnull(bytes);
    g_assert_null(ez_root_read(ground->root, "a.txt", 3, &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
}

static void test_list(Ground *ground, gconstpointer walk)
{
    g_auto(GStrv) names = ez_root_list(ground->root, ".");
    g_autofree char *all = g_strjoinv(" ", names);
    g_assert_cmpstr(all, ==, "a.txt");
    static const char *const empty[] = {"nowhere", "..", "../root", "folder", "a.txt"};
    for (size_t i = 0; i < G_N_ELEMENTS(empty); i++) {
        g_auto(GStrv) none = ez_root_list(ground->root, empty[i]);
        g_assert_null(none[0]);
    }
    g_assert_true(ez_root_has(ground->root, "sub/b.txt"));
    g_assert_false(ez_root_has(ground->root, "../secret"));
    g_assert_null(ez_root_open("/nowhere/at/all", NULL));
}

// ---- writing ------------------------------------------------------------------------------

static EzWrite write_text(const char *path, const char *text, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    return ez_file_write(path, bytes, error);
}

static void expect_text(const char *path, const char *text)
{
    g_autofree char *found = NULL;
    g_assert_true(g_file_get_contents(path, &found, NULL, NULL));
    g_assert_cmpstr(found, ==, text);
}

static int count_files(const char *folder)
{
    int count = 0;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    while (g_dir_read_name(dir) != NULL)
        count++;
    return count;
}

static void test_write(Ground *ground, gconstpointer walk)
{
    g_autofree char *path = below(ground, "x.pdf");
    g_assert_cmpint(write_text(path, "one", NULL), ==, EZ_WRITE_DONE);
    g_assert_cmpint(write_text(path, "one", NULL), ==, EZ_WRITE_SAME);
    g_assert_cmpint(write_text(path, "two", NULL), ==, EZ_WRITE_DONE);
    expect_text(path, "two");
    struct stat info;
    g_assert_cmpint(stat(path, &info), ==, 0);
    g_assert_cmpint(info.st_mode & 0400, ==, 0400);
}

// The disk is full: what stood there stands there still, and nothing is left beside it.
static void test_full(Ground *ground, gconstpointer walk)
{
    g_autofree char *path = below(ground, "x.pdf");
    g_autofree char *large = g_strnfill(100000, 'x');
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(write_text(path, "old", NULL), ==, EZ_WRITE_DONE);
    int before = count_files(ground->folder);
    struct rlimit limit, small;
    getrlimit(RLIMIT_FSIZE, &limit);
    small = (struct rlimit){4096, limit.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    EzWrite done = write_text(path, large, &error);
    setrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_DFL);
    g_assert_cmpint(done, ==, EZ_WRITE_FAILED);
    g_assert_nonnull(error);
    expect_text(path, "old");
    g_assert_cmpint(count_files(ground->folder), ==, before);
}

static void test_refused(Ground *ground, gconstpointer walk)
{
    g_autoptr(GError) none = NULL, folder = NULL;
    g_autofree char *nowhere = below(ground, "nowhere/x.pdf"), *sub = below(ground, "sub");
    int before = count_files(ground->folder);
    g_assert_cmpint(write_text(nowhere, "x", &none), ==, EZ_WRITE_FAILED);
    g_assert_error(none, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_assert_cmpint(write_text(sub, "x", &folder), ==, EZ_WRITE_FAILED);
    g_assert_error(folder, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
    g_assert_cmpint(count_files(ground->folder), ==, before);
}

static void test_read_only_folder(Ground *ground, gconstpointer walk)
{
    if (geteuid() == 0) {
        g_test_skip("root may write everywhere");
        return;
    }
    g_autofree char *path = below(ground, "sub/x.pdf"), *sub = below(ground, "sub");
    g_autoptr(GError) error = NULL;
    chmod(sub, 0555);
    EzWrite done = write_text(path, "x", &error);
    chmod(sub, 0755);
    g_assert_cmpint(done, ==, EZ_WRITE_FAILED);
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, walk, test)                                                                  \
    g_test_add("/file/" name, Ground, walk, open_ground, test, close_ground)
    ADD("nothing-leaves-the-root", NULL, test_read);
    ADD("nothing-leaves-the-root-without-openat2", "walk", test_read);
    ADD("a-file-over-the-limit-is-refused", NULL, test_limit);
    ADD("a-folder-is-listed", NULL, test_list);
    ADD("a-folder-is-listed-without-openat2", "walk", test_list);
    ADD("a-file-is-written-whole", NULL, test_write);
    ADD("a-full-disk-keeps-the-old-file", NULL, test_full);
    ADD("no-folder-and-a-folder-are-refused", NULL, test_refused);
    ADD("a-read-only-folder-is-refused", NULL, test_read_only_folder);
    return g_test_run();
}
