package io.athanor.orm.mapping;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small blog, as a JPA project would write it. */
@SuppressWarnings("UnusedVariable") // their mappings read and write the fields
final class Blog {
    static final EntityModel MODEL =
            EntityModel.of(Article.class, Author.class, Profile.class, Comment.class, Tag.class);

    private Blog() {}

    enum Status {
        DRAFT,
        PUBLISHED
    }

    @Entity
    @Table(indexes = @Index(columnList = "status, published_at desc"))
    static class Article {
        @Id
        @GeneratedValue
        private @Nullable Long id;

        @Version
        private int version;

        @Column(nullable = false, length = 100, unique = true)
        private @Nullable String title;

        @Lob
        private @Nullable String body;

        @Enumerated(EnumType.STRING)
        private Status status = Status.DRAFT;

        private @Nullable Instant publishedAt;

        @ManyToOne(optional = false)
        private @Nullable Author author;

        @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("id desc")
        private List<Comment> comments = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "article_tags")
        private Set<Tag> tags = new HashSet<>();

        @Transient
        private int views;
    }

    @Entity
    static class Author {
        @Id
        @GeneratedValue
        private @Nullable Long id;

        private @Nullable String name;

        @OneToOne(mappedBy = "author", cascade = CascadeType.ALL)
        private @Nullable Profile profile;
    }

    @Entity
    static class Profile {
        @Id
        @GeneratedValue
        private @Nullable Long id;

        private @Nullable String bio;

        @OneToOne
        private @Nullable Author author;
    }

    @Entity
    static class Comment {
        @Id
        @GeneratedValue
        private @Nullable Long id;

        private @Nullable String text;

        @ManyToOne
        private @Nullable Article article;

        @ManyToOne
        private @Nullable Comment parent;

        @OneToMany(mappedBy = "parent")
        private List<Comment> replies = new ArrayList<>();
    }

    @Entity
    static class Tag {
        @Id
        @GeneratedValue
        private @Nullable Long id;

        private @Nullable String name;

        @ManyToMany(mappedBy = "tags")
        private Set<Article> articles = new HashSet<>();
    }
}
