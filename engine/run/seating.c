// SPDX-License-Identifier: EUPL-1.2
// The exact alternative would be the assignment problem (Kuhn 1955, Naval Research Logistics Quarterly 2:83-97), without a mix.
#include "engine/run/seating.h"

#include <math.h>

// A table while it is filled.
typedef struct Table {
    int topic, government, kinds;
    GArray *guests; // of int
    int *sectors;   // how many of each
} Table;

typedef struct Plan {
    const EzGuest *guests;
    int n_guests, topics, sectors;
    const EzSeatRules *rules;
    double *points;    // of each guest for each topic
    int *rank;         // of each topic with each guest, from 1; 0 = not named
    GPtrArray *tables; // of Table: those of one round
} Plan;

// ---- tables --------------------------------------------------------------------

static int size_of(const Table *table)
{
    return (int)table->guests->len;
}

static int guest_at(const Table *table, int seat)
{
    return g_array_index(table->guests, int, seat);
}

static Table *table_at(const Plan *plan, guint i)
{
    return plan->tables->pdata[i];
}

static void free_table(void *data)
{
    Table *table = data;
    g_array_unref(table->guests);
    g_free(table->sectors);
    g_free(table);
}

static void add_table(Plan *plan, int topic)
{
    Table *table = g_new0(Table, 1);
    *table = (Table){.topic = topic,
                     .guests = g_array_new(FALSE, FALSE, sizeof(int)),
                     .sectors = g_new0(int, MAX(plan->sectors, 1))};
    g_ptr_array_add(plan->tables, table);
}

static double points_of(const Plan *plan, int guest, int topic)
{
    return plan->points[guest * plan->topics + topic];
}

static double wanted(const Plan *plan, int topic)
{
    double sum = 0;
    for (int i = 0; i < plan->n_guests; i++)
        sum += points_of(plan, i, topic);
    return sum;
}

static int tables_of(const Plan *plan, int topic)
{
    int count = 0;
    for (guint i = 0; i < plan->tables->len; i++)
        count += table_at(plan, i)->topic == topic;
    return count;
}

// The topic that is wanted most for each of its tables; of equals the one with the fewest.
static int most_wanted(const Plan *plan, const int *topics, int count)
{
    int best = topics[0];
    for (int i = 1; i < count; i++) {
        double one = wanted(plan, topics[i]) * tables_of(plan, best),
               other = wanted(plan, best) * tables_of(plan, topics[i]);
        bool fewer = tables_of(plan, topics[i]) < tables_of(plan, best);
        if (one > other || (one == other && fewer))
            best = topics[i];
    }
    return best;
}

// One for each topic, and more where people outnumber the seats.
static void set_tables(Plan *plan, const int *topics, int count)
{
    g_ptr_array_set_size(plan->tables, 0);
    for (int i = 0; i < count; i++)
        add_table(plan, topics[i]);
    while (count > 0 && (int)plan->tables->len * plan->rules->high < plan->n_guests)
        add_table(plan, most_wanted(plan, topics, count));
}

// Counts a guest in (step 1) or out (-1).
static void tally(const Plan *plan, Table *table, int guest, int step)
{
    int *sector = &table->sectors[plan->guests[guest].sector];
    table->government += plan->guests[guest].government ? step : 0;
    table->kinds += step > 0 ? *sector == 0 : -(*sector == 1);
    *sector += step;
}

// ---- rules ---------------------------------------------------------------------

// How far a table is from each rule.
typedef struct Faults {
    int low, sectors, government;
} Faults;

// People of the government above their share. What is left over of the share in binary counts for nothing.
static int over(const Plan *plan, int government, int size)
{
    return MAX(0, (int)ceil(government - plan->rules->share * size - 1e-9));
}

static Faults faults_of(const Plan *plan, const Table *table, int size)
{
    return (Faults){MAX(0, plan->rules->low - size),
                    MAX(0, plan->rules->sectors - table->kinds),
                    over(plan, table->government, size)};
}

static int fault(const Plan *plan, const Table *table, int size)
{
    Faults faults = faults_of(plan, table, size);
    return faults.low + faults.sectors + faults.government;
}

// ---- seating -------------------------------------------------------------------

static int choices_of(const Plan *plan, int guest)
{
    int count = 0;
    for (guint i = 0; i < plan->tables->len; i++)
        count += plan->guests[guest].n_wants == 0 ||
                 plan->rank[guest * plan->topics + table_at(plan, i)->topic] > 0;
    return count;
}

