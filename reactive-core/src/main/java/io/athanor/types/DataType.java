package io.athanor.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SQL's side of a type: what a column is declared as. Two types with equal data types travel to a database in the same
 * way, whatever Java makes of their values.
 *
 * @param kind the family
 * @param length the length in characters or bytes, or the precision; null where the type has none or it is the default
 * @param scale the digits after the point of a decimal; null for all others
 * @param element the type of an array's elements; null for all others
 * @param name the name of a type the schema defines, such as an enum; null for SQL's own
 * @param labels the labels of an enum, in order; empty for all others
 */
public record DataType(
        Kind kind,
        @Nullable Integer length,
        @Nullable Integer scale,
        @Nullable DataType element,
        @Nullable String name,
        List<String> labels) {

    /** The families of types, each with the one Java type its values have between the language and a dialect. */
    public enum Kind {
        BOOLEAN("boolean"),
        SMALLINT("smallint"),
        INTEGER("integer"),
        BIGINT("bigint"),
        DECIMAL("decimal"),
        REAL("real"),
        DOUBLE("double precision"),
        CHAR("char"),
        VARCHAR("varchar"),
        /** Text of any length. */
        TEXT("character large object"),
        VARBINARY("varbinary"),
        /** Bytes of any length. */
        BINARY("binary large object"),
        DATE("date"),
        TIME("time"),
        TIME_WITH_TIME_ZONE("time"),
        TIMESTAMP("timestamp"),
        TIMESTAMP_WITH_TIME_ZONE("timestamp"),
        INTERVAL("interval day to second"),
        UUID("uuid"),
        /** An enum type of the schema, by name. */
        ENUM("enum"),
        JSON("json"),
        /** JSON that the database keeps parsed; equal to {@link #JSON} where it has one kind only. */
        JSONB("json"),
        ARRAY("array"),
        /** A type that only the database knows, by name. */
        OTHER("other");

        private final String standardName;

        Kind(String standardName) {
            this.standardName = standardName;
        }

        /** The name in the SQL standard, or the nearest to one. */
        public String standardName() {
            return standardName;
        }
    }

    static DataType of(Kind kind) {
        return new DataType(kind, null, null, null, null, List.of());
    }

    static DataType of(Kind kind, int length) {
        return new DataType(kind, length, null, null, null, List.of());
    }

    static DataType decimal(int precision, int scale) {
        return new DataType(Kind.DECIMAL, precision, scale, null, null, List.of());
    }

    static DataType array(DataType element) {
        return new DataType(Kind.ARRAY, null, null, element, null, List.of());
    }

    static DataType named(Kind kind, String name, List<String> labels) {
        return new DataType(kind, null, null, null, name, List.copyOf(labels));
    }

    /** Whether this is one of the exact number types without fraction. */
    public boolean isInteger() {
        return kind == Kind.SMALLINT || kind == Kind.INTEGER || kind == Kind.BIGINT;
    }

    /** Whether values of this type are text for the language. */
    public boolean isText() {
        return kind == Kind.CHAR || kind == Kind.VARCHAR || kind == Kind.TEXT;
    }

    /** The element of an array; an error for any other kind. */
    public DataType elementType() {
        return Objects.requireNonNull(element, "only an array has an element type");
    }

    /** The name of a type the schema defines; an error for any other kind. */
    public String typeName() {
        return Objects.requireNonNull(name, "only a type of the schema has a name");
    }

    /**
     * The same without length, precision and scale, so that a cast to it neither cuts nor rounds. A time keeps its digits:
     * its values were cut to them already.
     */
    public DataType unsized() {
        if (element != null) {
            return array(element.unsized());
        }
        return isTemporal() || length == null ? this : new DataType(kind, null, null, null, name, labels);
    }

    /** Whether this is a time or a timestamp, whose length is the digits of its seconds. */
    public boolean isTemporal() {
        return switch (kind) {
            case TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> true;
            default -> false;
        };
    }

    /** As of any record, but cheap: types are part of every statement's cache key. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DataType type
                        && kind == type.kind
                        && Objects.equals(length, type.length)
                        && Objects.equals(scale, type.scale)
                        && Objects.equals(element, type.element)
                        && Objects.equals(name, type.name)
                        && labels.equals(type.labels));
    }

    @Override
    public int hashCode() {
        int hash = 31 * kind.hashCode() + (length == null ? 0 : length);
        return 31 * hash + (element == null ? 0 : element.kind.hashCode());
    }

    /** The type in standard SQL, such as {@code varchar(50)} or {@code timestamp(3) with time zone}. */
    @Override
    public String toString() {
        String size = length == null ? "" : scale == null ? "(" + length + ")" : "(" + length + ", " + scale + ")";
        return switch (kind) {
            case ARRAY -> elementType() + " array";
            case ENUM, OTHER -> typeName();
            case TIME_WITH_TIME_ZONE, TIMESTAMP_WITH_TIME_ZONE -> kind.standardName() + size + " with time zone";
            default -> kind.standardName() + size;
        };
    }
}
