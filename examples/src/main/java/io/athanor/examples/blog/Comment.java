package io.athanor.examples.blog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** What is said of an article. */
@Entity
final class Comment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String text = "";

    @ManyToOne(optional = false)
    @Nullable
    Article article;

    @ManyToOne
    @Nullable
    Author author;

    Comment() {}

    /** The article need not be given: the collection it is put into says it. */
    Comment(@Nullable Author author, String text) {
        this.author = author;
        this.text = text;
    }
}
