package io.athanor.benchmarks.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root of the graph that is read. */
@Entity
final class Author {
    @Id
    @Nullable
    Long id;

    @Column(nullable = false)
    String name = "";

    @OneToMany(mappedBy = "author")
    List<Book> books = new ArrayList<>();
}
