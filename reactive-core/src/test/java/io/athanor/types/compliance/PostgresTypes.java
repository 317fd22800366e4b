package io.athanor.types.compliance;

import io.athanor.dialect.PostgresDialect;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import io.r2dbc.spi.ConnectionFactory;
import java.util.EnumSet;
import java.util.Set;

/** What PostgreSQL has of types, whatever format they travel in. */
abstract class PostgresTypes implements TypeCompliance, TypeEdgeCompliance, ResultTypeCompliance {
    private static final Set<Kind> UNRANKED = EnumSet.of(Kind.BOOLEAN, Kind.UUID, Kind.VARBINARY, Kind.BINARY);
    private final TypeDatabase database;

    PostgresTypes(ConnectionFactory factory) {
        database = new TypeDatabase(factory, new PostgresDialect());
        database.run("create type \"mood\" as enum ('SAD', 'OK', 'HAPPY')");
    }

    @Override
    public TypeDatabase database() {
        return database;
    }

    @Override
    public boolean holds(Sample<?> sample) {
        DataType type = element(sample);
        return type.kind() == Kind.DECIMAL
                || type.length() == null
                || !sample.name().contains("(9)");
    }

    @Override
    public boolean compares(Sample<?> sample) {
        return element(sample).kind() != Kind.JSON;
    }

    @Override
    public boolean equatesNullElements() {
        return true;
    }

    @Override
    public boolean ranks(Sample<?> sample) {
        return !UNRANKED.contains(element(sample).kind());
    }

    private static DataType element(Sample<?> sample) {
        DataType type = sample.type().dataType();
        return type.kind() == Kind.ARRAY ? type.elementType() : type;
    }
}
