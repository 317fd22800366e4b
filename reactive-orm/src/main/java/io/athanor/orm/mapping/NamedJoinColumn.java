package io.athanor.orm.mapping;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * A column of a foreign key as {@code @JoinColumn} would say it.
 *
 * @param name its name
 * @param referencedColumnName the column of the key that it refers to, empty for the only one
 */
record NamedJoinColumn(String name, String referencedColumnName) implements JoinColumn {
    private static final CheckConstraint[] NO_CHECKS = {};

    @Override
    public boolean unique() {
        return false;
    }

    @Override
    public boolean nullable() {
        return true;
    }

    @Override
    public boolean insertable() {
        return true;
    }

    @Override
    public boolean updatable() {
        return true;
    }

    @Override
    public String columnDefinition() {
        return "";
    }

    @Override
    public String options() {
        return "";
    }

    @Override
    public String table() {
        return "";
    }

    @Override
    public ForeignKey foreignKey() {
        return NoConstraint.INSTANCE;
    }

    @Override
    public CheckConstraint[] check() {
        return NO_CHECKS.clone();
    }

    @Override
    public String comment() {
        return "";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return JoinColumn.class;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedJoinColumn column
                && name.equals(column.name)
                && referencedColumnName.equals(column.referencedColumnName);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + referencedColumnName.hashCode();
    }

    /** The constraint is the table's own to declare. */
    private static final class NoConstraint implements ForeignKey {
        static final ForeignKey INSTANCE = new NoConstraint();

        @Override
        public String name() {
            return "";
        }

        @Override
        public ConstraintMode value() {
            return ConstraintMode.PROVIDER_DEFAULT;
        }

        @Override
        public String foreignKeyDefinition() {
            return "";
        }

        @Override
        public String options() {
            return "";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ForeignKey.class;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoConstraint;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
