package io.athanor.shop;

import static io.athanor.shop.Tables.ORDERS;
import static io.athanor.shop.Tables.USERS;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.shop.Tables.Status;
import io.athanor.sql.Batch;
import io.athanor.sql.Label;
import io.athanor.sql.Predicate;
import io.athanor.sql.Query;
import io.athanor.sql.Row;
import io.athanor.sql.Select;
import io.athanor.sql.Source;
import io.athanor.sql.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code as users write it, with nothing but what is public: it compiles, and means what it says. */
class UserCodeTest {
    private static final Select<Row> ADULTS =
            select(USERS).where(USERS.age.ge(18)).orderBy(USERS.name.asc());
    private static final Batch<Reading> INSERT_READING = insertInto(ORDERS)
            .each(
                    ORDERS.userId.from(Reading::userId),
                    ORDERS.amount.from(Reading::amount),
                    ORDERS.placedAt.from(Reading::at));

    record Spender(String name, BigDecimal total) {}

    record Reading(long userId, BigDecimal amount, Instant at) {}

    @Test
    void shouldChange() {
        Query<Long> insertOne =
                insertInto(USERS).values(USERS.name.to("Ann"), USERS.age.to(41)).returning(USERS.id);
        Statement birthday = update(USERS).set(USERS.age.to(USERS.age.plus(1))).where(USERS.id.eq(7L));
        Statement purge =
                deleteFrom(ORDERS).where(ORDERS.userId.in(select(USERS.id).where(USERS.age.lt(18))));
        Statement settle = update(ORDERS).set(ORDERS.status.to(Status.PAID)).where(ORDERS.id.eq(3L));

        assertThat(insertOne).hasToString("insert into users (name, age) values (?, ?) returning users.id");
        assertThat(birthday).hasToString("update users set age = users.age + ? where users.id = ?");
        assertThat(purge)
                .hasToString("delete from orders where orders.user_id in"
                        + " (select users.id from users where users.age < ?)");
        assertThat(settle).hasToString("update orders set status = ? where orders.id = ?");
        assertThat(INSERT_READING).hasToString("insert into orders (user_id, amount, placed_at) values (?, ?, ?)");
    }

    @Test
    void shouldSearch() {
        Select<Row> search = select(USERS)
                .where(or(USERS.name.startsWith("A"), and(USERS.age.between(30, 40), not(USERS.managerId.isNull()))))
                .orderBy(USERS.age.desc(), USERS.name.asc())
                .limit(20)
                .offset(40);

        assertThat(search)
                .hasToString("select users.id, users.name, users.age, users.manager_id from users"
                        + " where users.name like ? escape '!' or users.age between ? and ?"
                        + " and not users.manager_id is null order by users.age desc, users.name"
                        + " offset ? rows fetch first ? rows only");
    }

    @Test
    void shouldShapeRows() {
        Label.Num<BigDecimal> total = sum(ORDERS.amount).as("total");
        Select<Row> totals = select(USERS.name, total)
                .from(USERS)
                .join(ORDERS, ORDERS.userId.eq(USERS.id))
                .where(ORDERS.status.eq(Status.PAID))
                .groupBy(USERS.name)
                .having(total.gt(BigDecimal.TEN))
                .orderBy(total.desc());
        Select<Spender> mapped = totals.map(row -> new Spender(row.get(USERS.name), row.get(total)));
        Select<Spender> record = totals.into(Spender.class);

        assertThat(mapped).hasToString(record.toString());
        assertThat(record)
                .hasToString("select users.name, sum(orders.amount) as total from users"
                        + " join orders on orders.user_id = users.id where orders.status = ? group by users.name"
                        + " having sum(orders.amount) > ? order by total desc");
    }

    @Test
    void shouldJoinAliases() {
        Source<Row> manager = USERS.as("manager");
        Select<String> names = select(USERS.name, manager.get(USERS.name))
                .from(USERS)
                .leftJoin(manager, manager.get(USERS.id).eq(USERS.managerId))
                .map(row -> row.get(USERS.name));
        Select<Long> howMany = select(count()).from(ADULTS.as("adults"));

        assertThat(names)
                .hasToString("select users.name, manager.name from users"
                        + " left join users manager on manager.id = users.manager_id");
        assertThat(howMany)
                .asString()
                .startsWith("select count(*) from (select users.id,")
                .endsWith(") adults");
    }

    @Test
    void shouldAddUpConditions() {
        List<Predicate> wanted = List.of(USERS.age.gt(1), USERS.name.eq("x"));

        assertThat(wanted.stream().reduce(and(), Predicate::and)).hasToString("users.age > ? and users.name = ?");
        assertThat(and(List.of())).hasToString("1 = 1");
    }
}
