package io.athanor.orm;

import static io.athanor.orm.Press.ARTICLE;
import static io.athanor.orm.Press.AUTHOR;
import static io.athanor.orm.Press.BOOK;
import static io.athanor.orm.Press.COMMENT;
import static io.athanor.orm.Press.NODE;
import static io.athanor.orm.Press.PROFILE;
import static io.athanor.orm.Press.SHELF;
import static io.athanor.orm.Press.TAG;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.EntityStateException;
import io.athanor.RelationshipConflictException;
import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Author;
import io.athanor.orm.Press.Book;
import io.athanor.orm.Press.Comment;
import io.athanor.orm.Press.Node;
import io.athanor.orm.Press.Profile;
import io.athanor.orm.Press.Shelf;
import io.athanor.orm.Press.Tag;
import io.athanor.orm.mapping.ToMany;
import io.athanor.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What reaches over relationships, and how both sides of one agree. */
abstract class CascadeCompliance extends SessionFixture {
    private static final ToMany<Article, Comment, ?> COMMENTS = ARTICLE.toMany("comments", Comment.class);
    private static final ToMany<Article, Tag, ?> TAGS = ARTICLE.toMany("tags", Tag.class);

    CascadeCompliance(TestDatabase database) {
        super(database);
    }

    private Article stored(String title, String... comments) {
        Article article = new Article(title);
        for (String comment : comments) {
            article.comments.add(new Comment(comment));
        }
        doing(session -> session.add(article));
        statements();
        return article;
    }

    private Mono<Article> withComments(Session session, String title) {
        return session.one(
                select(ARTICLE.with(COMMENTS)).where(ARTICLE.text("title").eq(title)));
    }

    @Test
    void shouldSetTheForeignKeyFromEitherSide() {
        Author ann = new Author("Ann");
        Article byCollection = new Article("Gold");
        Article byReference = new Article("Silver");
        ann.articles.add(byCollection);
        byReference.author = ann;

        doing(session -> session.addAll(List.of(ann, byReference)));

        assertThat(ann.articles).containsExactlyInAnyOrder(byCollection, byReference);
        assertThat(byCollection.author).isSameAs(ann);
        assertThat(rows(select(ARTICLE)
                        .where(ARTICLE.number("author.id", Long.class).eq(known(ann.id)))))
                .hasSize(2);
    }

    @Test
    void shouldDeleteOrphans() {
        stored("Gold", "First!", "Second");

        within(session -> withComments(session, "Gold").doOnNext(read -> read.comments.remove(0)));

        assertThat(statements()).containsExactly("select article", "select comment", "delete comment");
        assertThat(count(COMMENT)).isEqualTo(1);
    }

    @Test
    void shouldDeleteOrphansOfAReplacedCollection() {
        stored("Gold", "First!", "Second");

        within(session -> withComments(session, "Gold")
                .doOnNext(read -> read.comments = new ArrayList<>(List.of(new Comment("Third")))));

        assertThat(count(COMMENT)).isEqualTo(1);
    }

    @Test
    void shouldDeleteAnOrphanWhoseOwnSideWasCleared() {
        stored("Gold", "First!", "Second");

        within(session -> withComments(session, "Gold").doOnNext(read -> read.comments.get(0).article = null));

        assertThat(count(COMMENT)).isEqualTo(1);
    }

    @Test
    void shouldMoveAChildByCollections() {
        stored("Gold", "First!");
        stored("Silver");

        within(session -> Mono.zip(withComments(session, "Gold"), withComments(session, "Silver"))
                .doOnNext(
                        both -> both.getT2().comments.add(both.getT1().comments.remove(0)))
                .flatMap(both -> session.flush().thenReturn(both))
                .doOnNext(
                        both -> assertThat(both.getT2().comments.get(0).article).isSameAs(both.getT2())));

        assertThat(inSession(session -> withComments(session, "Silver")).comments)
                .hasSize(1);
    }

    @Test
    void shouldMoveAChildByItsOwnSide() {
        stored("Gold", "First!");
        stored("Silver");

        within(session -> Mono.zip(withComments(session, "Gold"), withComments(session, "Silver"))
                .doOnNext(both -> both.getT1().comments.get(0).article = both.getT2())
                .flatMap(both -> session.flush().thenReturn(both))
                .doOnNext(both -> {
                    assertThat(both.getT1().comments).isEmpty();
                    assertThat(both.getT2().comments).hasSize(1);
                }));

        assertThat(count(COMMENT)).isEqualTo(1);
    }

