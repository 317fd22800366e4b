package io.athanor.dialect;

import io.athanor.schema.Unqualified;
import io.athanor.sql.OnConflict;
import io.athanor.sql.SqlWriter;

/** {@code on conflict … do …}, as PostgreSQL has it and SQLite after it. */
final class Upserts {
    private Upserts() {}

    static void onConflict(OnConflict conflict, SqlWriter out) {
        out.word(" on conflict");
        if (conflict.constraint() != null) {
            out.word(" on constraint ").name(conflict.constraint());
        }
        if (!conflict.target().isEmpty()) {
            out.word(" (");
            for (int i = 0; i < conflict.target().size(); i++) {
                out.word(i > 0 ? ", " : "").name(conflict.target().get(i).name());
            }
            out.word(")");
        }
        if (!conflict.targetConditions().isEmpty()) {
            out.word(" where ").node(new Unqualified(conflict.targetCondition(), null));
        }
        if (conflict.doesNothing()) {
            out.word(" do nothing");
            return;
        }
        out.word(" do update set ").list(conflict.updates(), ", ");
        if (!conflict.conditions().isEmpty()) {
            out.word(" where ").node(conflict.condition());
        }
    }
}
