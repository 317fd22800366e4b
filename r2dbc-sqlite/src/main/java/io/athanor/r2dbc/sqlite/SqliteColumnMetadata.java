package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Nullability;
import io.r2dbc.spi.Type;
import org.jspecify.annotations.Nullable;

/** A column of a result. */
final class SqliteColumnMetadata implements ColumnMetadata {
    private final SqliteRowMetadata row;
    private final String name;
    private final String declaration;
    private @Nullable DeclaredType declared;

    SqliteColumnMetadata(SqliteRowMetadata row, String name, @Nullable String declaration) {
        this.row = row;
        this.name = name;
        this.declaration = declaration == null ? "" : declaration;
    }

    DeclaredType declared() {
        DeclaredType known = declared;
        if (known == null) {
            known = DeclaredType.parse(declaration);
            declared = known;
        }
        return known;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Class<?> getJavaType() {
        return declared().family().javaType();
    }

    @Override
    public Type getType() {
        return declared();
    }

    /** The type as it was declared, such as {@code VARCHAR(20)}; empty for an expression. */
    @Override
    public String getNativeTypeMetadata() {
        return declaration;
    }

    @Override
    public Nullability getNullability() {
        return row.nullability(this);
    }

    @Override
    public @Nullable Integer getPrecision() {
        return declared().precision();
    }

    @Override
    public @Nullable Integer getScale() {
        return declared().scale();
    }

    @Override
    public String toString() {
        return declaration.isEmpty() ? name : name + " " + declaration;
    }
}
