package io.athanor.sql;

import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.cte;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tableFunction;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.types.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.athanor.compile.StatementCompiler;
import io.athanor.dialect.H2Dialect;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CartesianProductsTest {
    private static final Predicate CONNECTED = ORDERS.userId.eq(USERS.id);
    private static final Select<Long> BOTH = select(count()).from(USERS, ORDERS);

    @Test
    void shouldFindSourcesThatNoConditionConnects() {
        assertThat(CartesianProducts.in(BOTH))
                .containsExactly(
                        "cartesian product: no condition connects users | orders; join them, or say crossJoin");
        assertThat(CartesianProducts.in(BOTH.where(USERS.age.gt(1)).where(ORDERS.id.eq(2L))))
                .hasSize(1);
        assertThat(CartesianProducts.in(BOTH.from(USERS, ORDERS, STOCK).where(CONNECTED)))
                .containsExactly(
                        "cartesian product: no condition connects stock | users and orders; join them, or say crossJoin");
        assertThat(CartesianProducts.in(select(count()).from(USERS).join(ORDERS, USERS.age.gt(1))))
                .hasSize(1);
    }

    @Test
    void shouldAcceptWhatIsConnected() {
        assertThat(CartesianProducts.in(BOTH.where(CONNECTED))).isEmpty();
        assertThat(CartesianProducts.in(BOTH.where(USERS.age.gt(1).and(CONNECTED))))
                .isEmpty();
        assertThat(CartesianProducts.in(BOTH.where(CONNECTED.or(USERS.age.gt(1)))))
                .isEmpty();
        assertThat(CartesianProducts.in(select(count()).from(USERS).join(ORDERS)))
                .isEmpty();
        assertThat(CartesianProducts.in(BOTH.where(exists(select(STOCK.sku).where(CONNECTED)))))
                .isEmpty();
        assertThat(CartesianProducts.in(select(count()).from(USERS))).isEmpty();
        assertThat(CartesianProducts.in(select(value(1)))).isEmpty();
    }

    @Test
    void shouldAcceptWhatIsMeant() {
        NumberExpression<Long> n = column("n", BIGINT);

        assertThat(CartesianProducts.in(select(count()).from(USERS).crossJoin(ORDERS)))
                .isEmpty();
        assertThat(CartesianProducts.in(select(count())
                        .from(USERS)
                        .leftJoin(select(ORDERS.id).where(CONNECTED).asLateral("o"), and())))
                .isEmpty();
        assertThat(CartesianProducts.in(select(count())
                        .from(USERS)
                        .join(tableFunction("generate_series", "s", n, value(1L), USERS.id), and())))
                .isEmpty();
    }

    @Test
    void shouldLookInsideOfStatements() {
        assertThat(CartesianProducts.in(select(count()).from(BOTH.as("both")))).hasSize(1);
        assertThat(CartesianProducts.in(select(USERS.name).where(exists(BOTH)))).hasSize(1);
        assertThat(CartesianProducts.in(
                        select(USERS.name).with(cte("c", select(USERS.id).from(USERS, ORDERS)))))
                .hasSize(1);
        assertThat(CartesianProducts.in(BOTH.union(BOTH))).hasSize(2);
        assertThat(CartesianProducts.in(insertInto(STOCK)
                        .columns(STOCK.sku)
                        .select(select(USERS.name).from(USERS, ORDERS))))
                .hasSize(1);
    }

    @Test
    void shouldBeWarnedOfOnceForAllValuesOfAStatement() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(StatementCompiler.class);
        StatementCompiler compiler = new StatementCompiler(new H2Dialect(), 10);
        log.start();
        logger.addAppender(log);

        for (int i = 0; i < 3; i++) {
            compiler.compile(select(USERS.name).from(USERS, ORDERS).where(USERS.age.gt(i)));
        }
        logger.detachAppender(log);

        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .startsWith("cartesian product: no condition connects users | orders; join them")
                    .endsWith("from \"users\", \"orders\" where \"users\".\"age\" > $1");
        });
    }

    @Test
    void shouldLookAtChanges() {
        Update update = update(USERS).set(USERS.age.to(1)).from(ORDERS);
        Delete delete = deleteFrom(USERS).using(ORDERS);

        assertThat(CartesianProducts.in(update)).hasSize(1);
        assertThat(CartesianProducts.in(update.where(CONNECTED))).isEmpty();
        assertThat(CartesianProducts.in(delete)).hasSize(1);
        assertThat(CartesianProducts.in(delete.where(CONNECTED))).isEmpty();
        assertThat(CartesianProducts.in(
                        insertInto(STOCK).values(STOCK.sku.to("x")).onConflict().doNothing()))
                .isEmpty();
    }
}
