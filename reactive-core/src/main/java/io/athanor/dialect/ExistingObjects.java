package io.athanor.dialect;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;

import io.athanor.schema.SchemaObject;
import io.athanor.sql.Query;
import io.athanor.types.Types;

/** The queries that find what exists in a database. */
final class ExistingObjects {
    private static final int NAME_LENGTH = 256;

    private ExistingObjects() {}

    /** By the standard's INFORMATION_SCHEMA. */
    static Query<SchemaObject> standard() {
        return query(
                """
                select 'TABLE', table_schema, table_name, table_schema = current_schema
                from information_schema.tables
                where table_type = 'BASE TABLE' and lower(table_schema) <> 'information_schema'
                union all
                select 'SEQUENCE', sequence_schema, sequence_name, sequence_schema = current_schema
                from information_schema.sequences
                where lower(sequence_schema) <> 'information_schema'""");
    }

    /** By PostgreSQL's catalog, which knows of enum types and of the search path. */
    static Query<SchemaObject> postgres() {
        return query(
                """
                select case c.relkind when 'S' then 'SEQUENCE' else 'TABLE' end, n.nspname, c.relname,
                    pg_table_is_visible(c.oid)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f', 'S') and n.nspname <> 'information_schema'
                    and n.nspname not like 'pg!_%' escape '!'
                union all
                select 'ENUM_TYPE', n.nspname, t.typname, pg_type_is_visible(t.oid)
                from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
                where t.typtype = 'e'""");
    }

    /** By SQLite's list of tables, in all files that are attached. */
    static Query<SchemaObject> sqlite() {
        return query(
                """
                select 'TABLE', "schema", "name", true
                from pragma_table_list
                where "type" in ('table', 'virtual') and "name" not like 'sqlite!_%' escape '!'""");
    }

    private static Query<SchemaObject> query(String text) {
        return sql(text)
                .rows(
                        column("kind", Types.enumerated(SchemaObject.Kind.class)),
                        column("schema", Types.varchar(NAME_LENGTH)),
                        column("name", Types.varchar(NAME_LENGTH)),
                        column("found", Types.BOOLEAN))
                .into(SchemaObject.class);
    }
}
