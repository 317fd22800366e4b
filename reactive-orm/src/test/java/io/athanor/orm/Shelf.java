package io.athanor.orm;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.ToMany;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps of entities, by all that their keys can be. */
@Entity
class Shelf {
    static final EntityModel MODEL =
            EntityModel.of(Shelf.class, Book.class, Label.class, Lamp.class, Loan.class, Reader.class);
    static final DynamicEntityTable<Shelf, Long> SHELF = MODEL.table(Shelf.class);
    static final DynamicEntityTable<Reader, Long> READER = MODEL.table(Reader.class);
    static final DynamicEntityTable<Lamp, Long> LAMP = MODEL.table(Lamp.class);
    static final ToMany<Shelf, Book, DynamicEntityTable<Book, Object>> BOOKS =
            SHELF.toMany("books", () -> MODEL.table(Book.class));
    static final ToMany<Shelf, Label, DynamicEntityTable<Label, Object>> LABELS =
            SHELF.toMany("labels", () -> MODEL.table(Label.class));
    static final ToMany<Shelf, Lamp, DynamicEntityTable<Lamp, Object>> LAMPS =
            SHELF.toMany("lamps", () -> MODEL.table(Lamp.class));
    static final ToMany<Shelf, Loan, DynamicEntityTable<Loan, Object>> LOANS =
            SHELF.toMany("loans", () -> MODEL.table(Loan.class));
    static final ToMany<Shelf, Reader, DynamicEntityTable<Reader, Object>> ROLES =
            SHELF.toMany("roles", () -> MODEL.table(Reader.class));
    static final ToMany<Shelf, Reader, DynamicEntityTable<Reader, Object>> DEPUTIES =
            SHELF.toMany("deputies", () -> MODEL.table(Reader.class));

    enum Side {
        LEFT,
        RIGHT
    }

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Version
    int version;

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "title")
    Map<String, Book> books = new HashMap<>();

    @OneToMany(mappedBy = "shelf")
    @MapKey
    Map<Long, Label> labels = new HashMap<>();

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKeyColumn(name = "side", length = 10)
    @MapKeyEnumerated(EnumType.STRING)
    Map<Side, Lamp> lamps = new LinkedHashMap<>();

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKeyJoinColumn(name = "reader_id")
    Map<Reader, Loan> loans = new LinkedHashMap<>();

    @ManyToMany
    Map<String, Reader> roles = new LinkedHashMap<>();

    @ManyToMany
    Map<Reader, Reader> deputies = new LinkedHashMap<>();

    @Entity
    static class Book {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String title = "";

        @ManyToOne
        @Nullable
        Shelf shelf;

        static Book of(String title) {
            Book book = new Book();
            book.title = title;
            return book;
        }
    }

    @Entity
    static class Label {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToOne
        @Nullable
        Shelf shelf;
    }

    @Entity
    static class Lamp {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String color = "";

        @ManyToOne
        @Nullable
        Shelf shelf;

        static Lamp of(String color) {
            Lamp lamp = new Lamp();
            lamp.color = color;
            return lamp;
        }

        @Override
        public String toString() {
            return color;
        }
    }

    @Entity
    static class Loan {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        int days;

        @ManyToOne
        @Nullable
        Shelf shelf;

        static Loan of(int days) {
            Loan loan = new Loan();
            loan.days = days;
            return loan;
        }

        @Override
        public String toString() {
            return String.valueOf(days);
        }
    }

    @Entity
    static class Reader {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String name = "";

        static Reader of(String name) {
            Reader reader = new Reader();
            reader.name = name;
            return reader;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
