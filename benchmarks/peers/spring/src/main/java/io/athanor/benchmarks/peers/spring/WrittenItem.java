package io.athanor.benchmarks.peers.spring;

import org.springframework.data.relational.core.mapping.Table;

/** A row that is written by its key. */
@Table("written")
class WrittenItem extends Stored {}
