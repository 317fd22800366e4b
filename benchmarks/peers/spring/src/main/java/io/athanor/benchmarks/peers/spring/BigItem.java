package io.athanor.benchmarks.peers.spring;

import org.springframework.data.relational.core.mapping.Table;

/** A row of a large table. */
@Table("big")
class BigItem extends Stored {}
