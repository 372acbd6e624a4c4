// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/command.h"

int main(int argc, char **argv)
{
    // Texts are UTF-8 and numbers have a point, whatever the environment says: no setlocale here.
    return ez_command_line(argc, argv);
}
