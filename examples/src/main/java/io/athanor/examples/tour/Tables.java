package io.athanor.examples.tour;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Records as a table of text. */
final class Tables {
    private static final int SHOWN = 10;

    private Tables() {}

    /** The first rows, a column for each component of their record. */
    static <R extends Record> String of(List<R> rows) {
        if (rows.isEmpty()) {
            return "(no rows)";
        }
        List<ColumnData<R>> columns = new ArrayList<>();
        for (RecordComponent component : rows.get(0).getClass().getRecordComponents()) {
            boolean number = component.getType().isPrimitive() || component.getType() == BigDecimal.class;
            columns.add(new Column()
                    .header(component.getName())
                    .dataAlign(number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                    .with(row -> text(value(component, row))));
        }
        String table = AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                rows.stream().limit(SHOWN).toList(),
                columns);
        return rows.size() > SHOWN ? table + System.lineSeparator() + "(" + rows.size() + " rows)" : table;
    }

    private static Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
            format.setMinimumFractionDigits(2);
            format.setMaximumFractionDigits(2);
            return format.format(decimal.setScale(2, RoundingMode.HALF_UP));
        }
        return String.valueOf(value);
    }
}
