package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.sql.ColumnOption;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how the classes of a hierarchy share a table, and by which value a row says of which it is. */
final class Inheritance {
    private static final String COLUMN = "dtype";
    private static final int LENGTH = 31;

    private Inheritance() {}

    /** The entity that {@code type} extends, directly or not; null if it extends none. */
    static @Nullable Class<?> parent(Class<?> type) {
        for (Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
            if (each.isAnnotationPresent(Entity.class)) {
                return each;
            }
        }
        return null;
    }

    /** Refuses what a class cannot say of its place in a hierarchy. */
    static void check(Class<?> type, @Nullable EntityDraft parent) {
        jakarta.persistence.Inheritance said = type.getAnnotation(jakarta.persistence.Inheritance.class);
        if (parent == null || parent.strategy() != InheritanceType.JOINED) {
            KeyLinks.requireNone(type);
        }
        if (parent == null) {
            return;
        }
        if (said != null || type.isAnnotationPresent(DiscriminatorColumn.class)) {
            throw new MappingException(
                    type.getName() + ": @Inheritance and @DiscriminatorColumn are said once, on the root "
                            + parent.root().type().getName() + "; move them there");
        }
        if (type.isAnnotationPresent(Table.class) && parent.strategy() == InheritanceType.SINGLE_TABLE) {
            throw new MappingException(type.getName() + ": @Table is on a class whose rows are in the table of "
                    + parent.root().type().getName() + "; remove it, or say @Inheritance(strategy = JOINED) there");
        }
    }

    /** Whether {@code type} and the classes of its hierarchy each have all their columns in a table of their own. */
    static boolean hasTablePerClass(Class<?> type, @Nullable EntityDraft parent) {
        jakarta.persistence.Inheritance said = type.getAnnotation(jakarta.persistence.Inheritance.class);
        return parent == null
                ? said != null && said.strategy() == InheritanceType.TABLE_PER_CLASS
                : parent.strategy() == InheritanceType.TABLE_PER_CLASS;
    }

    /** Whether rows say in a column of which class they are, given that there are several. */
    static boolean hasColumn(EntityDraft entity) {
        return !ReadColumns.isToldByTables(entity);
    }

    /** What says of which class a row is where no column does: the name of a class, made while rows are read. */
    static ColumnSpec untold(String name) {
        return new ColumnSpec(name, Types.varchar(LENGTH), List.of(), false, false);
    }

    /** What rows of {@code entity} say of their class. */
    static Object value(EntityDraft entity) {
        DiscriminatorColumn said = entity.root().type().getAnnotation(DiscriminatorColumn.class);
        return value(entity, said == null || !hasColumn(entity) ? DiscriminatorType.STRING : said.discriminatorType());
    }

    /** The column that says of which class a row is, holding what it says for {@code entity}. */
    static BasicDraft discriminator(EntityDraft entity) {
        Class<?> root = entity.root().type();
        DiscriminatorColumn said = root.getAnnotation(DiscriminatorColumn.class);
        if (said != null
                && (!said.options().isEmpty() || !said.columnDefinition().isEmpty())) {
            throw new MappingException(
                    root.getName() + ": @DiscriminatorColumn has options or a columnDefinition; remove them");
        }
        String name = said == null || said.name().isEmpty() || said.name().equals("DTYPE") ? COLUMN : said.name();
        DiscriminatorType kind = said == null ? DiscriminatorType.STRING : said.discriminatorType();
        ColumnSpec column = new ColumnSpec(
                name, type(kind, said == null ? LENGTH : said.length()), List.of(ColumnOption.notNull()), true, false);
        Property constant = new Constant(value(entity, kind));
        return new BasicDraft(name, constant, column, new Generation.Assigned(), Role.DISCRIMINATOR);
    }

    private static SqlType<?> type(DiscriminatorType kind, int length) {
        return switch (kind) {
            case STRING -> Types.varchar(length);
            case CHAR -> Types.varchar(1);
            case INTEGER -> Types.INTEGER;
        };
    }

    private static Object value(EntityDraft entity, DiscriminatorType kind) {
        DiscriminatorValue said = entity.type().getAnnotation(DiscriminatorValue.class);
        if (kind == DiscriminatorType.STRING) {
            return said == null ? entity.name() : said.value();
        }
        if (said == null) {
            throw new MappingException(entity.type().getName() + ": the discriminator is of the type " + kind
                    + "; say @DiscriminatorValue on the class");
        }
        try {
            return kind == DiscriminatorType.INTEGER ? (Object) Integer.valueOf(said.value()) : said.value();
        } catch (NumberFormatException wrong) {
            throw new MappingException(
                    entity.type().getName() + ": @DiscriminatorValue is no number, and the discriminator is INTEGER",
                    wrong);
        }
    }
}