// Those with the fewest tables that they want go first.
static int *order_guests(const Plan *plan)
{
    int *order = g_new(int, MAX(plan->n_guests, 1));
    for (int i = 0; i < plan->n_guests; i++) {
        int at = i, choices = choices_of(plan, i);
        for (; at > 0 && choices_of(plan, order[at - 1]) > choices; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

// How many points a guest likes one table more than another.
static double gain(const Plan *plan, int guest, const Table *from, const Table *to)
{
    return points_of(plan, guest, to->topic) - points_of(plan, guest, from->topic);
}

// Of those with a free seat the table that is liked best; the emptiest of equals.
static Table *best_table(const Plan *plan, int guest)
{
    Table *best = NULL;
    for (guint i = 0; i < plan->tables->len; i++) {
        Table *table = table_at(plan, i);
        if (size_of(table) >= plan->rules->high)
            continue;
        double more = best != NULL ? gain(plan, guest, best, table) : 1;
        if (more > 0 || (more == 0 && size_of(table) < size_of(best)))
            best = table;
    }
    return best;
}

static void seat_greedily(const Plan *plan)
{
    g_autofree int *order = order_guests(plan);
    for (int i = 0; i < plan->n_guests && plan->tables->len > 0; i++) {
        Table *table = best_table(plan, order[i]);
        g_array_append_val(table->guests, order[i]);
        tally(plan, table, order[i], 1);
    }
}

// ---- moves and swaps -----------------------------------------------------------

// The guest in seat x goes to the other table, and the one in y comes back; y -1 = nobody.
typedef struct Move {
    Table *a, *b;
    int x, y;
} Move;

static void count_over(const Plan *plan, Table *from, Table *to, int one, int other)
{
    tally(plan, from, one, -1);
    tally(plan, to, one, 1);
    if (other < 0)
        return;
    tally(plan, to, other, -1);
    tally(plan, from, other, 1);
}

static void seat_anew(const Move *move, int one, int other)
{
    if (other >= 0) {
        g_array_index(move->a->guests, int, move->x) = other;
        g_array_index(move->b->guests, int, move->y) = one;
        return;
    }
    g_array_append_val(move->b->guests, one);
    g_array_remove_index(move->a->guests, (guint)move->x);
}

// It is made when the rules are nearer, or as near with more liking.
static bool try_move(const Plan *plan, const Move *move)
{
    Table *a = move->a, *b = move->b;
    int one = guest_at(a, move->x), other = move->y >= 0 ? guest_at(b, move->y) : -1;
    double liking = gain(plan, one, a, b) + (other >= 0 ? gain(plan, other, b, a) : 0);
    int before = fault(plan, a, size_of(a)) + fault(plan, b, size_of(b)), moved = other < 0;
    if (before == 0 && liking <= 0)
        return false;
    count_over(plan, a, b, one, other);
    int after = fault(plan, a, size_of(a) - moved) + fault(plan, b, size_of(b) + moved);
    if (after > before || (after == before && liking <= 0)) {
        count_over(plan, b, a, one, other);
        return false;
    }
    seat_anew(move, one, other);
    return true;
}

static double most_gain(const Plan *plan, const Table *from, const Table *to)
{
    double most = -INFINITY;
    for (int i = 0; i < size_of(from); i++)
        most = fmax(most, gain(plan, guest_at(from, i), from, to));
    return most;
}

// Whether someone could come to a topic that is liked better; says no without looking at pairs.
static bool may_please(const Plan *plan, const Table *a, const Table *b)
{
    if (a->topic == b->topic)
        return false;
    double to_b = most_gain(plan, a, b), to_a = most_gain(plan, b, a);
    int high = plan->rules->high;
    return to_a + to_b > 0 || (to_b > 0 && size_of(b) < high) ||
           (to_a > 0 && size_of(a) < high);
}

// Whether a table that lacks sectors misses one that the other has.
static bool may_mix(const Plan *plan, const Table *table, const Table *other)
{
    for (int i = 0; table->kinds < plan->rules->sectors && i < plan->sectors; i++)
        if (other->sectors[i] > 0 && table->sectors[i] == 0)
            return true;
    return false;
}

// Whether two tables could come nearer to the rules together.
static bool may_mend(const Plan *plan, const Table *a, const Table *b)
{
    Faults one = faults_of(plan, a, size_of(a)), two = faults_of(plan, b, size_of(b));
    int together = over(plan, a->government + b->government, size_of(a) + size_of(b)),
        low = plan->rules->low;
    return one.government + two.government > together || may_mix(plan, a, b) ||
           may_mix(plan, b, a) || (one.low > 0 && size_of(b) > low) ||
           (two.low > 0 && size_of(a) > low);
}

static bool swap_some(const Plan *plan, Table *a, Table *b)
{
    bool better = false;
    for (int x = 0; x < size_of(a); x++)
        for (int y = 0; y < size_of(b); y++)
            better = try_move(plan, &(Move){a, b, x, y}) || better;
    return better;
}

static bool move_some(const Plan *plan, Table *from, Table *to)
{
    bool better = false;
    for (int x = size_of(from) - 1; x >= 0; x--)
        better =
            (size_of(to) < plan->rules->high && try_move(plan, &(Move){from, to, x, -1})) ||
            better;
    return better;
}

static bool improve_pair(const Plan *plan, Table *a, Table *b)
{
    if (!may_please(plan, a, b) && !may_mend(plan, a, b))
        return false;
    bool better = swap_some(plan, a, b);
    better = move_some(plan, a, b) || better;
    return move_some(plan, b, a) || better;
}

// One look at each pair of tables; says whether anything became better.
static bool improve(const Plan *plan)
{
    bool better = false;
    for (guint i = 0; i < plan->tables->len; i++)
        for (guint k = i + 1; k < plan->tables->len; k++)
            better = improve_pair(plan, table_at(plan, i), table_at(plan, k)) || better;
    return better;
}

// ---- the plan ------------------------------------------------------------------

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void free_seat_table(void *data)
{
    EzSeatTable *table = data;
    g_array_unref(table->guests);
    g_free(table);
}

static void tell_table(const Plan *plan, EzSeating *seating, int round, int number)
{
    const Table *table = table_at(plan, (guint)number);
    Faults faults = faults_of(plan, table, size_of(table));
    EzSeatTable *told = g_new0(EzSeatTable, 1);
    *told = (EzSeatTable){round, number, table->topic,
                          (faults.low > 0 ? EZ_SEAT_LOW : 0u) |
                              (faults.sectors > 0 ? EZ_SEAT_SECTORS : 0u) |
                              (faults.government > 0 ? EZ_SEAT_GOVERNMENT : 0u),
                          g_array_ref(table->guests)};
    g_array_sort(told->guests, by_number);
    g_ptr_array_add(seating->tables, told);
}

static void seat_round(Plan *plan, EzSeating *seating, int round)
{
    g_autofree int *topics = g_new(int, plan->topics + 1);
    int count = 0;
    // Topics go round, so that each round has a strong one.
    for (int i = round; i < seating->placed; i += plan->rules->rounds)
        topics[count++] = i;
    set_tables(plan, topics, plan->n_guests > 0 ? count : 0);
    seat_greedily(plan);
    while (improve(plan))
        continue;
    for (guint i = 0; i < plan->tables->len; i++)
        tell_table(plan, seating, round, (int)i);
}

static void read_wants(Plan *plan)
{
    int cells = plan->n_guests * plan->topics;
    plan->points = g_new0(double, MAX(cells, 1));
    plan->rank = g_new0(int, MAX(cells, 1));
    for (int i = 0; i < plan->n_guests; i++) {
        plan->sectors = MAX(plan->sectors, plan->guests[i].sector + 1);
        for (int k = 0; k < plan->guests[i].n_wants; k++) {
            int cell = i * plan->topics + plan->guests[i].wants[k];
            plan->points[cell] = plan->topics - k;
            plan->rank[cell] = k + 1;
        }
    }
}

static bool is_happy(const Plan *plan, const EzSeating *seating, int guest)
{
    for (guint i = 0; i < seating->tables->len; i++) {
        const EzSeatTable *table = seating->tables->pdata[i];
        int rank = plan->rank[guest * plan->topics + table->topic];
        for (guint k = 0; (rank == 1 || rank == 2) && k < table->guests->len; k++)
            if (g_array_index(table->guests, int, k) == guest)
                return true;
    }
    return false;
}

static double share_happy(const Plan *plan, const EzSeating *seating)
{
    int happy = 0, all = 0;
    for (int i = 0; i < plan->n_guests; i++) {
        all += plan->guests[i].n_wants > 0;
        happy += is_happy(plan, seating, i);
    }
    return all > 0 ? (double)happy / all : -1;
}

EzSeating *ez_seating_new(const EzGuest *guests, int n_guests, int topics,
                          const EzSeatRules *rules)
{
    EzSeating *seating = g_new0(EzSeating, 1);
    Plan plan = {.guests = guests,
                 .n_guests = n_guests,
                 .topics = topics,
                 .rules = rules,
                 .tables = g_ptr_array_new_with_free_func(free_table)};
    // No more topics in a round than there are people to fill tables for.
    int at_most = MIN(rules->tables, MAX(1, n_guests / rules->low));
    seating->placed = MIN(topics, at_most * rules->rounds);
    seating->tables = g_ptr_array_new_with_free_func(free_seat_table);
    read_wants(&plan);
    for (int round = 0; round < rules->rounds; round++)
        seat_round(&plan, seating, round);
    seating->first_or_second = share_happy(&plan, seating);
    g_ptr_array_unref(plan.tables);
    g_free(plan.points);
    g_free(plan.rank);
    return seating;
}

void ez_seating_free(EzSeating *seating)
{
    if (seating == NULL)
        return;
    g_ptr_array_unref(seating->tables);
    g_free(seating);
}
