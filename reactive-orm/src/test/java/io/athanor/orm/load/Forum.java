package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.ToMany;
import io.athanor.orm.mapping.ToOne;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.TextColumn;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tests of loading load: entities, and their tables as the annotation processor writes them. */
final class Forum {
    static final EntityModel MODEL =
            EntityModel.of(Author.class, Profile.class, Article.class, Comment.class, Tag.class);
    static final AuthorTable AUTHOR = new AuthorTable("author");
    static final ProfileTable PROFILE = new ProfileTable("profile");
    static final ArticleTable ARTICLE = new ArticleTable("article");
    static final CommentTable COMMENT = new CommentTable("comment");
    static final TagTable TAG = new TagTable("tag");

    private Forum() {}

    @Entity
    static class Author {
        @Id
        @Nullable
        Long id;

        @Nullable
        String name;

        @OneToOne(mappedBy = "author")
        @Nullable
        Profile profile;

        @Override
        public String toString() {
            return "author " + id;
        }
    }

    @Entity
    static class Profile {
        @Id
        @Nullable
        Long id;

        @Nullable
        String bio;

        @OneToOne
        @Nullable
        Author author;

        @Override
        public String toString() {
            return "profile " + id;
        }
    }

    @Entity
    static class Article {
        @Id
        @Nullable
        Long id;

        @Nullable
        String title;

        @Nullable
        String body;

        @ManyToOne
        @Nullable
        Author author;

        @OneToMany(mappedBy = "article", cascade = CascadeType.REFRESH)
        @OrderBy("id desc")
        List<Comment> comments = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "article_tags")
        Set<Tag> tags = new HashSet<>();

        @Override
        public String toString() {
            return "article " + id;
        }
    }

    @Entity
    static class Comment {
        @Id
        @Nullable
        Long id;

        @Nullable
        String text;

        @ManyToOne
        @Nullable
        Article article;

        @ManyToOne
        @Nullable
        Author author;

        @ManyToOne
        @Nullable
        Comment parent;

        @OneToMany(mappedBy = "parent")
        @OrderBy("id")
        List<Comment> replies = new ArrayList<>();

        @Override
        public String toString() {
            return "comment " + id;
        }
    }

    @Entity
    static class Tag {
        @Id
        @Nullable
        Long id;

        @Nullable
        String name;

        @ManyToMany(mappedBy = "tags")
        @OrderBy("id")
        List<Article> articles = new ArrayList<>();

        @Override
        public String toString() {
            return "tag " + id;
        }
    }

    static final class AuthorTable extends EntityTable<Author, Long, AuthorTable> {
        final NumberColumn<Long> id = number("id", Long.class);
        final TextColumn name = text("name");
        final ToOne<Author, Profile, ProfileTable> profile = toOne("profile", () -> PROFILE);

        AuthorTable(String alias) {
            super(MODEL.mapping(Author.class), alias);
        }

        @Override
        public AuthorTable as(String other) {
            return new AuthorTable(other);
        }
    }

    static final class ProfileTable extends EntityTable<Profile, Long, ProfileTable> {
        final TextColumn bio = text("bio");
        final ToOne<Profile, Author, AuthorTable> author = toOne("author", () -> AUTHOR);

        ProfileTable(String alias) {
            super(MODEL.mapping(Profile.class), alias);
        }

        @Override
        public ProfileTable as(String other) {
            return new ProfileTable(other);
        }
    }

    static final class ArticleTable extends EntityTable<Article, Long, ArticleTable> {
        final NumberColumn<Long> id = number("id", Long.class);
        final TextColumn title = text("title");
        final TextColumn body = text("body");
        final ToOne<Article, Author, AuthorTable> author = toOne("author", () -> AUTHOR);
        final ToMany<Article, Comment, CommentTable> comments = toMany("comments", () -> COMMENT);
        final ToMany<Article, Tag, TagTable> tags = toMany("tags", () -> TAG);

        ArticleTable(String alias) {
            super(MODEL.mapping(Article.class), alias);
        }

        @Override
        public ArticleTable as(String other) {
            return new ArticleTable(other);
        }
    }

    static final class CommentTable extends EntityTable<Comment, Long, CommentTable> {
        final NumberColumn<Long> id = number("id", Long.class);
        final TextColumn text = text("text");
        final ToOne<Comment, Article, ArticleTable> article = toOne("article", () -> ARTICLE);
        final ToOne<Comment, Author, AuthorTable> author = toOne("author", () -> AUTHOR);
        final ToOne<Comment, Comment, CommentTable> parent = toOne("parent", () -> COMMENT);
        final ToMany<Comment, Comment, CommentTable> replies = toMany("replies", () -> COMMENT);

        CommentTable(String alias) {
            super(MODEL.mapping(Comment.class), alias);
        }

        @Override
        public CommentTable as(String other) {
            return new CommentTable(other);
        }
    }

    static final class TagTable extends EntityTable<Tag, Long, TagTable> {
        final NumberColumn<Long> id = number("id", Long.class);
        final TextColumn name = text("name");
        final ToMany<Tag, Article, ArticleTable> articles = toMany("articles", () -> ARTICLE);

        TagTable(String alias) {
            super(MODEL.mapping(Tag.class), alias);
        }

        @Override
        public TagTable as(String other) {
            return new TagTable(other);
        }
    }

    static <E> EntityMapping<E> mapping(Class<E> type) {
        return MODEL.mapping(type);
    }
}
