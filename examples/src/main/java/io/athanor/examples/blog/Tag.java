package io.athanor.examples.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an article is about. */
@Entity
final class Tag {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false, unique = true)
    String name = "";

    @ManyToMany(mappedBy = "tags")
    Set<Article> articles = new HashSet<>();

    Tag() {}

    Tag(String name) {
        this.name = name;
    }
}
