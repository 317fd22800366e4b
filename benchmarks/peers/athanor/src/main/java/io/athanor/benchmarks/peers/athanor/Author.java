package io.athanor.benchmarks.peers.athanor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** The root of the graph. */
@Entity
final class Author {
    @Id
    Long id = 0L;

    @Column(nullable = false, columnDefinition = "text")
    String name = "";

    @OneToMany(mappedBy = "author")
    List<Book> books = new ArrayList<>();
}
