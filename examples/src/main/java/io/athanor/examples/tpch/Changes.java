package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.CUSTOMER;
import static io.athanor.examples.tpch.Tpch.ORDERS;
import static io.athanor.examples.tpch.Tpch.REGION;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;

import io.athanor.ForeignKeyViolationException;
import io.athanor.engine.Transaction;
import io.athanor.sql.Insert;
import io.athanor.sql.Row;
import io.athanor.sql.Select;
import io.athanor.sql.Update;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** What the tour changes, and how. */
public final class Changes {
    private static final String URGENT = "1-URGENT";

    /** How many orders are urgent. */
    public static final Select<Long> COUNT_URGENT = select(count()).from(ORDERS).where(ORDERS.priority.eq(URGENT));

    /** The first page of a customer's orders, newest first. */
    public static final Select<Row> FIRST_ORDERS = select(ORDERS.orderKey, ORDERS.totalPrice)
            .from(ORDERS)
            .join(CUSTOMER)
            .where(CUSTOMER.name.startsWith("Customer#"))
            .orderBy(ORDERS.orderDate.desc().nullsLast())
            .limit(10)
            .offset(20);

    /** A region that may be there already. */
    public static final Insert UPSERT_REGION = insertInto(REGION)
            .values(REGION.regionKey.to(0L), REGION.name.to("AFRICA"), REGION.comment.to("the oldest"))
            .onConflict(REGION.regionKey)
            .doUpdate(REGION.comment.toExcluded());

    private static final Update MAKE_URGENT =
            update(ORDERS).set(ORDERS.priority.to(URGENT)).where(ORDERS.priority.eq("2-HIGH"));

    private Changes() {}

    /** Changes orders, tries in vain to delete customers, which a savepoint undoes, and goes on. */
    public static Mono<Long> run(Transaction transaction, Consumer<String> report) {
        Mono<Long> deleteCustomers = transaction
                .savepoint(inner -> inner.execute(deleteFrom(CUSTOMER).where(CUSTOMER.customerKey.le(100L))))
                .onErrorResume(ForeignKeyViolationException.class, refused -> {
                    report.accept("refused, and undone alone: " + refused.getMessage());
                    return Mono.just(0L);
                });
        return transaction
                .one(COUNT_URGENT)
                .doOnNext(before -> report.accept("before: " + before + " urgent orders"))
                .then(transaction.execute(MAKE_URGENT))
                .doOnNext(changed -> report.accept("made urgent: " + changed + " orders"))
                .then(deleteCustomers)
                .then(transaction.execute(UPSERT_REGION))
                .doOnNext(changed -> report.accept("upserted: " + changed + " region"))
                .then(transaction.one(COUNT_URGENT));
    }
}
