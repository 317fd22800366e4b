package io.athanor.orm;

import static io.athanor.orm.Topic.OWNER;
import static io.athanor.orm.Topic.PARTS;
import static io.athanor.orm.Topic.RELATED;
import static io.athanor.orm.Topic.TOPIC;
import static io.athanor.orm.Topic.WHOLE;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees are read whole, by one statement where the database follows rows by itself. */
abstract class TreeCompliance extends SessionFixture {
    private final boolean recurs;

    /**
     * The tests on a database.
     *
     * @param recurs whether it follows rows to their end in one statement
     */
    TreeCompliance(TestDatabase database, boolean recurs) {
        super(database, Topic.MODEL);
        this.recurs = recurs;
    }

    @Override
    void untie() {
        run(engine.execute(
                Sql.update(TOPIC).set(TOPIC.number("whole.id", Long.class).to((Long) null))));
    }

    /** A number of levels below 1, each with one topic and a leaf: 1(2(3(4 104) 103) 102). */
    private void chain(int length) {
        doing(session -> {
            Topic whole = session.add(Topic.of(1));
            for (int i = 2; i <= length; i++) {
                Topic part = session.add(Topic.of(i));
                part.whole = whole;
                Topic leaf = session.add(Topic.of(100 + i));
                leaf.whole = whole;
                whole = part;
            }
        });
        statements();
    }

    private void link(long part, long whole) {
        run(engine.execute(Sql.update(TOPIC)
                .set(TOPIC.number("whole.id", Long.class).to(whole))
                .where(TOPIC.number("id", Long.class).eq(part))));
        statements();
    }

    private void assertStatements(int inOne, int byLevel) {
        assertThat(statements()).hasSize(recurs ? inOne : byLevel);
    }

    @Test
    void shouldReadATreeInOneStatement() {
        chain(4);

        Topic top = inSession(session -> session.get(TOPIC, 1L).flatMap(topic -> session.load(topic, PARTS.tree())));

        assertThat(top.outline()).isEqualTo("1(2(3(4 104) 103) 102)");
        assertStatements(2, 5);
    }

    @Test
    void shouldReadTreesAlongWithAQuery() {
        chain(4);

        List<Topic> tops = rows(select(TOPIC.with(PARTS.tree())).where(WHOLE.isNull()));

        assertThat(tops).extracting(Topic::outline).containsExactly("1(2(3(4 104) 103) 102)");
        assertStatements(2, 5);
    }

    @Test
    void shouldReadSoManyLevels() {
        chain(5);

        Topic top = inSession(session -> session.get(TOPIC, 1L)
                .flatMap(topic -> session.load(topic, PARTS.tree().recursive(2))));

        assertThat(top.outline()).isEqualTo("1(2(3? 103?) 102)");
        assertStatements(2, 3);
    }

    @Test
    void shouldGoOnWhereLessWasRead() {
        chain(5);

        Topic top = inSession(session -> session.get(TOPIC, 1L)
                .flatMap(topic -> session.load(topic, PARTS.tree().recursive(1)))
                .doOnNext(topic -> statements())
                .flatMap(topic -> session.load(topic, PARTS.tree())));

        assertThat(top.outline()).isEqualTo("1(2(3(4(5 105) 104) 103) 102)");
        assertStatements(1, 4);
    }

    @Test
    void shouldEndInACircle() {
        chain(3);
        link(1, 3);

        Topic top = inSession(session -> session.get(TOPIC, 1L).flatMap(topic -> session.load(topic, PARTS.tree())));

        assertThat(top.parts.get(0).parts.get(0).parts).containsExactly(top);
    }

    @Test
    void shouldEndInACircleWithADepth() {
        chain(3);
        link(1, 3);

        Topic top = inSession(session -> session.get(TOPIC, 1L)
                .flatMap(topic -> session.load(topic, PARTS.tree().recursive(50))));

        assertThat(top.parts.get(0).parts.get(0).parts).containsExactly(top);
    }

    @Test
    void shouldReadUpToTheTop() {
        chain(6);

        Topic leaf = inSession(session -> session.one(select(TOPIC.with(WHOLE.tree()))
                .where(TOPIC.number("id", Long.class).eq(6L))));

        int above = 0;
        for (Topic topic = leaf.whole; topic != null; topic = topic.whole) {
            above++;
        }
        assertThat(above).isEqualTo(5);
        assertStatements(2, 6);
    }

    @Test
    void shouldFollowAJoinTable() {
        doing(session -> {
            List<Topic> topics = List.of(Topic.of(1), Topic.of(2), Topic.of(3));
            topics.forEach(session::add);
            topics.get(0).related.addAll(List.of(topics.get(1), topics.get(2)));
            topics.get(1).related.add(topics.get(2));
            topics.get(2).related.add(topics.get(0));
        });
        statements();

        Topic one = inSession(session -> session.get(TOPIC, 1L).flatMap(topic -> session.load(topic, RELATED.tree())));

        assertThat(one.related).extracting(topic -> topic.id).containsExactly(2L, 3L);
        assertThat(one.related.get(0).related).containsExactly(one.related.get(1));
        assertThat(one.related.get(1).related).containsExactly(one);
    }

    @Test
    void shouldLeaveOutWhatDoesNotMeetACondition() {
        chain(4);

        Topic top = inSession(session -> session.get(TOPIC, 1L)
                .flatMap(topic -> session.load(topic, PARTS.tree().where(part -> part.number("id", Long.class)
                        .ne(3L)))));

        assertThat(top.outline()).isEqualTo("1(2(103) 102)");
    }

    @Test
    void shouldLoadAlongWithEachOfATree() {
        chain(3);
        doing(session -> session.add(new Topic.Owner()).id = 7);
        run(engine.execute(
                Sql.update(TOPIC).set(TOPIC.number("owner.id", Long.class).to(7L))));
        statements();

        Topic top =
                inSession(session -> session.get(TOPIC, 1L).flatMap(topic -> session.load(topic, PARTS.tree(OWNER))));

        assertThat(top.parts.get(0).parts).extracting(topic -> topic.owner).containsOnly(top.owner);
    }

    @Test
    void shouldReadManyTrees() {
        doing(session -> {
            for (long i = 0; i < 700; i++) {
                Topic whole = session.add(Topic.of(2 * i));
                session.add(Topic.of(2 * i + 1)).whole = whole;
            }
        });
        statements();

        List<Topic> tops = rows(select(TOPIC.with(PARTS.tree()))
                .where(WHOLE.isNull())
                .orderBy(TOPIC.number("id", Long.class).asc()));

        assertThat(tops).hasSize(700).allMatch(top -> top.parts.size() == 1);
        assertThat(Collections.max(tops.stream().map(top -> top.parts.get(0).id).toList()))
                .isEqualTo(1399);
    }

    @Test
    void shouldRefuseATreeOfWhatIsNone() {
        assertThatThrownBy(OWNER::tree)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("owner", "its own class");
        assertThatThrownBy(() -> WHOLE.tree().recursive(3))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("whole", "leads to one");
    }
}
