package io.athanor.sql;

import io.athanor.types.SqlType;

/** A column known by its name alone: of raw SQL, a set operation or a table function. */
record NamedColumn<T>(String name, SqlType<T> type) implements Expression<T> {
    @Override
    public void render(SqlWriter out) {
        out.name(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
