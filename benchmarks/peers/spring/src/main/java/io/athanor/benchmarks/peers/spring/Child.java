package io.athanor.benchmarks.peers.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** Of a parent. */
class Child {
    @Id
    @Nullable
    Long id;

    @Nullable
    Long parentId;

    String name = "";

    int quantity;
}
