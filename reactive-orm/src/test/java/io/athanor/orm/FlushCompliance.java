package io.athanor.orm;

import static io.athanor.orm.Press.ARTICLE;
import static io.athanor.orm.Press.AUTHOR;
import static io.athanor.orm.Press.COMMENT;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Author;
import io.athanor.orm.Press.Comment;
import io.athanor.orm.Press.Employer;
import io.athanor.orm.Press.Node;
import io.athanor.orm.Press.Person;
import io.athanor.orm.Press.Profile;
import io.athanor.orm.Press.Stamp;
import io.athanor.orm.Press.Tag;
import io.athanor.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a flush writes, in which order and in how many statements. */
abstract class FlushCompliance extends SessionFixture {
    FlushCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    void shouldInsertWhatWasAddedAndSetItsKey() {
        Author ann = new Author("Ann");

        doing(session -> session.add(ann));

        assertThat(ann.id).isNotNull();
        assertThat(statements()).containsExactly("insert author");
        assertThat(count(AUTHOR)).isEqualTo(1);
    }

    @Test
    void shouldReachNewObjectsAndInsertThemInTheOrderOfForeignKeys() {
        Article article = new Article("Gold");
        article.author = new Author("Ann");
        article.author.profile = new Profile("of Ann");
        article.comments.add(new Comment("First!"));
        article.comments.add(new Comment("Second"));
        article.tags.add(new Tag("metal"));

        doing(session -> session.add(article));

        assertThat(statements())
                .filteredOn(statement -> !statement.equals("next key"))
                .containsExactlyInAnyOrder(
                        "insert author",
                        "insert profile",
                        "insert article",
                        "insert comment",
                        "insert tag",
                        "insert article_tags");
        assertThat(article.version).isEqualTo(1);
        assertThat(article.comments).allSatisfy(comment -> {
            assertThat(comment.article).isSameAs(article);
            assertThat(comment.id).isNotNull();
        });
        assertThat(article.author.profile.author).isSameAs(article.author);
    }

    @Test
    void shouldWriteNothingForWhatIsUnchanged() {
        doing(session -> session.add(new Article("Gold")));
        statements();

        within(session -> session.stream(select(ARTICLE)).collectList());

        assertThat(statements()).containsExactly("select article");
    }

    @Test
    void shouldUpdateOnlyWhatHasChanged() {
        Article article = new Article("Gold");
        doing(session -> session.add(article));
        statements();

        within(session -> session.get(ARTICLE, known(article.id)).doOnNext(read -> read.body = "All that glitters"));

        assertThat(statements()).containsExactly("select article", "update article");
        Article read = inSession(session -> session.get(ARTICLE, known(article.id)));
        assertThat(read.body).isEqualTo("All that glitters");
        assertThat(read.version).isEqualTo(2);
    }

    @Test
    void shouldInsertTreesLevelByLevel() {
        Node root = new Node("root");
        for (int i = 0; i < 3; i++) {
            Node child = new Node("child " + i);
            root.children.add(child);
            child.children.add(new Node("grandchild " + i));
        }

        doing(session -> session.add(root));

        assertThat(statements()).containsExactly("insert node", "insert node", "insert node");
    }

    @Test
    void shouldBreakCirclesByNull() {
        Person ann = new Person("Ann");
        Employer works = new Employer("Works");
        ann.employer = works;
        works.owner = ann;

        doing(session -> session.add(ann));

        assertThat(statements()).hasSize(3);
        assertThat(ann.employer).isSameAs(works);
    }

    @Test
    void shouldDeleteWhatDeleteCascadesTo() {
        Article article = new Article("Gold");
        article.comments.add(new Comment("First!"));
        article.tags.add(new Tag("metal"));
        doing(session -> session.add(article));
        statements();

        within(session -> session.get(ARTICLE, known(article.id)).doOnNext(session::delete));

        assertThat(statements())
                .containsExactly(
                        "select article", "select comment", "delete article_tags", "delete comment", "delete article");
        assertThat(count(COMMENT)).isZero();
    }

    @Test
    void shouldInsertRowsOfNothingButDefaults() {
        List<Stamp> stamps = List.of(new Stamp(), new Stamp());

        doing(session -> session.addAll(stamps));

        assertThat(stamps).extracting(stamp -> stamp.id).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(count(Press.STAMP)).isEqualTo(2);
    }

    @Test
    void shouldDeleteCircles() {
        Person ann = new Person("Ann");
        ann.employer = new Employer("Works");
        ann.employer.owner = ann;
        doing(session -> session.add(ann));
        statements();

        within(session -> session.get(Press.PERSON, known(ann.id)).doOnNext(read -> {
            session.delete(read);
            session.delete(known(read.employer));
        }));

        assertThat(count(Press.PERSON)).isZero();
        assertThat(count(Press.EMPLOYER)).isZero();
    }

    @Test
    void shouldInsertARowThatRefersToItself() {
        Node node = new Node("self");
        node.parent = node;

        doing(session -> session.add(node));

        assertThat(statements()).containsExactly("insert node", "update node");
        assertThat(node.parent).isSameAs(node);
    }

    @Test
    void shouldUpdateARowAndInsertAnotherThatTakesItsUniqueValue() {
        Article gold = new Article("Gold");
        doing(session -> session.add(gold));

        within(session -> session.get(ARTICLE, known(gold.id)).doOnNext(read -> {
            read.title = "Old gold";
            session.add(new Article("Gold"));
        }));

        assertThat(count(ARTICLE)).isEqualTo(2);
    }
}
