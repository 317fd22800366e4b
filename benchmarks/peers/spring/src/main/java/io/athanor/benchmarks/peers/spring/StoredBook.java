package io.athanor.benchmarks.peers.spring;

import java.math.BigDecimal;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A book.
 *
 * @param id the key
 * @param authorId whose it is
 * @param title of the book
 * @param published the year
 * @param price of the book
 */
@Table("book")
record StoredBook(@Id Long id, Long authorId, String title, int published, BigDecimal price) {}
