package io.athanor.benchmarks.peers.r2dbc;

import io.athanor.benchmarks.peers.Item;
import io.r2dbc.spi.Statement;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** Rows by their columns, as {@code unnest} takes them. */
final class ItemArrays {
    private final Long[] ids;
    private final Integer[] quantities;
    private final String[] names;
    private final OffsetDateTime[] times;
    private final BigDecimal[] prices;

    ItemArrays(List<Item> items) {
        int size = items.size();
        ids = new Long[size];
        quantities = new Integer[size];
        names = new String[size];
        times = new OffsetDateTime[size];
        prices = new BigDecimal[size];
        for (int i = 0; i < size; i++) {
            Item item = items.get(i);
            ids[i] = item.id();
            quantities[i] = item.quantity();
            names[i] = item.name();
            times[i] = item.created();
            prices[i] = item.price();
        }
    }

    Statement bindAll(Statement statement) {
        return statement
                .bind(0, ids)
                .bind(1, quantities)
                .bind(2, names)
                .bind(3, times)
                .bind(4, prices);
    }

    Statement bindChange(Statement statement) {
        return statement.bind(0, ids).bind(1, quantities).bind(2, prices);
    }
}
