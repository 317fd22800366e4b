package io.athanor.orm.mapping;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.compile.Ddl;
import io.athanor.dialect.PostgresDialect;
import io.athanor.sql.ColumnOption;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tables of entities that have several, and the queries that stand for these. */
class SeveralTablesTest {
    private static final EntityModel JOINED = EntityModel.of(Beast.class, Bird.class);
    private static final EntityModel UNITED = EntityModel.of(Tool.class, Saw.class, Axe.class);

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Beast {
        @Id
        long id;

        @Column(nullable = false)
        @Nullable
        String name;
    }

    @Entity
    @PrimaryKeyJoinColumn(name = "bird_id", foreignKey = @ForeignKey(name = "is_a_beast"))
    @SecondaryTable(name = "ring")
    static class Bird extends Beast {
        @Column(nullable = false)
        boolean sings;

        @Column(table = "ring")
        @Nullable
        String number;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Tool {
        @Id
        long id;
    }

    @Entity
    static class Saw extends Tool {
        @Nullable
        Integer teeth;
    }

    @Entity
    static class Axe extends Tool {
        @Nullable
        String wood;
    }

    @Test
    void shouldReferFromTheTableOfASubclassToItsParents() {
        assertThat(Ddl.script(JOINED.metaData().createAll(), new PostgresDialect()))
                .isEqualTo(
                        """
                        create table "beast" (
                            "id" bigint not null,
                            "name" varchar(255) not null,
                            constraint "pk_beast" primary key ("id")
                        );
                        create table "bird" (
                            "bird_id" bigint not null,
                            "sings" boolean not null,
                            constraint "pk_bird" primary key ("bird_id"),
                            constraint "is_a_beast" foreign key ("bird_id") references "beast" ("id")
                        );
                        create table "ring" (
                            "bird_id" bigint not null,
                            "number" varchar(255),
                            constraint "pk_ring" primary key ("bird_id"),
                            constraint "fk_ring_bird_id_bird" foreign key ("bird_id") references "bird" ("bird_id")
                        );
                        """);
    }

    @Test
    void shouldJoinTheTablesOfAClass() {
        assertThat(select(JOINED.table(Bird.class)))
                .hasToString("select bird.bird_id, bird.name, bird.sings, bird.number"
                        + " from (select bird.bird_id, beast.name, bird.sings, ring.number"
                        + " from bird join beast on beast.id = bird.bird_id"
                        + " left join ring on ring.bird_id = bird.bird_id) bird");
    }

    @Test
    void shouldJoinTheTablesOfClassesBelowFromOutside() {
        assertThat(select(JOINED.table(Beast.class)).toString())
                .contains(
                        "case when bird.bird_id is not null then 'Bird' else 'Beast' end as dtype",
                        "bird.sings as bird_sings",
                        "from beast left join bird on bird.bird_id = beast.id");
    }

    @Test
    void shouldUniteTheTablesOfClasses() {
        assertThat(select(UNITED.table(Tool.class)).toString())
                .contains("from (select saw.id, saw.teeth as saw_teeth, cast(null as varchar(255)) as axe_wood,"
                        + " 'Saw' as dtype from saw union all select axe.id, cast(null as integer) as saw_teeth,");
        assertThat(select(UNITED.table(Saw.class))).hasToString("select saw.id, saw.teeth from saw");
    }

    @Test
    void shouldSayWhatMayBeNullOfClassesBelow() {
        assertThat(JOINED.table(Bird.class).column("sings").has(ColumnOption.Flag.NOT_NULL))
                .isTrue();
        assertThat(JOINED.table(Beast.class).column("bird_sings").isNullable()).isTrue();
    }
}
