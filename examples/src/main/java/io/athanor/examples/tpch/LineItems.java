package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.LINE_ITEM;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What one may want of a line item. */
public record LineItems(long order, int line, long part, BigDecimal price, LocalDate shipped, String comment) {
    /** Every line item. */
    public static final Select<LineItems> ALL = select(
                    LINE_ITEM.orderKey,
                    LINE_ITEM.lineNumber,
                    LINE_ITEM.partKey,
                    LINE_ITEM.extendedPrice,
                    LINE_ITEM.shipDate,
                    LINE_ITEM.comment)
            .into(LineItems.class);
}
