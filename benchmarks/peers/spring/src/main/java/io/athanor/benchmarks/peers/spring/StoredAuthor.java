package io.athanor.benchmarks.peers.spring;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An author; relationships are the caller's.
 *
 * @param id the key
 * @param name of the author
 */
@Table("author")
record StoredAuthor(@Id Long id, String name) {}
