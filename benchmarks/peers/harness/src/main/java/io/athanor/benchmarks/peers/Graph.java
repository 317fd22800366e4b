package io.athanor.benchmarks.peers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Authors, their books and the tags of these, for contenders without entities of their own. */
public final class Graph {
    private Graph() {}

    /**
     * An author.
     *
     * @param id the key
     * @param name of the author
     * @param books filled when they are there
     */
    public record Author(long id, String name, List<Book> books) {
        /** One without books yet. */
        public Author(long id, String name) {
            this(id, name, new ArrayList<>(Sizes.BOOKS));
        }
    }

    /**
     * A book.
     *
     * @param id the key
     * @param author whose it is
     * @param title of the book
     * @param published the year
     * @param price of the book
     * @param tags filled when they are there
     */
    public record Book(long id, long author, String title, int published, BigDecimal price, List<Tag> tags) {
        /** One without tags yet. */
        public Book(long id, long author, String title, int published, BigDecimal price) {
            this(id, author, title, published, price, new ArrayList<>(Sizes.TAGS));
        }
    }

    /**
     * A tag, the same object for all books.
     *
     * @param id the key
     * @param name of the tag
     */
    public record Tag(long id, String name) {}

    /**
     * That a book has a tag.
     *
     * @param book its key
     * @param tag the tag's key
     * @param name of the tag
     */
    public record BookTag(long book, long tag, String name) {}

    /** Puts parts together that were read one after another. */
    public static Collection<Author> join(List<Author> authors, List<Book> books, List<BookTag> bookTags) {
        Map<Long, Book> byId = new HashMap<>(books.size() * 2);
        books.forEach(book -> byId.put(book.id(), book));
        Map<Long, Tag> tags = new HashMap<>();
        for (BookTag link : bookTags) {
            Tag tag = tags.computeIfAbsent(link.tag(), id -> new Tag(id, link.name()));
            Objects.requireNonNull(byId.get(link.book())).tags().add(tag);
        }
        return join(authors, books);
    }

    /** Gives books, which have their tags, to their authors. */
    public static Collection<Author> join(List<Author> authors, List<Book> books) {
        Map<Long, Author> byId = new LinkedHashMap<>(authors.size() * 2);
        authors.forEach(author -> byId.put(author.id(), author));
        books.forEach(
                book -> Objects.requireNonNull(byId.get(book.author())).books().add(book));
        return byId.values();
    }

    /** Of all of it. */
    public static long check(Collection<Author> authors) {
        long sum = 0;
        for (Author author : authors) {
            sum += Checks.author(author.id(), author.name());
            for (Book book : author.books()) {
                sum += Checks.book(book.id(), author.id(), book.title(), book.published(), book.price());
                for (Tag tag : book.tags()) {
                    sum += Checks.tag(book.id(), tag.id(), tag.name());
                }
            }
        }
        return sum;
    }
}
