package io.athanor.orm;

import static io.athanor.sql.ColumnOption.computed;
import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.serverDefault;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.varchar;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.Lifecycle;
import io.athanor.sql.Column;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Sequence;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plain classes and plain tables that know nothing of each other, and one annotated class among them. */
final class Library {
    private Library() {}

    static class Named {
        private @Nullable String name;

        String name() {
            return name == null ? "" : name;
        }

        void rename(String other) {
            name = other;
        }
    }

    static final class Writer extends Named {
        @Nullable
        Long id;

        int version;

        @Nullable
        Address address;

        @Nullable
        URI homepage;

        @Nullable
        String shout;

        List<Book> books = new ArrayList<>();
        List<Book> translations = new ArrayList<>();
        int touched;

        Writer() {}

        Writer(String name) {
            rename(name);
        }
    }

    /** Nested, a record in a record. */
    record Address(@Nullable String street, @Nullable Place place) {}

    record Place(@Nullable String city, @Nullable String country) {}

    static final class Book {
        @Nullable
        Long id;

        @Nullable
        String title;

        @Nullable
        String text;

        @Nullable
        Integer pages;

        @Nullable
        Writer author;

        @Nullable
        Long authorId;

        @Nullable
        Writer translator;

        @Nullable
        Language language;

        @Nullable
        Shelf shelf;

        Set<Genre> genres = new HashSet<>();

        long reviews = -1;

        Book() {}

        Book(String title) {
            this.title = title;
        }
    }

    record Language(String code, String name, @Nullable Family family) {}

    record Family(String code) {}

    static final class Shelf {
        private @Nullable String code;
        private @Nullable Book first;

        Shelf() {}

        Shelf(String code) {
            this.code = code;
        }

        public @Nullable String getCode() {
            return code;
        }

        public void setCode(@Nullable String code) {
            this.code = code;
        }

        public @Nullable Book getFirst() {
            return first;
        }

        public void setFirst(@Nullable Book first) {
            this.first = first;
        }
    }

    static final class Genre {
        int id;

        @Nullable
        String label;

        List<Book> books = new ArrayList<>();

        Genre() {}

        Genre(int id, String label) {
            this.id = id;
            this.label = label;
        }
    }

    @Entity
    static class Review {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String text;

        @ManyToOne
        @Nullable
        Book book;
    }

    static final class Writers extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
        final NumberColumn<Integer> version = column("version", INTEGER, notNull());
        final TextColumn name = column("full_name", varchar(100), notNull());
        final TextColumn street = column("street", varchar(100));
        final TextColumn city = column("city", varchar(100));
        final TextColumn country = column("land", varchar(100));
        final Column<URI> homepage = column("homepage", varchar(200).map(URI.class, URI::create, URI::toString));
        final TextColumn shout = column("shout", varchar(200), computed(() -> this.name.upper()));

        private Writers() {
            super("writer");
        }
    }

    static final class Books extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final TextColumn title = column("TITLE", varchar(100));
        final TextColumn text = column("text", TEXT);
        final NumberColumn<Integer> pages = column("pages", INTEGER, notNull(), serverDefault(100));
        final NumberColumn<Long> authorId = column("author_id", BIGINT, references(() -> WRITERS.id));
        final NumberColumn<Long> translatorId = column("translator_id", BIGINT, references(() -> WRITERS.id));
        final TextColumn shelf = column("shelf", varchar(20), references(() -> SHELVES.column("code", varchar(20))));

        final TextColumn language =
                column("language", varchar(2), references(() -> LANGUAGES.column("code", varchar(2))));

        private Books() {
            super("book");
        }

        private Books(String alias) {
            super("book", alias);
        }

        @Override
        public Books as(String alias) {
            return new Books(alias);
        }
    }

    static final Writers WRITERS = new Writers();
    static final Books BOOKS = new Books();
    static final DynamicTable SHELVES = Table.define("shelf", table -> table.column("code", varchar(20), primaryKey()));
    static final DynamicTable FAMILIES =
            Table.define("family", table -> table.column("code", varchar(2), primaryKey()));
    static final DynamicTable LANGUAGES =
            Table.define("language", table -> table.column("code", varchar(2), primaryKey())
                    .column("name", varchar(20), notNull())
                    .column("family", varchar(2), references(() -> FAMILIES.column("code", varchar(2)))));
    static final DynamicTable GENRES = Table.define(
            "genre", table -> table.column("id", INTEGER, primaryKey()).column("label", varchar(20)));
    static final DynamicTable BOOK_GENRES =
            Table.define("book_genre", table -> table.column("book", BIGINT, primaryKey(), references(() -> BOOKS.id))
                    .column("genre", INTEGER, primaryKey(), references(() -> GENRES.column("id", INTEGER))));

    static final EntityModel MODEL = EntityModel.builder()
            .map(Writer.class, WRITERS, writer -> writer.generated(
                            "id", Sequence.named("writer_seq").incrementedBy(10))
                    .version("version")
                    .column("name", WRITERS.name)
                    .embedded("address", "address.place")
                    .column("address.place.country", WRITERS.country)
                    .oneToMany("books", books -> books.by(BOOKS.authorId)
                            .cascade(Cascade.DELETE)
                            .orderBy(BOOKS.title.desc()))
                    .oneToMany("translations", books -> books.by(BOOKS.translatorId))
                    .ignoring("touched")
                    .on(Lifecycle.PRE_PERSIST, entity -> entity.touched++))
            .map(Book.class, BOOKS, book -> book.manyToOne("author", author -> author.by(BOOKS.authorId))
                    .manyToOne("translator", translator -> translator.by(BOOKS.translatorId))
                    .manyToOne("shelf")
                    .manyToOne("language")
                    .manyToMany("genres", BOOK_GENRES)
                    .deferred("text")
                    .ignoring("reviews"))
            .map(Shelf.class, SHELVES, shelf -> shelf.byAccessors().ignoring("first"))
            .map(Genre.class, GENRES, genre -> genre.manyToMany("books", "genres"))
            .map(Family.class, FAMILIES)
            .map(Language.class, LANGUAGES, language -> language.manyToOne("family"))
            .add(Review.class)
            .build();

    static final DynamicEntityTable<Writer, Long> WRITER = MODEL.table(Writer.class);
    static final DynamicEntityTable<Book, Long> BOOK = MODEL.table(Book.class);
    static final DynamicEntityTable<Shelf, String> SHELF = MODEL.table(Shelf.class);
    static final DynamicEntityTable<Genre, Integer> GENRE = MODEL.table(Genre.class);
    static final DynamicEntityTable<Language, String> LANGUAGE = MODEL.table(Language.class);
    static final DynamicEntityTable<Review, Long> REVIEW = MODEL.table(Review.class);
}
