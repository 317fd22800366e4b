package io.athanor.r2dbc.sqlite;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a declared type stands for, and the Java type that a value of it is read as when none is asked for. */
enum TypeFamily {
    BOOLEAN(Boolean.class, "BOOL"),
    TIMESTAMP_WITH_ZONE(OffsetDateTime.class, "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE", "DATETIMEOFFSET"),
    TIMESTAMP(LocalDateTime.class, "TIMESTAMP", "DATETIME"),
    DATE(LocalDate.class, "DATE"),
    TIME_WITH_ZONE(OffsetTime.class, "TIMETZ", "TIME WITH TIME ZONE"),
    TIME(LocalTime.class, "TIME"),
    UUID(UUID.class, "UUID"),
    TINYINT(Byte.class, "TINYINT"),
    SMALLINT(Short.class, "SMALLINT", "INT2"),
    BIGINT(Long.class, "BIGINT", "INT8", "UNSIGNED BIG INT"),
    INTEGER(Integer.class, "INT"),
    TEXT(String.class, "CHAR", "CLOB", "TEXT", "JSON", "XML"),
    BLOB(ByteBuffer.class, "BLOB", "BINARY", "BYTEA"),
    FLOAT(Double.class, "REAL", "FLOA", "DOUB"),
    DECIMAL(BigDecimal.class, "DEC", "NUMERIC", "NUMBER", "MONEY"),
    /** Not declared, or by a name that says nothing: a value is read as what is stored. */
    ANY(Object.class);

    private final Class<?> javaType;
    private final Pattern marks;

    TypeFamily(Class<?> javaType, String... marks) {
        this.javaType = javaType;
        this.marks = Pattern.compile(String.join("|", marks));
    }

    Class<?> javaType() {
        return javaType;
    }

    /** The first family with a mark in the name, as SQLite derives a column's affinity. */
    static TypeFamily of(String upperCaseName) {
        for (TypeFamily family : values()) {
            if (family.marks.matcher(upperCaseName).find()) { // ANY has no mark, and so is found in everything.
                return family;
            }
        }
        return ANY;
    }
}
