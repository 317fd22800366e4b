package io.athanor.benchmarks.peers.spring;

import org.springframework.data.relational.core.mapping.Table;

/** A row that is read by key. */
@Table("item")
class StoredItem extends Stored {}
