package io.athanor.engine;

/** How much of what others do at the same time a transaction sees; SQL's four levels. */
public enum Isolation {
    /** Even what was not committed. PostgreSQL treats it as {@link #READ_COMMITTED}. */
    READ_UNCOMMITTED("READ UNCOMMITTED"),
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED("READ COMMITTED"),
    /** All statements see what was committed before the first of them began. */
    REPEATABLE_READ("REPEATABLE READ"),
    /** As if the transactions had run one after another; be ready to run them again. */
    SERIALIZABLE("SERIALIZABLE");

    private final String sql;

    Isolation(String sql) {
        this.sql = sql;
    }

    /** How SQL spells it. */
    public String sql() {
        return sql;
    }
}
