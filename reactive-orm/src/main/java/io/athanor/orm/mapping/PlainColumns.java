package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.TypedTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a table that code gives attributes, by name where nothing else is said. */
final class PlainColumns {
    private final EntityDeclaration<?> declaration;
    private final TypedTable<?> table;

    PlainColumns(EntityDeclaration<?> declaration) {
        this.declaration = declaration;
        this.table = declaration.table();
    }

    /** The column of an attribute; an error if there is none, or none that fits. */
    Column<?> of(Attribute attribute) {
        Column<?> said = declaration.columns().get(attribute.path());
        Column<?> column = said == null ? named(attribute) : own(attribute, said);
        Class<?> wanted = Boxes.of(attribute.rawType());
        Class<?> has = column.type().javaType();
        if (wanted != has && !(wanted.isInterface() && wanted.isAssignableFrom(has))) {
            throw attribute.error(
                    "is a " + wanted.getName() + ", and the column " + column + " holds a " + has.getName()
                            + "; declare one as the other, or give the column a type that converts, type.map(…)");
        }
        return column;
    }

    private Column<?> own(Attribute attribute, Column<?> said) {
        TypedTable<?> owner = said.source().table();
        if (owner == null || !owner.name().equals(table.name())) {
            throw attribute.error("has the column " + said + ", which is not of " + table.name());
        }
        return table.column(said.name());
    }

    private Column<?> named(Attribute attribute) {
        Column<?> exact = find(attribute.name());
        Column<?> snake = exact == null ? find(SnakeCase.of(attribute.name())) : exact;
        Column<?> within = snake == null ? find(SnakeCase.of(attribute.path().replace('.', '_'))) : snake;
        if (within == null) {
            throw attribute.error("has no column: " + table.name() + " has "
                    + table.columns().stream().map(Column::name).toList() + "; say column(\"" + attribute.path()
                    + "\", …), a relationship, embedded(\"" + attribute.path() + "\") or ignoring(\""
                    + attribute.path() + "\")");
        }
        return within;
    }

    private @Nullable Column<?> find(String name) {
        for (Column<?> column : table.columns()) {
            if (column.name().equalsIgnoreCase(name)) {
                return column;
            }
        }
        return null;
    }

    /** The attribute with its column; one that a relationship writes is only read. */
    BasicDraft draft(Attribute attribute, Column<?> column, Role role, boolean isForeign) {
        boolean isReadOnly = (isForeign && role != Role.KEY) || isComputed(column);
        Generation generation = generation(attribute, column, isReadOnly);
        boolean isUnset =
                attribute.rawType().isPrimitive() && role == Role.KEY && !(generation instanceof Generation.Assigned);
        if (role == Role.VERSION) {
            VersionChecks.check(attribute);
        }
        Property property = isUnset ? new UnsetIfZero(attribute.property()) : attribute.property();
        return new BasicDraft(attribute.path(), property, spec(column, !isReadOnly), generation, role);
    }

    private Generation generation(Attribute attribute, Column<?> column, boolean isReadOnly) {
        Generation said = declaration.generations().get(attribute.path());
        if (said != null) {
            return said;
        }
        boolean isMade = column.options().stream()
                .anyMatch(option -> option instanceof ColumnOption.Identity
                        || option instanceof ColumnOption.Default<?>
                        || option instanceof ColumnOption.ServerDefault<?>
                        || option instanceof ColumnOption.Computed<?>);
        return isMade && (!isReadOnly || isComputed(column)) ? new Generation.ByDatabase() : new Generation.Assigned();
    }

    private static boolean isComputed(Column<?> column) {
        return column.options().stream().anyMatch(option -> option instanceof ColumnOption.Computed<?>);
    }

    /** A column as it was declared. */
    @SuppressWarnings("unchecked") // the options are the column's own
    static ColumnSpec spec(Column<?> column, boolean isWritten) {
        List<ColumnOption<Object>> options = ((Column<Object>) column)
                .options().stream().<ColumnOption<Object>>map(option -> option).toList();
        return new ColumnSpec(column.name(), column.type(), options, isWritten, isWritten);
    }

    /** Refuses a table whose rows could never be inserted: a column that has to have a value, and nobody gives it one. */
    void requireAll(EntityMapping<?> mapping) {
        for (Column<?> column : table.columns()) {
            boolean isMade = column.isNullable()
                    || column.options().stream()
                            .anyMatch(option -> option instanceof ColumnOption.Identity
                                    || option instanceof ColumnOption.Default<?>
                                    || option instanceof ColumnOption.ServerDefault<?>
                                    || option instanceof ColumnOption.Computed<?>);
            boolean isMapped = mapping.columns().stream()
                    .anyMatch(mapped -> Objects.equals(mapped.column().name(), column.name()));
            if (!isMade && !isMapped) {
                throw new MappingException(declaration.type().getName() + ": no attribute has the column " + column
                        + ", which is NOT NULL and has no default; say column(\"…\", " + column
                        + "), or give the column a default");
            }
        }
    }
}
