package io.athanor.benchmarks.peers.hibernate;

import io.athanor.benchmarks.peers.Checks;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The root of the graph. Its books are a set, so that they can be fetched together with their tags. */
@Entity
class Author {
    @Id
    Long id = 0L;

    String name = "";

    @OneToMany(mappedBy = "author")
    Set<Book> books = new HashSet<>();

    static long check(Collection<Author> authors) {
        long sum = 0;
        for (Author author : authors) {
            sum += Checks.author(author.id, author.name);
            for (Book book : author.books) {
                sum += Checks.book(
                        book.id, Objects.requireNonNull(book.author).id, book.title, book.published, book.price);
                for (Tag tag : book.tags) {
                    sum += Checks.tag(book.id, tag.id, tag.name);
                }
            }
        }
        return sum;
    }
}
