package io.athanor.benchmarks.peers;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * A row of {@code item}, {@code changing}, {@code big}, {@code inserted} and {@code written}.
 *
 * @param id the key
 * @param quantity of it
 * @param name of it
 * @param created when
 * @param price with two digits behind the point
 */
public record Item(long id, int quantity, String name, OffsetDateTime created, BigDecimal price) {}
