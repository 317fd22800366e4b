package io.athanor.benchmarks.peers;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a visitor of a shop asks for, different for each seed. The query: id, title, year and price of books, their author's name and
 * their tags' names; three joins; where all of this is met; the newest first, then by title; limited.
 *
 * @param seed any number that is not negative
 */
public record Filters(int seed) {
    /** The first year. */
    public int publishedFrom() {
        return 1990 + seed % 10;
    }

    /** The last year. */
    public int publishedTo() {
        return 2010 + seed % 10;
    }

    /** The price is above this. */
    public BigDecimal minPrice() {
        return BigDecimal.valueOf(500L + seed % 100, 2);
    }

    /** What the title is like. */
    public String titleLike() {
        return "title-" + seed % 10 + "%";
    }

    /** What the author's name is like. */
    public String authorLike() {
        return "author-" + seed % 7 + "%";
    }

    /** The tag's key is one of these. */
    public List<Long> tags() {
        return List.of(1L + seed % 50, 2L + seed % 50, 3L + seed % 50);
    }

    /** The tag's name is this, */
    public String tagName() {
        return "tag-" + seed % 20;
    }

    /** or this. */
    public String otherTagName() {
        return "tag-" + (seed + 1) % 20;
    }

    /** The author's key is above this. */
    public long minAuthor() {
        return seed % 1000L;
    }

    /** How many rows at most. */
    public int limit() {
        return 10 + seed % 40;
    }
}
