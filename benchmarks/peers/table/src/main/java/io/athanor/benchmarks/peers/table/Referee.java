package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.UnitOfWork;
import io.athanor.benchmarks.peers.Workload;
import java.sql.SQLException;

/** Brings tables in order before a measurement, and says afterwards whether they hold what they must. */
final class Referee {
    private static final String ROWS = "select count(*), sum(quantity), sum(hashtext(name)::bigint),"
            + " sum(extract(epoch from created))::bigint, sum(price) from ";
    private static final String EXPECTED = "select count(*), sum(i), sum(hashtext('name-' || i)::bigint),"
            + " sum(extract(epoch from timestamptz '2024-01-01 00:00:00Z') + i)::bigint,"
            + " sum(((i::bigint * 7) %% 1000000) / 100.0)::numeric(20, 2) from generate_series(0, %d) i";
    private static final String EXISTING = "insert into written select i, -1, 'name-' || i - 1,"
            + " timestamptz '2024-01-01 00:00:00Z' + (i - 1) * interval '1 second', 0 from generate_series(1, %d) i";

    private final Observer observer;
    private final Sizes sizes;

    Referee(Observer observer, Sizes sizes) {
        this.observer = observer;
        this.sizes = sizes;
    }

    /** What must be known of the state before; empty for most. */
    String prepare(Workload workload) throws SQLException {
        switch (workload) {
            case INSERT, INSERT_WITH_KEYS -> observer.execute("truncate inserted");
            case UPSERT -> refill(sizes.written() / 2);
            case UPDATE -> refill(sizes.written());
            case UNIT_OF_WORK -> observer.execute("truncate child, parent");
            case READ_CHANGE_WRITE, READ_CHANGE_WRITE_ALONE -> {
                return changes();
            }
            default -> {}
        }
        return "";
    }

    private void refill(int rows) throws SQLException {
        observer.execute("truncate written");
        observer.execute(EXISTING.formatted(rows));
    }

    private String changes() throws SQLException {
        return observer.row("select sum(quantity) from changing");
    }

    /** What is wrong; empty if nothing is. */
    String complaint(Workload workload, String before) throws SQLException {
        return switch (workload) {
            case INSERT, INSERT_WITH_KEYS -> difference(ROWS + "inserted", EXPECTED.formatted(sizes.written() - 1));
            case UPSERT, UPDATE -> difference(ROWS + "written", EXPECTED.formatted(sizes.written() - 1));
            case UNIT_OF_WORK -> difference(family(), expectedFamily());
            case READ_CHANGE_WRITE, READ_CHANGE_WRITE_ALONE -> {
                long changed = Long.parseLong(changes()) - Long.parseLong(before);
                long expected = (long) workload.operations(sizes) * Sizes.CHANGED_TOGETHER;
                yield changed == expected ? "" : changed + " rows changed instead of " + expected;
            }
            default -> "";
        };
    }

    private String difference(String query, String expectedQuery) throws SQLException {
        String found = observer.row(query);
        String expected = observer.row(expectedQuery);
        return found.equals(expected) ? "" : found + " instead of " + expected;
    }

    private static String family() {
        return "select (select count(*) from parent), (select sum(hashtext(name)::bigint) from parent), count(*),"
                + " sum(c.quantity), sum(hashtext(c.name || p.name)::bigint)"
                + " from child c join parent p on p.id = c.parent_id";
    }

    private String expectedFamily() {
        UnitOfWork work = sizes.unitOfWork();
        int left = work.children() - work.deleted();
        return ("select (select count(*) from generate_series(1, %1$d)),"
                        + " (select sum(hashtext('p' || i)::bigint) from generate_series(0, %1$d - 1) i),"
                        + " count(*), sum(quantity), sum(hashtext(name || 'p' || row / 5)::bigint) from ("
                        + " select row, row + case when row < %3$d then 100000 else 0 end as quantity,"
                        + " 'c' || row / 5 || '-' || row %% 5 || case when row < %3$d then 'x' else '' end as name"
                        + " from generate_series(0, %2$d - 1) row) expected")
                .formatted(work.parents(), left, work.changed());
    }

    /** Whether a query that was rendered is one; empty if so. */
    String complaintOfSql(Entrant entrant, String sql) {
        StringBuilder numbered = new StringBuilder();
        int parameter = 0;
        for (int i = 0; i < sql.length(); i++) {
            char letter = sql.charAt(i);
            if (letter == '?') {
                numbered.append('$').append(++parameter);
            } else {
                numbered.append(letter);
            }
        }
        try {
            observer.execute("prepare \"" + entrant + "\" as " + numbered);
            observer.execute("deallocate \"" + entrant + "\"");
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
