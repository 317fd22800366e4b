package io.athanor.benchmarks.peers.athanor;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.Sql.select;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.JSONB;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.array;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.sql.Column;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Select;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nulls, arrays, JSON and long text. */
final class RichTable extends Table {
    final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
    final TextColumn note = column("note", TEXT);
    final Column<List<String>> labels = column("labels", array(TEXT), notNull());
    final Column<List<Integer>> numbers = column("numbers", array(INTEGER), notNull());
    final Column<String> document = column("document", JSONB, notNull());
    final TextColumn body = column("body", TEXT, notNull());

    RichTable() {
        super("rich");
    }

    /** A row. */
    record RichRow(
            long id, @Nullable String note, List<String> labels, List<Integer> numbers, String document, String body) {
        long check() {
            return Checks.rich(id, note, labels, numbers, document, body);
        }
    }

    Select<RichRow> rows() {
        return select(id, note, labels, numbers, document, body).into(RichRow.class);
    }
}
