package io.athanor.engine;

import static io.athanor.sql.ColumnOption.check;
import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.unique;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.update;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.varchar;

import io.athanor.schema.MetaData;
import io.athanor.sql.Change;
import io.athanor.sql.Column;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;

/** Two tables with a constraint of each kind. */
final class Library {
    static final Authors AUTHORS = new Authors();
    static final Books BOOKS = new Books();
    static final MetaData METADATA = MetaData.of(AUTHORS, BOOKS);

    private Library() {}

    static Change author(long id, String name, int age) {
        return insertInto(AUTHORS).values(AUTHORS.id.to(id), AUTHORS.name.to(name), AUTHORS.age.to(age));
    }

    static Change book(long id, long author) {
        return insertInto(BOOKS).values(BOOKS.id.to(id), BOOKS.author.to(author), BOOKS.title.to("t"));
    }

    static Change age(long author, int age) {
        return update(AUTHORS).set(AUTHORS.age.to(age)).where(AUTHORS.id.eq(author));
    }

    static final class Authors extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final TextColumn name = column("name", varchar(20), notNull(), unique());
        final NumberColumn<Integer> age = column("age", INTEGER, check((Column<Integer> age) -> age.ge(0)));

        Authors() {
            super("authors");
        }
    }

    static final class Books extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
        final NumberColumn<Long> author = column("author", BIGINT, notNull(), references(AUTHORS.id));
        final TextColumn title = column("title", varchar(20), notNull());

        Books() {
            super("books");
        }
    }
}
