package io.athanor.orm;

import static io.athanor.orm.Library.BOOK;
import static io.athanor.orm.Library.BOOKS;
import static io.athanor.orm.Library.FAMILIES;
import static io.athanor.orm.Library.GENRE;
import static io.athanor.orm.Library.LANGUAGE;
import static io.athanor.orm.Library.LANGUAGES;
import static io.athanor.orm.Library.REVIEW;
import static io.athanor.orm.Library.WRITER;
import static io.athanor.orm.Library.WRITERS;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Library.Address;
import io.athanor.orm.Library.Book;
import io.athanor.orm.Library.Books;
import io.athanor.orm.Library.Family;
import io.athanor.orm.Library.Genre;
import io.athanor.orm.Library.Language;
import io.athanor.orm.Library.Place;
import io.athanor.orm.Library.Review;
import io.athanor.orm.Library.Shelf;
import io.athanor.orm.Library.Writer;
import io.athanor.testing.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every database gives of plain classes that code has put together with tables. */
abstract class ImperativeCompliance extends ModelFixture {
    ImperativeCompliance(TestDatabase database) {
        super(database, Library.MODEL);
    }

    @Override
    void fill() {
        within(session -> {
            Writer ann = new Writer("Ann");
            ann.address = new Address("High Street", new Place("York", "UK"));
            ann.homepage = URI.create("https://example.org/ann");
            Writer bob = new Writer("Bob");
            Book gold = new Book("Gold");
            gold.text = "Once";
            gold.pages = 7;
            gold.author = ann;
            gold.translator = bob;
            gold.shelf = new Shelf("A1");
            gold.genres.add(new Genre(1, "myth"));
            Book silver = new Book("Silver");
            bob.books.add(silver);
            session.addAll(List.of(ann, bob, gold));
            Review review = new Review();
            review.text = "good";
            review.book = gold;
            session.add(review);
            return session.flush();
        });
    }

    @Test
    void shouldGiveEntitiesOfQueriesByTheTablesOwnColumns() {
        List<Book> books = inSession(session -> session.stream(
                        select(BOOK).where(BOOKS.title.like("G%")).orderBy(BOOKS.id.asc()))
                .collectList());

        assertThat(books).hasSize(1);
        Book gold = books.get(0);
        assertThat(gold.title).isEqualTo("Gold");
        assertThat(gold.pages).isEqualTo(7);
        assertThat(Objects.requireNonNull(gold.author).name()).isEqualTo("Ann");
        assertThat(gold.authorId).isEqualTo(gold.author.id);
        assertThat(Objects.requireNonNull(gold.translator).name()).isEqualTo("Bob");
        assertThat(Objects.requireNonNull(gold.shelf).getCode()).isEqualTo("A1");
    }

    @Test
    void shouldJoinByTheTablesOwnColumns() {
        List<String> names = inSession(session -> session.stream(select(BOOK, WRITERS.name)
                        .from(BOOK)
                        .join(WRITERS, BOOKS.authorId.eq(WRITERS.id))
                        .where(WRITERS.name.eq("Ann"))
                        .map(row -> row.get(BOOK).title + " by " + row.get(WRITERS.name)))
                .collectList());

        assertThat(names).containsExactly("Gold by Ann");
    }

    @Test
    void shouldServeUnderAnAliasOfTheTable() {
        Books other = BOOKS.as("other");
        List<Book> books =
                inSession(session -> session.stream(select(BOOK.as("other")).where(other.title.eq("Silver")))
                        .collectList());

        assertThat(books).extracting(book -> book.title).containsExactly("Silver");
    }

    @Test
    void shouldReadEmbeddedObjectsAndConvertedValues() {
        List<Writer> writers = inSession(session ->
                session.stream(select(WRITER).orderBy(WRITERS.name.asc())).collectList());

        Writer ann = writers.get(0);
        assertThat(ann.address).isEqualTo(new Address("High Street", new Place("York", "UK")));
        assertThat(ann.homepage).isEqualTo(URI.create("https://example.org/ann"));
        assertThat(ann.shout).isEqualTo("ANN");
        assertThat(writers.get(1).address).isNull();
    }

    @Test
    void shouldLoadBothSidesAndOrderThem() {
        Writer bob = inSession(session -> session.one(
                select(WRITER.with(WRITER.toMany("books", Book.class), WRITER.toMany("translations", Book.class)))
                        .where(WRITERS.name.eq("Bob"))));

        assertThat(bob.books).extracting(book -> book.title).containsExactly("Silver");
        assertThat(bob.translations).extracting(book -> book.title).containsExactly("Gold");
    }

