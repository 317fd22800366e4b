package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.MappingException;
import io.athanor.sql.Expression;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What code cannot say of a model. */
class DeclaredInCodeTest {
    @Entity
    static class Book {
        @Id
        long id;

        @Version
        int version;

        @Nullable
        String title;

        @Transient
        int length;

        @Transient
        final long pages = 1;
    }

    @Entity
    static class LazyKey {
        @Id
        @Basic(fetch = FetchType.LAZY)
        long id;
    }

    private static final DynamicEntityTable<Book, Long> BOOK =
            EntityModel.of(Book.class).table(Book.class);

    private static Expression<Long> id(DynamicEntityTable<Book, Long> book) {
        return book.number("id", Long.class);
    }

    @Test
    void shouldRefuseToComputeWhatHasAColumn() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.builder()
                        .add(Book.class)
                        .computed(BOOK.computed("title", DeclaredInCodeTest::id))
                        .build())
                .withMessageContaining("Book.title: is computed, and has the column book.title too; say @Transient");
    }

    @Test
    void shouldRefuseAnExpressionOfAnotherType() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.builder()
                        .add(Book.class)
                        .computed(BOOK.computed("length", DeclaredInCodeTest::id))
                        .build())
                .withMessageContaining(
                        "Book.length: is a java.lang.Integer, and its expression makes a java.lang.Long");
    }

    @Test
    void shouldRefuseToComputeWhatIsNotThereOrFinal() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> BOOK.computed("size", DeclaredInCodeTest::id))
                .withMessageContaining("Book: has no attribute size");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> BOOK.computed("pages", DeclaredInCodeTest::id))
                .withMessageContaining("Book.pages: is final");
    }

    @Test
    void shouldRefuseToDeferWhatNoRowIsKnownWithout() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.builder()
                        .add(Book.class)
                        .deferred(Book.class, "title", "version")
                        .build())
                .withMessageContaining("Book.version: is to be deferred");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.of(LazyKey.class))
                .withMessageContaining("LazyKey.id: @Basic is LAZY on the key");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> BOOK.without(id(BOOK).columns().stream()
                        .map(io.athanor.sql.Column.class::cast)
                        .toArray(io.athanor.sql.Column[]::new)))
                .withMessageContaining("is always read");
    }

    @Test
    void shouldRefuseToDeferWhatIsNotThere() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> EntityModel.builder()
                        .add(Book.class)
                        .deferred(Book.class, "size")
                        .build())
                .withMessageContaining("Book has no column of the attribute size");
    }
}
