package io.athanor.benchmarks.peers.jooq;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.athanor.benchmarks.peers.Item;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.RecordMapper;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One of the tables that hold items, as generated code would have it. */
final class ItemTable {
    static final RecordMapper<Record5<Long, Integer, String, OffsetDateTime, BigDecimal>, Item> ITEM =
            Records.mapping(Item::new);

    final Table<Record> table;
    final Field<Long> id;
    final Field<Integer> quantity;
    final Field<String> name;
    final Field<OffsetDateTime> created;
    final Field<BigDecimal> price;

    ItemTable(String name) {
        this.table = table(name(name));
        this.id = DSL.field(name(name, "id"), SQLDataType.BIGINT);
        this.quantity = DSL.field(name(name, "quantity"), SQLDataType.INTEGER);
        this.name = DSL.field(name(name, "name"), SQLDataType.CLOB);
        this.created = DSL.field(name(name, "created"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        this.price = DSL.field(name(name, "price"), SQLDataType.NUMERIC(12, 2));
    }

    /** As INSERT and SET want it. */
    static <T> Field<T> plain(Field<T> field) {
        return DSL.field(field.getUnqualifiedName(), field.getDataType());
    }
}
