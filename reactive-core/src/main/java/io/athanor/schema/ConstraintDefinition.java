package io.athanor.schema;

import io.athanor.sql.ForeignKey.Action;
import io.athanor.sql.ForeignKey.Actions;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;
import java.util.List;

/** A constraint of a table, with a name. */
public sealed interface ConstraintDefinition extends SchemaNode {
    /** Its name. */
    ObjectName name();

    /** The columns it is over; of a check those it mentions. */
    List<String> columns();

    private static SqlWriter names(List<String> names, SqlWriter out) {
        String before = "(";
        for (String name : names) {
            out.word(before).name(name);
            before = ", ";
        }
        return out.word(")");
    }

    /**
     * {@code constraint … primary key (…)}.
     *
     * @param name its name
     * @param columns its columns
     */
    record PrimaryKey(ObjectName name, List<String> columns) implements ConstraintDefinition {
        @Override
        public void render(SqlWriter out) {
            names(columns, out.word("constraint ").node(name).word(" primary key "));
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /**
     * {@code constraint … unique (…)}.
     *
     * @param name its name
     * @param columns its columns
     */
    record Unique(ObjectName name, List<String> columns) implements ConstraintDefinition {
        @Override
        public void render(SqlWriter out) {
            names(columns, out.word("constraint ").node(name).word(" unique "));
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /**
     * {@code constraint … check (…)}.
     *
     * @param name its name
     * @param columns the columns it mentions
     * @param condition what every row meets
     */
    record Check(ObjectName name, List<String> columns, Unqualified condition) implements ConstraintDefinition {
        @Override
        public void render(SqlWriter out) {
            out.word("constraint ").node(name).word(" check (").node(condition).word(")");
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /**
     * {@code constraint … foreign key (…) references … (…)}.
     *
     * @param name its name
     * @param columns the columns that refer
     * @param target the table referred to
     * @param targetColumns the columns referred to
     * @param actions what happens when the target changes or goes
     */
    record ForeignKey(
            ObjectName name, List<String> columns, TableName target, List<String> targetColumns, Actions actions)
            implements ConstraintDefinition {
        @Override
        public void render(SqlWriter out) {
            names(columns, out.word("constraint ").node(name).word(" foreign key "))
                    .word(" references ")
                    .node(target)
                    .word(" ");
            names(targetColumns, out);
            Action onDelete = actions.delete();
            if (onDelete != null) {
                out.word(" on delete ").word(onDelete.words());
            }
            Action onUpdate = actions.update();
            if (onUpdate != null) {
                out.word(" on update ").word(onUpdate.words());
            }
            if (actions.isDeferred()) {
                out.word(" deferrable initially deferred");
            }
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
