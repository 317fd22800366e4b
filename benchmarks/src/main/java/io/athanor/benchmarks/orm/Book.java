package io.athanor.benchmarks.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ten for each author. */
@Entity
@Table(indexes = @Index(columnList = "author_id"))
final class Book {
    @Id
    @Nullable
    Long id;

    @Column(nullable = false)
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
