// SPDX-License-Identifier: EUPL-1.2
// Who sits at which table, by what they like to talk about, with a mix at each table. Greedy first, then moves and swaps while they make it
// better. scripts/lib/seating.lua computes the same another way.
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct EzSeatRules {
    int rounds;
    int tables;    // topics in one round at most
    int low, high; // people at a table
    int sectors;   // at a table at least
    double share;  // of the government at a table at most
} EzSeatRules;

typedef struct EzGuest {
    int sector;       // a number of its own for each, from 0
    bool government;  // whether that sector is the government
    const int *wants; // topics, best first; who names none likes all alike
    int n_wants;
} EzGuest;

typedef enum EzSeatFault {
    EZ_SEAT_LOW = 1, // too few people
    EZ_SEAT_SECTORS = 2,
    EZ_SEAT_GOVERNMENT = 4,
} EzSeatFault;

typedef struct EzSeatTable {
    int round, number; // from 0
    int topic;
    unsigned faults; // of EzSeatFault; 0 = the rules hold
    GArray *guests;  // of int, in their own order
} EzSeatTable;

typedef struct EzSeating {
    GPtrArray *tables; // of EzSeatTable, by round and number
    int placed;        // topics for which there was room: the first ones
    double
        first_or_second; // share of those with wants who sit once at such a topic; -1 when nobody has any
} EzSeating;

// Everyone sits once in each round. Topics: most wanted first.
EzSeating *ez_seating_new(const EzGuest *guests, int n_guests, int topics,
                          const EzSeatRules *rules);
void ez_seating_free(EzSeating *seating);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzSeating, ez_seating_free)
