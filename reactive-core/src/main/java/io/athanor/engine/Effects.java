package io.athanor.engine;

import io.athanor.sql.Compound;
import io.athanor.sql.Cte;
import io.athanor.sql.Query;
import io.athanor.sql.RawQuery;
import io.athanor.sql.Returning;
import io.athanor.sql.Select;
import java.util.List;
import java.util.Locale;

/** What a query does to the database besides returning rows. */
final class Effects {
    private Effects() {}

    static Effect of(Query<?> query) {
        if (query instanceof Select<?> select) {
            return of(select.ctes());
        }
        if (query instanceof Compound<?> compound) {
            return of(compound.ctes());
        }
        return query instanceof RawQuery<?> raw && isSelect(raw.toString()) ? Effect.READS : Effect.WRITES;
    }

    private static Effect of(List<Cte<?>> ctes) {
        return ctes.stream().anyMatch(cte -> cte.query() instanceof Returning<?>) ? Effect.WRITES : Effect.READS;
    }

    /** Raw SQL that does not begin so is taken to write, which is always right, if not as cheap to cancel. */
    private static boolean isSelect(String sql) {
        String start = sql.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("select") || start.startsWith("values") || start.startsWith("table ");
    }
}