    @Test
    void shouldRefuseSidesThatContradictEachOther() {
        stored("Gold", "First!");
        stored("Silver");
        stored("Lead");

        fails(
                sessions.run(session -> Mono.zip(
                                withComments(session, "Gold"),
                                withComments(session, "Silver"),
                                withComments(session, "Lead"))
                        .doOnNext(all -> {
                            all.getT1().comments.get(0).article = all.getT3();
                            all.getT2().comments.add(all.getT1().comments.get(0));
                        })),
                RelationshipConflictException.class,
                "Article.comments",
                "Comment.article");
    }

    @Test
    void shouldRefuseAChildOfTwoOwners() {
        Comment comment = new Comment("whose?");
        Article gold = new Article("Gold");
        Article silver = new Article("Silver");
        gold.comments.add(comment);
        silver.comments.add(comment);

        fails(
                sessions.run(session -> Mono.fromRunnable(() -> session.addAll(List.of(gold, silver)))),
                RelationshipConflictException.class,
                "two");
        assertThat(comment.article).isNull();
        assertThat(comment.id).isNull();
    }

    @Test
    void shouldReplaceAOneToOne() {
        Author ann = new Author("Ann");
        ann.profile = new Profile("old");
        doing(session -> session.add(ann));

        within(session -> session.get(AUTHOR, known(ann.id)).doOnNext(read -> read.profile = new Profile("new")));

        assertThat(rows(select(PROFILE.text("bio")))).containsExactly("new");
    }

    @Test
    void shouldInsertAndDeleteLinksFromEitherSide() {
        Article article = stored("Gold");
        doing(session -> session.addAll(List.of(new Tag("metal"), new Tag("yellow"))));

        within(session -> Mono.zip(
                        session.one(select(ARTICLE.with(TAGS))),
                        session.get(TAG, "metal"),
                        session.one(select(TAG.with(TAG.toMany("articles", Article.class)))
                                .where(TAG.text("name").eq("yellow"))))
                .doOnNext(all -> {
                    all.getT1().tags.add(all.getT2());
                    all.getT3().articles.add(all.getT1());
                })
                .flatMap(all -> session.flush().thenReturn(all))
                .doOnNext(all -> assertThat(all.getT1().tags).hasSize(2)));
        assertThat(statements().stream().filter("insert article_tags"::equals)).hasSize(1);

        within(session -> session.one(select(ARTICLE.with(TAGS))).doOnNext(read -> read.tags.clear()));
        assertThat(statements().stream().filter("delete article_tags"::equals)).hasSize(1);
        assertThat(article.id).isNotNull();
    }

    @Test
    void shouldUnlinkWhatIsDeleted() {
        Article article = new Article("Gold");
        article.tags.add(new Tag("metal"));
        doing(session -> session.add(article));

        within(session -> Mono.zip(session.one(select(ARTICLE.with(TAGS))), session.get(TAG, "metal"))
                .doOnNext(both -> session.delete(both.getT2()))
                .flatMap(both -> session.flush().thenReturn(both))
                .doOnNext(both -> assertThat(both.getT1().tags).isEmpty()));

        assertThat(count(TAG)).isZero();
    }

    @Test
    void shouldNoLongerHoldWhatWasDeleted() {
        stored("Gold", "First!", "Second");

        within(session -> withComments(session, "Gold")
                .doOnNext(read -> session.delete(read.comments.get(0)))
                .flatMap(read -> session.flush().thenReturn(read))
                .doOnNext(read -> assertThat(read.comments).hasSize(1)));

        assertThat(count(COMMENT)).isEqualTo(1);
    }

    @Test
    void shouldReleaseChildrenWithoutADeleteCascade() {
        Author ann = new Author("Ann");
        ann.articles.add(new Article("Gold"));
        doing(session -> session.add(ann));
        statements();

        within(session -> session.get(AUTHOR, known(ann.id)).doOnNext(session::delete));

        assertThat(statements()).containsExactly("select author", "select profile", "update article", "delete author");
        assertThat(rows(select(ARTICLE))).singleElement().satisfies(article -> assertThat(article.author)
                .isNull());
    }

