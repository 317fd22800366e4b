package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.List;

/** A column of text. */
public final class TextColumn extends Column<String> implements TextExpression {
    TextColumn(Source<?> source, String name, SqlType<String> type, List<ColumnOption<? super String>> options) {
        super(source, name, type, options);
    }

    @Override
    TextColumn of(Source<?> other) {
        return new TextColumn(other, name(), type(), options());
    }
}
