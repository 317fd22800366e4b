package io.athanor.benchmarks.peers.spring;

import org.springframework.data.relational.core.mapping.Table;

/** A row that is inserted; the database gives the key. */
@Table("inserted")
class InsertedItem extends Stored {}
