package io.athanor.orm;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A press that prints articles: every kind of key and of relationship. */
final class Press {
    static final EntityModel MODEL = EntityModel.of(
            Author.class,
            Profile.class,
            Article.class,
            Comment.class,
            Tag.class,
            Node.class,
            Person.class,
            Employer.class,
            Shelf.class,
            Book.class,
            Ticket.class,
            Stamp.class);
    static final DynamicEntityTable<Author, Long> AUTHOR = MODEL.table(Author.class);
    static final DynamicEntityTable<Profile, Long> PROFILE = MODEL.table(Profile.class);
    static final DynamicEntityTable<Article, Long> ARTICLE = MODEL.table(Article.class);
    static final DynamicEntityTable<Comment, Long> COMMENT = MODEL.table(Comment.class);
    static final DynamicEntityTable<Tag, String> TAG = MODEL.table(Tag.class);
    static final DynamicEntityTable<Node, Long> NODE = MODEL.table(Node.class);
    static final DynamicEntityTable<Person, Long> PERSON = MODEL.table(Person.class);
    static final DynamicEntityTable<Employer, Long> EMPLOYER = MODEL.table(Employer.class);
    static final DynamicEntityTable<Shelf, UUID> SHELF = MODEL.table(Shelf.class);
    static final DynamicEntityTable<Book, Long> BOOK = MODEL.table(Book.class);
    static final DynamicEntityTable<Ticket, Long> TICKET = MODEL.table(Ticket.class);

    static final DynamicEntityTable<Stamp, Long> STAMP = MODEL.table(Stamp.class);

    private Press() {}

    @Entity
    static class Author {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @OneToOne(mappedBy = "author", cascade = CascadeType.ALL, orphanRemoval = true)
        @Nullable
        Profile profile;

        @OneToMany(mappedBy = "author")
        List<Article> articles = new ArrayList<>();

        Author() {}

        Author(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Profile {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String bio;

        @OneToOne
        @JoinColumn(unique = true)
        @Nullable
        Author author;

        Profile() {}

        Profile(String bio) {
            this.bio = bio;
        }
    }

    @Entity
    static class Article {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;

        @Column(nullable = false, unique = true)
        @Nullable
        String title;

        @Nullable
        String body;

        @ManyToOne
        @Nullable
        Author author;

        @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("id")
        List<Comment> comments = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "article_tags")
        Set<Tag> tags = new LinkedHashSet<>();

        Article() {}

        Article(String title) {
            this.title = title;
        }
    }

    @Entity
    static class Comment {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String text;

        @ManyToOne
        @Nullable
        Article article;

        Comment() {}

        Comment(String text) {
            this.text = text;
        }
    }

    @Entity
    static class Tag {
        @Id
        @Nullable
        String name;

        @ManyToMany(mappedBy = "tags")
        Set<Article> articles = new LinkedHashSet<>();

        Tag() {}

        Tag(String name) {
            this.name = name;
        }
    }

    /** A tree. */
    @Entity
    static class Node {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @ManyToOne
        @Nullable
        Node parent;

        @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL)
        List<Node> children = new ArrayList<>();

        Node() {}

        Node(String name) {
            this.name = name;
        }
    }

    /** Employed by an employer whose owner may be a person: a circle. */
    @Entity
    static class Person {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @ManyToOne
        @Nullable
        Employer employer;

        Person() {}

        Person(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Employer {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @ManyToOne
        @Nullable
        Person owner;

        Employer() {}

        Employer(String name) {
            this.name = name;
        }
    }

    /** Alone knows which books it has. */
    @Entity
    static class Shelf {
        @Id
        @GeneratedValue
        @Nullable
        UUID id;

        @Nullable
        String name;

        @OneToMany
        @JoinColumn(name = "shelf_id")
        List<Book> books = new ArrayList<>();

        Shelf() {}

        Shelf(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Book {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String title;

        Book() {}

        Book(String title) {
            this.title = title;
        }
    }

    /** Its key is the application's. */
    @Entity
    static class Ticket {
        @Id
        @Nullable
        Long number;

        @Nullable
        String holder;

        @Nullable
        String seat;

        Ticket() {}

        Ticket(long number, String holder) {
            this.number = number;
            this.holder = holder;
        }
    }

    /** Has nothing but what the database makes. */
    @Entity
    static class Stamp {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }
}
