package io.athanor.benchmarks.peers.athanor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of an author. */
@Entity
final class Book {
    @Id
    Long id = 0L;

    @Column(nullable = false, columnDefinition = "text")
    String title = "";

    int published;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal price = BigDecimal.ZERO;

    @ManyToOne(optional = false)
    @Nullable
    Author author;

    @ManyToMany
    @JoinTable(name = "book_tag")
    List<Tag> tags = new ArrayList<>();
}
