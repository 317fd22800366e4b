package io.athanor.engine;

import io.athanor.ConstraintViolationException.Violation;
import io.athanor.dialect.ErrorKind;
import io.athanor.schema.ConstraintIndex;
import io.athanor.schema.ConstraintIndex.Entry;
import io.athanor.schema.ConstraintIndex.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a model. One is found by the name that a database reports, or, where it reports a made-up one or none,
 * by its table and columns.
 */
record ModelConstraints(ConstraintIndex index) implements Constraints {
    @Override
    public Violation complete(ErrorKind kind, Violation reported) {
        Entry entry = find(kind, reported);
        if (entry == null) {
            return reported;
        }
        String table = reported.table();
        return new Violation(
                entry.name(),
                table == null ? entry.table().name() : table,
                reported.columns().isEmpty() ? entry.columns() : reported.columns());
    }

    private @Nullable Entry find(ErrorKind kind, Violation reported) {
        String name = reported.constraint();
        String table = reported.table();
        if (table == null) {
            return name == null ? null : index.find(name);
        }
        List<Entry> found = index.of(table).stream()
                .filter(entry -> name == null ? isMeant(entry, kind, reported.columns()) : name.equals(entry.name()))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static boolean isMeant(Entry entry, ErrorKind kind, List<String> columns) {
        Set<String> over = new HashSet<>(columns);
        return isOf(kind, entry.kind()) && over.equals(new HashSet<>(entry.columns()));
    }

    private static boolean isOf(ErrorKind error, Kind constraint) {
        return switch (constraint) {
            case PRIMARY_KEY, UNIQUE -> error == ErrorKind.UNIQUE_VIOLATION;
            case FOREIGN_KEY -> error == ErrorKind.FOREIGN_KEY_VIOLATION;
            case CHECK -> error == ErrorKind.CHECK_VIOLATION;
        };
    }
}
