package io.athanor.schema;

import static io.athanor.sql.ColumnOption.*;
import static io.athanor.sql.Constraint.*;
import static io.athanor.types.Types.*;

import io.athanor.compile.Ddl;
import io.athanor.dialect.*;
import io.athanor.sql.*;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionSqlTest {
    enum Mood {
        OK,
        SAD
    }

    static final Sequence SEQ = Sequence.named("order_no").startingWith(100).incrementedBy(10);

    static final class Dept extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final TextColumn name = column("name", TEXT, notNull(), unique(), comment("what it's called"));
        final Column<Integer> boss =
                column("boss", INTEGER, references(() -> EMP.id).onDelete(ForeignKey.Action.SET_NULL));

        Dept() {
            super("dept");
            tableComment("departments");
        }
    }

    static final class Emp extends Table {
        final NumberColumn<Integer> id = column("id", INTEGER, primaryKey());
        final TextColumn email = column("email", varchar(100), notNull(), check(c -> this.email.like("%@%")));
        final NumberColumn<Integer> age = column("age", INTEGER, serverDefault(18), check(c -> c.ge(0)));
        final Column<Long> dept =
                column("dept_id", BIGINT, references(() -> DEPT.id).onDelete(ForeignKey.Action.CASCADE));
        final NumberColumn<Long> no = column("no", BIGINT, serverDefault(SEQ.nextValue()));
        final Column<Mood> mood = column(
                "mood",
                enumNative("mood", Mood.class),
                serverDefault(Mood.OK),
                check(c -> c.in(List.of(Mood.OK, Mood.SAD))));
        final NumberColumn<Integer> twice = column("twice", INTEGER, computed(() -> this.age.times(2)));

        Emp() {
            super("emp");
            index(Index.on(email.asc(), age.desc().nullsLast()).unique());
            constraint(checkThat(age.gt(1).and(email.ne("x"))));
            constraint(uniqueOver(age, email));
        }
    }

    static final Dept DEPT = new Dept();
    static final Emp EMP = new Emp();

    @Test
    void print() {
        MetaData m = MetaData.of(EMP, DEPT);
        for (Dialect d : List.of(new StandardDialect(), new PostgresDialect(), new H2Dialect())) {
            System.out.println("== " + d);
            System.out.println(Ddl.script(m.createAll(), d));
            System.out.println(Ddl.script(m.dropAll(), d));
        }
        System.out.println(m.createAll());
    }
}
