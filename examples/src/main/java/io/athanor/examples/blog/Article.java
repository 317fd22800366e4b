package io.athanor.examples.blog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is written. */
@Entity
final class Article {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false, unique = true, length = 100)
    String title = "";

    @Version
    int version;

    @ManyToOne(optional = false)
    @Nullable
    Author author;

    @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Comment> comments = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "article_tags")
    Set<Tag> tags = new HashSet<>();

    Article() {}

    Article(String title, Author author, Tag... tags) {
        this.title = title;
        this.author = author;
        this.tags.addAll(Set.of(tags));
    }
}
