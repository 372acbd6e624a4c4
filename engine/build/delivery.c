// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/delivery.h"

#include "engine/base/file.h"
#include "engine/build/stamp.h"

#include <errno.h>
#include <glib/gstdio.h>

char *ez_delivery_path(const EzDelivery *delivery, int file)
{
    return ez_plan_file(ez_load_kit(delivery->bench->load), delivery->job, delivery->language,
                        delivery->purpose, file, delivery->bench->request);
}

bool ez_delivery_known(const EzDelivery *delivery, int file)
{
    g_autofree char *path = ez_delivery_path(delivery, file);
    return ez_stamp_known(delivery->bench->request->stamps, path);
}

bool ez_delivery_fits(const EzDelivery *delivery, int file, const char *key)
{
    g_autofree char *path = ez_delivery_path(delivery, file);
    return ez_stamp_fits(delivery->bench->request->stamps, path, key);
}

static bool make_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return true;
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno),
                "cannot make the folder %s: %s", folder, g_strerror(errno));
    return false;
}

EzFileState ez_delivery_put(const EzDelivery *delivery, int file, GBytes *bytes,
                            const char *key, GError **error)
{
    g_autofree char *path = ez_delivery_path(delivery, file);
    if (!make_folder(path, error))
        return EZ_FILE_FAILED;
    EzWrite written = ez_file_write(path, bytes, error);
    if (written == EZ_WRITE_FAILED)
        return EZ_FILE_FAILED;
    ez_stamp_put(delivery->bench->request->stamps, path, key);
    return written == EZ_WRITE_DONE ? EZ_FILE_WRITTEN : EZ_FILE_SAME;
}

void ez_delivery_tell(const EzDelivery *delivery, int file, EzFileState state, int pages,
                      const GError *error)
{
    const EzWorkbench *bench = delivery->bench;
    g_autofree char *path = ez_delivery_path(delivery, file);
    if (bench->file_done != NULL)
        bench->file_done(path, state, pages, error != NULL ? error->message : NULL,
                         bench->data);
}