    @Test
    void shouldReconcileBothSidesOfOneForeignKey() {
        within(session -> session.one(
                        select(WRITER.with(WRITER.toMany("books", Book.class))).where(WRITERS.name.eq("Bob")))
                .doOnNext(bob -> bob.books.add(new Book("Tin"))));
        List<Book> books = inSession(session ->
                session.stream(select(BOOK).where(BOOKS.title.eq("Tin"))).collectList());

        assertThat(Objects.requireNonNull(books.get(0).author).name()).isEqualTo("Bob");
    }

    @Test
    void shouldLinkByTheGivenJoinTable() {
        within(session -> session.one(
                        select(BOOK.with(BOOK.toMany("genres", Genre.class))).where(BOOKS.title.eq("Gold")))
                .doOnNext(gold -> gold.genres.add(new Genre(2, "tale"))));
        Genre tale = inSession(session ->
                session.get(GENRE, 2).flatMap(genre -> session.load(genre, GENRE.toMany("books", Book.class))));

        assertThat(tale.books).extracting(book -> book.title).containsExactly("Gold");
    }

    @Test
    void shouldCountVersionsAndWriteWhatChanged() {
        Writer ann = inSession(session -> session.one(select(WRITER).where(WRITERS.name.eq("Ann")))
                .doOnNext(found -> found.address = new Address(null, new Place("Bath", "UK"))));
        Writer again = inSession(session -> session.get(WRITER, Objects.requireNonNull(ann.id)));

        assertThat(again.version).isEqualTo(ann.version).isPositive();
        assertThat(again.address).isEqualTo(new Address(null, new Place("Bath", "UK")));
    }

    @Test
    void shouldTakeWhatTheDatabaseMakes() {
        Book book = inSession(session -> {
            Book tin = session.add(new Book("Tin"));
            return session.flush().thenReturn(tin);
        });

        assertThat(book.id).isNotNull();
        assertThat(book.pages).isEqualTo(100);
    }

    @Test
    void shouldDeferAndLoadByTheTablesOwnColumn() {
        Book gold = inSession(session -> session.one(select(BOOK).where(BOOKS.title.eq("Gold")))
                .doOnNext(found -> assertThat(found.text).isNull())
                .flatMap(found -> session.load(found, BOOKS.text)));

        assertThat(gold.text).isEqualTo("Once");
    }

    @Test
    void shouldKeepObjectsInStepWithStatementsOnTheTable() {
        Book gold = inSession(session -> session.one(select(BOOK).where(BOOKS.title.eq("Gold")))
                .flatMap(found ->
                        session.execute(update(BOOKS).set(BOOKS.pages.to(8))).thenReturn(found)));

        assertThat(gold.pages).isEqualTo(8);
    }

    @Test
    void shouldDeleteWithWhatItCascadesTo() {
        within(session -> session.one(select(WRITER).where(WRITERS.name.eq("Bob")))
                .flatMap(bob -> {
                    statements();
                    return session.stream(select(BOOK).where(BOOKS.title.eq("Gold")))
                            .doOnNext(gold -> gold.translator = null)
                            .then(session.flush())
                            .then(session.load(bob, WRITER.toMany("books", Book.class)))
                            .doOnNext(session::delete);
                }));
        List<Book> books = inSession(session -> session.stream(select(BOOK)).collectList());

        assertThat(books).extracting(book -> book.title).containsExactly("Gold");
    }

    @Test
    void shouldBeReferredToByAnnotatedClasses() {
        Review review = inSession(session -> session.one(select(REVIEW)));

        assertThat(Objects.requireNonNull(review.book).title).isEqualTo("Gold");
    }

    @Test
    void shouldReadRecords() {
        run(engine.execute(
                insertInto(FAMILIES).values(FAMILIES.column("code", varchar(2)).to("in"))));
        run(engine.execute(insertInto(LANGUAGES)
                .values(
                        LANGUAGES.column("code", varchar(2)).to("en"),
                        LANGUAGES.column("name", varchar(20)).to("English"),
                        LANGUAGES.column("family", varchar(2)).to("in"))));
        within(session -> session.get(LANGUAGE, "en").flatMap(english -> session.stream(select(BOOK))
                .doOnNext(book -> book.language = english)
                .then()));
        Book gold = inSession(session -> session.one(select(BOOK).where(BOOKS.title.eq("Gold"))));

        assertThat(gold.language).isEqualTo(new Language("en", "English", new Family("in")));
    }

    @Test
    void shouldCallWhatCodeWantsCalled() {
        Writer cid = inSession(session -> {
            Writer added = session.add(new Writer("Cid"));
            return session.flush().thenReturn(added);
        });

        assertThat(cid.touched).isEqualTo(1);
    }
}
