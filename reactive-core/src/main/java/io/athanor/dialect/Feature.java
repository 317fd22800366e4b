package io.athanor.dialect;

/**
 * What some databases can do and others cannot, where that needs another plan and not just another text. A statement that
 * needs what its dialect lacks fails when it is compiled.
 */
public enum Feature {
    /** Rows changed by INSERT are returned. */
    INSERT_RETURNING("RETURNING of an INSERT"),
    /** Rows changed by UPDATE are returned. */
    UPDATE_RETURNING("RETURNING of an UPDATE"),
    /** Rows changed by DELETE are returned. */
    DELETE_RETURNING("RETURNING of a DELETE"),
    /** Several rows in one INSERT … VALUES. */
    MULTI_ROW_INSERT("INSERT of several rows"),
    /** A column's DEFAULT as a value in VALUES. */
    DEFAULT_IN_VALUES("DEFAULT in VALUES"),
    /** An INSERT that reacts to a conflict of a named key. */
    UPSERT("upsert"),
    /** An INSERT that leaves rows alone whichever unique key they break. */
    UPSERT_ANY_KEY("ON CONFLICT without a key"),
    /** An INSERT that reacts to a conflict with a constraint given by its name. */
    UPSERT_ON_CONSTRAINT("ON CONFLICT ON CONSTRAINT"),
    /** UPDATE with several sources, or with sources that are joined. */
    UPDATE_FROM_MANY("UPDATE from several sources"),
    /** An array as one parameter: IN lists of any length are one statement. */
    ARRAY_PARAMETERS("arrays as parameters"),
    /** DISTINCT ON. */
    DISTINCT_ON("DISTINCT ON"),
    /** FETCH FIRST … WITH TIES. */
    FETCH_WITH_TIES("FETCH FIRST … WITH TIES"),
    /** FETCH FIRST … PERCENT. */
    FETCH_PERCENT("FETCH FIRST … PERCENT"),
    /** TABLESAMPLE. */
    TABLESAMPLE("TABLESAMPLE"),
    /** TRY_CAST: NULL where a value cannot be cast. */
    TRY_CAST("TRY_CAST"),
    /** LATERAL queries in FROM. */
    LATERAL("LATERAL"),
    /** FULL JOIN. */
    FULL_JOIN("FULL JOIN"),
    /** ROLLUP, CUBE and GROUPING SETS. */
    GROUPING_SETS("ROLLUP, CUBE and GROUPING SETS"),
    /** INSERT, UPDATE and DELETE inside WITH. */
    DATA_MODIFYING_CTE("INSERT, UPDATE or DELETE in WITH"),
    /** Common table expressions before INSERT of values, UPDATE and DELETE. */
    WITH_BEFORE_CHANGE("WITH before INSERT, UPDATE or DELETE"),
    /** Common table expressions of one side of a set operation. */
    NESTED_WITH("WITH inside UNION, INTERSECT or EXCEPT"),
    /** A common table expression that refers to itself and leaves out the rows that it has: UNION instead of UNION ALL. */
    RECURSIVE_UNION("UNION in a recursive common table expression"),
    /** INTERSECT ALL and EXCEPT ALL. */
    SET_OPERATION_ALL("INTERSECT ALL and EXCEPT ALL"),
    /** COLLATE in an expression. */
    COLLATE("COLLATE in an expression"),
    /** RETURNING of columns of the other sources of an UPDATE or DELETE. */
    RETURNING_OTHER_SOURCES("RETURNING of another table's columns"),
    /** AS MATERIALIZED and AS NOT MATERIALIZED. */
    MATERIALIZED_CTE("AS MATERIALIZED"),
    /** FOR SHARE, FOR NO KEY UPDATE and FOR KEY SHARE. */
    LOCK_STRENGTHS("locks other than FOR UPDATE"),
    /** FOR UPDATE OF sources. */
    LOCK_OF("FOR UPDATE OF"),
    /** Constraints checked at the end of the transaction. */
    DEFERRED_CONSTRAINTS("deferred constraints"),
    /** A column with a collation of its own. */
    COLUMN_COLLATION("the collation of a column"),
    /** Indexes over expressions. Without it those that are not unique are left out: they only make queries faster. */
    FUNCTIONAL_INDEX("an index over an expression"),
    /** Indexes over some rows. Without it those that are not unique are left out: they only make queries faster. */
    PARTIAL_INDEX("an index with WHERE"),
    /** Indexes with columns beside their keys. Without it the columns are left out. */
    INCLUDE_INDEX("an index with INCLUDE"),
    /** Enum types of the schema, created by a statement of their own. */
    CREATED_ENUM_TYPES("CREATE TYPE … AS ENUM"),
    /** Values that are arrays: as columns, as parameters, and from ARRAY_AGG. */
    ARRAYS("arrays"),
    /** FOR UPDATE and its like: locks on the rows that a query returns. */
    ROW_LOCKS("FOR UPDATE"),
    /** Comparison with ANY and ALL of a query. */
    QUANTIFIED_COMPARISON("ANY and ALL"),
    /** Functions that return rows, in FROM. */
    TABLE_FUNCTIONS("functions in FROM"),
    /** Regular expressions. */
    REGULAR_EXPRESSIONS("regular expressions"),
    /** PERCENTILE_CONT, PERCENTILE_DISC and MODE. */
    ORDERED_SET_AGGREGATES("PERCENTILE_CONT, PERCENTILE_DISC and MODE"),
    /** Frames of a window that are measured in time. */
    INTERVAL_FRAMES("a RANGE of an interval"),
    /** Sequences. */
    SEQUENCES("sequences"),
    /** Schemas that statements create. */
    SCHEMAS("CREATE SCHEMA"),
    /** Where an identity begins, and its steps. */
    IDENTITY_STEPS("START WITH and INCREMENT BY of an identity"),
    /** Identities that refuse values of the statement's own. */
    IDENTITY_ALWAYS("GENERATED ALWAYS AS IDENTITY"),
    /** Identities of columns that are not the primary key. */
    IDENTITY_BESIDE_KEY("an identity that is not the primary key"),
    /** Constraints added to tables that exist, and dropped. */
    ALTER_CONSTRAINTS("ALTER TABLE … CONSTRAINT"),
    /** Comments kept with tables and columns. Without it they are left out. */
    COMMENTS("COMMENT ON");

    private final String words;

    Feature(String words) {
        this.words = words;
    }

    /** The feature in SQL's words, for messages. */
    public String words() {
        return words;
    }
}
