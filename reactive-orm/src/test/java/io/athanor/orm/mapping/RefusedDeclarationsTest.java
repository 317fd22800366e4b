package io.athanor.orm.mapping;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.MappingException;
import io.athanor.sql.Column;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.Table;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What code cannot say of a class and a table, each with the words that tell what to do. */
class RefusedDeclarationsTest {
    private static final DynamicTable TEAMS = Table.define(
            "team", table -> table.column("id", BIGINT, primaryKey()).column("name", varchar(20)));
    private static final DynamicTable MATCHES = Table.define("match", table -> table.column("id", BIGINT, primaryKey())
            .column("home_id", BIGINT, references(() -> id()))
            .column("guest_id", BIGINT, references(() -> id())));
    private static final DynamicTable FRIENDS =
            Table.define("friend", table -> table.column("one", BIGINT, primaryKey(), references(() -> id()))
                    .column("other", BIGINT, primaryKey(), references(() -> id())));

    private static Column<Long> id() {
        return TEAMS.column("id", BIGINT);
    }

    static class Team {
        @Nullable
        Long id;

        @Nullable
        String name;
    }

    static class Nicknamed extends Team {
        @Nullable
        String nickName;
    }

    static class Counted extends Team {
        int count;
    }

    static class Match {
        @Nullable
        Long id;

        @Nullable
        Team home;
    }

    static class Loner extends Team {
        @Nullable
        Match match;
    }

    static class Circle extends Team {
        @Nullable
        Set<Circle> friends;
    }

    static class Fixed extends Team {
        final int rank = 1;
    }

    static class Keyless {
        @Nullable
        String name;
    }

    @Entity
    static class Annotated {
        @Id
        long id;
    }

    private static <E> void refuse(
            Class<E> type, DynamicTable table, Consumer<EntityDeclaration<E>> options, String message) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.builder()
                        .map(Team.class, TEAMS)
                        .map(type, table, options)
                        .build())
                .withMessageContaining(message);
    }

    private static <E> void refuseAlone(
            Class<E> type, Table table, Consumer<EntityDeclaration<E>> options, String message) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(
                        () -> EntityModel.builder().map(type, table, options).build())
                .withMessageContaining(message);
    }

    @Test
    void shouldNameAnAttributeWithoutAColumn() {
        refuseAlone(
                Nicknamed.class,
                TEAMS,
                team -> {},
                "Nicknamed.nickName: has no column: team has [id, name]; say column(\"nickName\", …)");
    }

    @Test
    void shouldNameAnAttributeWhoseTypeDoesNotFit() {
        refuseAlone(
                Counted.class,
                TEAMS,
                team -> team.column("count", TEAMS.column("name", varchar(20))),
                "Counted.count: is a java.lang.Integer, and the column team.name holds a java.lang.String");
    }

    @Test
    void shouldNameWhatIsNoAttribute() {
        refuseAlone(Team.class, TEAMS, team -> team.version("version"), "Team: has no attribute version; it has");
        refuseAlone(Team.class, TEAMS, team -> team.embedded("address"), "Team: has no attribute address");
    }

    @Test
    void shouldNameAColumnOfAnotherTable() {
        refuseAlone(
                Team.class,
                TEAMS,
                team -> team.column("id", MATCHES.column("id", BIGINT)),
                "Team.id: has the column match.id, which is not of team");
    }

    @Test
    void shouldSayHowToChooseAmongForeignKeys() {
        refuse(
                Match.class,
                MATCHES,
                match -> match.manyToOne("home"),
                "Match.home: goes by a foreign key, and match has several to team: by [[match.home_id], [match.guest_id]];"
                        + " say by(…) which");
    }

    @Test
    void shouldSayThatThereIsNoForeignKey() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.builder()
                        .map(Match.class, MATCHES, match -> match.ignoring("home"))
                        .map(Loner.class, TEAMS, loner -> loner.oneToOne("match"))
                        .build())
                .withMessageContaining("Loner.match: goes by a foreign key, and team has none to match")
                .withMessageContaining("or mappedBy(\"…\") if the other side has it");
    }

    @Test
    void shouldSayWhichSideOfAJoinTableIsTheOwners() {
        refuseAlone(
                Circle.class,
                TEAMS,
                circle -> circle.manyToMany("friends", FRIENDS),
                "Circle.friends: is joined to its own table by friend; say by(…) which of its columns refer to the owner");
    }

    @Test
    void shouldNameATargetThatIsNotMapped() {
        refuseAlone(
                Match.class,
                MATCHES,
                match -> match.manyToOne("home"),
                "Match.home: leads to " + Team.class.getName()
                        + ", which is mapped neither by annotations nor in code");
    }

    @Test
    void shouldRefuseAFinalFieldAndAMissingKey() {
        refuseAlone(Fixed.class, TEAMS, fixed -> {}, "Fixed.rank: is final");
        refuseAlone(
                Keyless.class,
                TEAMS,
                keyless -> {},
                "Keyless: no attribute has a column of the primary key of team, [team.id]; say id(…)");
    }

    @Test
    void shouldNameAColumnThatNobodyFills() {
        DynamicTable strict = Table.define("strict", table -> table.column("id", BIGINT, primaryKey())
                .column("name", varchar(20))
                .column("rank", INTEGER, notNull()));

        refuseAlone(
                Team.class,
                strict,
                team -> {},
                "Team: no attribute has the column strict.rank, which is NOT NULL and has no default");
    }

    @Test
    void shouldRefuseWhatAnnotationsSayAlready() {
        refuseAlone(Annotated.class, TEAMS, annotated -> {}, "Annotated: is @Entity, and mapped in code too");
    }

    @Test
    void shouldRefuseHierarchies() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.builder()
                        .map(Team.class, TEAMS)
                        .map(Circle.class, TEAMS, circle -> circle.ignoring("friends")))
                .withMessageContaining("are both mapped in code, and one extends the other");
    }

    @Test
    void shouldKnowTheTablesAsTheyWereDeclared() {
        EntityModel model = EntityModel.builder()
                .map(Team.class, TEAMS)
                .map(Match.class, MATCHES, match -> match.manyToOne("home", home -> home.by(MATCHES.column("home_id"))))
                .build();

        assertThat(model.metaData().tables()).isEqualTo(List.of(TEAMS, MATCHES));
        assertThat(model.table(Match.class).foreignKeys()).hasSize(2);
    }
}
