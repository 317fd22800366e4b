package io.athanor.benchmarks.peers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers that say what was read; added up in any order they say that everybody read the same. */
public final class Checks {
    private Checks() {}

    /** Of all of an item. */
    public static long item(Item item) {
        return item(item.id(), item.quantity(), item.name(), item.created().toEpochSecond(), item.price());
    }

    /** Of all of an item, made that many seconds after 1970. */
    public static long item(long id, int quantity, String name, long created, BigDecimal price) {
        return quantity * 17L + unchanged(id, name, created, price);
    }

    /** Of an item but for its quantity. */
    public static long unchanged(Item item) {
        return unchanged(item.id(), item.name(), item.created().toEpochSecond(), item.price());
    }

    /** Of an item, made that many seconds after 1970, but for its quantity. */
    public static long unchanged(long id, String name, long created, BigDecimal price) {
        return id * 31 + name.hashCode() + created * 7 + cents(price) * 13;
    }

    /** Of an author alone. */
    public static long author(long id, String name) {
        return id * 1_000_003 + name.hashCode();
    }

    /** Of a book and whose it is. */
    public static long book(long id, long author, String title, int published, BigDecimal price) {
        return id * 7919 + author * 104_729 + title.hashCode() * 3L + published + cents(price);
    }

    /** Of a tag and what it is on. */
    public static long tag(long book, long id, String name) {
        return book * 31 + id * 15_485_863 + name.hashCode();
    }

    /** Of a rich row; JSON as the document's {@code name}, arrays by their elements, what is NULL as 0. */
    public static long rich(
            long id, @Nullable String note, List<String> labels, List<Integer> numbers, String document, String body) {
        long sum =
                id * 31 + (note == null ? 0 : note.hashCode()) + name(document).hashCode() * 13L + body.hashCode();
        for (String label : labels) {
            sum += label.hashCode() * 7L;
        }
        for (int number : numbers) {
            sum += number * 11L;
        }
        return sum;
    }

    /** What is quoted last in a document: enough to know it by, and cheap. */
    private static String name(String document) {
        int end = document.lastIndexOf('"');
        return document.substring(document.lastIndexOf('"', end - 1) + 1, end);
    }

    /** A price without its point. */
    public static long cents(BigDecimal price) {
        return price.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValue();
    }
}
