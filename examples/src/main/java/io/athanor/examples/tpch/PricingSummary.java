package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.LINE_ITEM;
import static io.athanor.sql.Sql.avg;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;

import io.athanor.sql.NumberExpression;
import io.athanor.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** TPC-H query 1: what was billed, shipped and returned, up to a day. */
public record PricingSummary(
        String returnFlag,
        String status,
        BigDecimal quantity,
        BigDecimal basePrice,
        BigDecimal discountedPrice,
        BigDecimal charge,
        BigDecimal averageQuantity,
        BigDecimal averagePrice,
        BigDecimal averageDiscount,
        long orders) {

    /** The summary of all that was shipped by {@code day}; by default 1998-09-02. */
    public static Select<PricingSummary> shippedBy(LocalDate day) {
        NumberExpression<BigDecimal> discounted = Revenue.of(LINE_ITEM);
        return select(
                        LINE_ITEM.returnFlag,
                        LINE_ITEM.status,
                        sum(LINE_ITEM.quantity),
                        sum(LINE_ITEM.extendedPrice),
                        sum(discounted),
                        sum(discounted.times(LINE_ITEM.tax.plus(BigDecimal.ONE))),
                        avg(LINE_ITEM.quantity),
                        avg(LINE_ITEM.extendedPrice),
                        avg(LINE_ITEM.discount),
                        count())
                .from(LINE_ITEM)
                .where(LINE_ITEM.shipDate.le(day))
                .groupBy(LINE_ITEM.returnFlag, LINE_ITEM.status)
                .orderBy(LINE_ITEM.returnFlag.asc(), LINE_ITEM.status.asc())
                .into(PricingSummary.class);
    }
}
