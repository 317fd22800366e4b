package io.athanor.benchmarks.peers.spring;

import org.springframework.data.relational.core.mapping.Table;

/** A row that is read, changed and written. */
@Table("changing")
class ChangingItem extends Stored {}