    @Test
    void shouldDeleteManyParentsInOneStatementForEachLevel() {
        for (int i = 0; i < 5; i++) {
            stored("Article " + i, "First!", "Second");
        }

        within(session ->
                session.stream(select(ARTICLE)).doOnNext(session::delete).collectList());

        assertThat(statements())
                .containsExactly(
                        "select article", "select comment", "delete article_tags", "delete comment", "delete article");
    }

    @Test
    void shouldDeleteTreesFromTheLeaves() {
        Node root = new Node("root");
        for (int i = 0; i < 3; i++) {
            Node child = new Node("child " + i);
            root.children.add(child);
            child.children.add(new Node("grandchild " + i));
        }
        doing(session -> session.add(root));
        statements();

        within(session -> session.get(NODE, known(root.id)).doOnNext(session::delete));

        assertThat(count(NODE)).isZero();
    }

    @Test
    void shouldWriteAForeignKeyThatOnlyTheCollectionKnows() {
        Shelf shelf = new Shelf("A");
        Book book = new Book("Alchemy");
        shelf.books.add(book);
        doing(session -> session.add(shelf));
        Shelf other = new Shelf("B");
        doing(session -> session.add(other));

        ToMany<Shelf, Book, ?> books = SHELF.toMany("books", Book.class);
        within(session -> session.stream(
                        select(SHELF.with(books)).orderBy(SHELF.text("name").asc()))
                .collectList()
                .doOnNext(
                        shelves -> shelves.get(1).books.add(shelves.get(0).books.remove(0))));
        assertThat(inSession(session -> session.one(select(SHELF.with(books))
                                .where(SHELF.text("name").eq("B"))))
                        .books)
                .hasSize(1);

        within(session ->
                session.stream(select(SHELF)).doOnNext(session::delete).collectList());
        assertThat(count(BOOK)).isEqualTo(1);
    }

    @Test
    void shouldLeaveAForeignKeyAloneThatItsEntityDoesNotKnow() {
        Shelf shelf = new Shelf("A");
        shelf.books.add(new Book("Alchemy"));
        doing(session -> session.add(shelf));
        statements();

        within(session -> session.stream(select(BOOK))
                .doOnNext(read -> read.title = "Chemistry")
                .collectList());
        within(session -> session.stream(select(BOOK)).collectList());

        assertThat(statements()).containsExactly("select book", "update book", "select book");
        assertThat(inSession(session -> session.one(select(SHELF.with(SHELF.toMany("books", Book.class))))).books)
                .hasSize(1);
    }

    @Test
    void shouldRefuseToReplaceWhatWasNotLoaded() {
        stored("Gold", "First!");

        fails(
                sessions.run(
                        session -> session.one(select(ARTICLE)).doOnNext(read -> read.comments = new ArrayList<>())),
                EntityStateException.class,
                "Article.comments was replaced but never loaded");
    }

    @Test
    void shouldRefuseToReferToWhatIsDeleted() {
        Author ann = new Author("Ann");
        doing(session -> session.add(ann));

        fails(
                sessions.run(session -> session.get(AUTHOR, known(ann.id)).doOnNext(read -> {
                    session.delete(read);
                    Article article = new Article("Gold");
                    article.author = read;
                    session.add(article);
                })),
                EntityStateException.class,
                "Article.author leads to a Author that is deleted");
    }

    @Test
    void shouldInsertInOneStatementForEachTable() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Article article = new Article("t" + i);
            for (int j = 0; j < 5; j++) {
                article.comments.add(new Comment(i + "." + j));
            }
            articles.add(article);
        }

        doing(session -> session.addAll(articles));

        assertThat(statements())
                .filteredOn(statement -> !statement.equals("next key"))
                .containsExactly("insert article", "insert comment");
        assertThat(Flux.fromIterable(articles)
                        .map(article -> article.id)
                        .distinct()
                        .count()
                        .block())
                .isEqualTo(50);
    }

    @Test
    void shouldNotInsertWhatWasAddedToWhatIsDeleted() {
        stored("Gold", "First!");

        within(session -> withComments(session, "Gold").doOnNext(read -> {
            read.comments.add(new Comment("Late"));
            session.delete(read);
        }));

        assertThat(count(COMMENT)).isZero();
        assertThat(count(ARTICLE)).isZero();
    }
}
