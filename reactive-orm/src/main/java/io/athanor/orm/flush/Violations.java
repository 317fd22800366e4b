package io.athanor.orm.flush;

import io.athanor.CheckViolationException;
import io.athanor.ConstraintViolationException;
import io.athanor.ConstraintViolationException.Violation;
import io.athanor.DatabaseException.Origin;
import io.athanor.ForeignKeyViolationException;
import io.athanor.NotNullViolationException;
import io.athanor.UniqueViolationException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of an error in a flush which entity and which of its attributes it is about. Its class stays what it is. */
final class Violations {
    private Violations() {}

    static Throwable named(Throwable error, Action action) {
        EntityMapping<?> mapping = mapping(action);
        if (mapping == null || !(error instanceof ConstraintViolationException violation)) {
            return error;
        }
        String message = "flush: " + verb(action) + " " + mapping.name() + attributes(mapping, violation) + ": "
                + violation.getMessage();
        Violation what = new Violation(violation.constraint(), violation.table(), violation.columns());
        Origin origin = new Origin(violation.sql(), violation.sqlState(), violation.code());
        if (violation instanceof UniqueViolationException) {
            return new UniqueViolationException(message, what, origin, violation);
        } else if (violation instanceof ForeignKeyViolationException) {
            return new ForeignKeyViolationException(message, what, origin, violation);
        } else if (violation instanceof NotNullViolationException) {
            return new NotNullViolationException(message, what, origin, violation);
        }
        return new CheckViolationException(message, what, origin, violation);
    }

    private static @Nullable EntityMapping<?> mapping(Action action) {
        if (action instanceof Action.InsertRows insert) {
            return insert.rows().get(0).mapping();
        } else if (action instanceof Action.UpdateRows update) {
            return update.rows().get(0).row().mapping();
        } else if (action instanceof Action.UpsertRows upsert) {
            return upsert.rows().get(0).row().mapping();
        } else if (action instanceof Action.DeleteRows delete) {
            return delete.rows().get(0).mapping();
        }
        return null;
    }

    private static String verb(Action action) {
        return action instanceof Action.InsertRows
                ? "insert"
                : action instanceof Action.DeleteRows ? "delete" : "update";
    }

    private static String attributes(EntityMapping<?> mapping, ConstraintViolationException violation) {
        String table = violation.table();
        if (table == null) {
            return "";
        }
        Set<String> attributes = new LinkedHashSet<>();
        for (String name : violation.columns()) {
            for (MappedColumn column : mapping.columns()) {
                if (column.column().name().equalsIgnoreCase(name)
                        && table.equalsIgnoreCase(
                                mapping.tableOf(column.column()).table().name().name())) {
                    RelationshipMapping reference = column.reference();
                    attributes.add(mapping.name() + "." + (reference == null ? column.path() : reference.name()));
                }
            }
        }
        List<String> all = new ArrayList<>(attributes);
        return all.isEmpty() ? "" : " (" + String.join(", ", all) + ")";
    }
}
