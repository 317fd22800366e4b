package io.athanor.sql;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column and where its value comes from in a row of a batch.
 *
 * @param column the column that is written
 * @param getter takes the value from a row; null is NULL
 * @param <S> what a row of the batch is
 * @param <T> the Java type of the column
 */
public record Binding<S, T>(Column<T> column, Function<? super S, ? extends @Nullable T> getter) {}
