package io.athanor.orm.load;

import static io.athanor.orm.load.Forum.ARTICLE;
import static io.athanor.orm.load.Forum.AUTHOR;
import static io.athanor.orm.load.Forum.COMMENT;
import static io.athanor.orm.load.Forum.TAG;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.NotLoadedException;
import io.athanor.orm.load.Forum.Article;
import io.athanor.orm.load.Forum.Author;
import io.athanor.orm.load.Forum.Comment;
import io.athanor.orm.load.Forum.Profile;
import io.athanor.orm.load.Forum.Tag;
import io.athanor.sql.Label;
import io.athanor.testing.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every database gives of relationships. */
abstract class LoadCompliance extends LoadFixture {
    LoadCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    void shouldMakeOneObjectOfEachKey() {
        List<Article> articles = load(loader ->
                loader.stream(select(ARTICLE).orderBy(ARTICLE.id.asc())).collectList());

        assertThat(articles).extracting(article -> article.title).containsExactly("One", "Two", "Three", "Four");
        assertThat(articles.get(0).author).isSameAs(articles.get(1).author).isNotSameAs(articles.get(2).author);
        assertThat(articles.get(3).author).isNull();
    }

    @Test
    void shouldLoadReferencesInOneStatementForEachEntity() {
        List<Comment> comments = load(loader ->
                loader.stream(select(COMMENT).orderBy(COMMENT.id.asc())).collectList());

        assertThat(comments)
                .extracting(comment -> comment.author)
                .hasToString("[author 2, author 3, author 1, author 1, null]");
        assertThat(comments)
                .extracting(comment -> comment.article)
                .hasToString("[article 1, article 1, article 1, article 1, article 2]");
        assertThat(comments.get(2).parent).isSameAs(comments.get(0));
        assertThat(author(comments.get(0)).profile).isNotNull();
        // comments, articles, authors, profiles
        assertThat(statements()).hasSize(4);
    }

    @Test
    void shouldGiveBothSidesOfOneToOneByOneStatement() {
        Profile profile = load(loader -> loader.one(select(Forum.PROFILE).where(Forum.PROFILE.bio.eq("of Ann"))));

        assertThat(profile.author).hasToString("author 1").satisfies(author -> assertThat(author.profile)
                .isSameAs(profile));
        assertThat(statements()).hasSize(2);
    }

    @Test
    void shouldRefuseToGuessWhatWasNotLoaded() {
        Article article = load(loader -> loader.one(select(ARTICLE).where(ARTICLE.id.eq(1L))));

        assertThatExceptionOfType(NotLoadedException.class)
                .isThrownBy(() -> article.comments.size())
                .withMessageContaining("Article.comments is not loaded")
                .withMessageContaining("ARTICLE.with(ARTICLE.comments)");
    }

    @Test
    void shouldLoadManyByOneStatement() {
        List<Article> articles = load(loader -> loader.stream(
                        select(ARTICLE.with(ARTICLE.comments, ARTICLE.tags)).orderBy(ARTICLE.id.asc()))
                .collectList());

        assertThat(articles.get(0).comments).hasToString("[comment 4, comment 3, comment 2, comment 1]");
        assertThat(articles.get(1).comments).hasToString("[comment 5]");
        assertThat(articles.get(2).comments).isEmpty();
        assertThat(articles.get(0).tags).extracting(tag -> tag.name).containsExactlyInAnyOrder("gold", "lead");
        assertThat(articles.get(3).tags).isEmpty();
        // articles, comments, tags, authors, profiles
        assertThat(statements()).hasSize(5);
    }

    @Test
    void shouldLoadWhatIsNested() {
        Tag tag = load(loader -> loader.one(
                select(TAG.with(TAG.articles.selectIn(ARTICLE.comments.selectIn(COMMENT.author), ARTICLE.tags)))
                        .where(TAG.id.eq(1L))));

        assertThat(tag.articles).hasToString("[article 1, article 2]");
        assertThat(tag.articles.get(0).comments)
                .extracting(comment -> comment.author)
                .hasToString("[author 1, author 1, author 3, author 2]");
        assertThat(tag.articles.get(0).tags).contains(tag);
        // tags, articles, comments, tags of articles, authors, profiles
        assertThat(statements()).hasSize(6);
    }

    @Test
    void shouldJoinOneInTheSameStatement() {
        Article article = load(loader -> loader.one(select(ARTICLE.with(ARTICLE.author.joined(AUTHOR.profile.joined())))
                .where(ARTICLE.id.eq(3L))));

        assertThat(article.author).hasToString("author 2").satisfies(author -> assertThat(author.profile)
                .hasToString("profile 12"));
        assertThat(statements()).hasSize(1);
    }

    @Test
    void shouldJoinManyAndCountOwners() {
        List<Article> articles = load(loader -> loader.stream(
                        select(ARTICLE.with(ARTICLE.comments.joined(), ARTICLE.author.joined(AUTHOR.profile.joined())))
                                .orderBy(ARTICLE.title.desc())
                                .limit(3))
                .collectList());

        assertThat(articles).hasToString("[article 2, article 3, article 1]");
        assertThat(articles.get(2).comments).hasToString("[comment 4, comment 3, comment 2, comment 1]");
        assertThat(articles.get(1).comments).isEmpty();
        // one, and the authors of comments with their profiles
        assertThat(statements()).hasSize(3);
    }

    @Test
    void shouldJoinManyOfADistinctSelect() {
        List<Article> articles = load(loader -> loader.stream(select(ARTICLE.with(ARTICLE.comments.joined()))
                        .join(ARTICLE.tags)
                        .distinct()
                        .orderBy(ARTICLE.id.asc()))
                .collectList());

        assertThat(articles).hasToString("[article 1, article 2]");
        assertThat(articles.get(0).comments).hasSize(4);
    }

    @Test
    void shouldOrderAJoinedSelectByWhatIsNotSelected() {
        List<Article> articles = load(loader -> loader.stream(select(ARTICLE.with(ARTICLE.comments.joined()))
                        .join(ARTICLE.author)
                        .orderBy(AUTHOR.name.desc(), ARTICLE.id.desc())
                        .limit(2))
                .collectList());

        assertThat(articles).hasToString("[article 3, article 2]");
    }

    @Test
    void shouldRefuseManyJoinedBesideOtherThings() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        load(loader -> loader.stream(select(ARTICLE.with(ARTICLE.comments.joined()), ARTICLE.title))
                                .collectList()))
                .withMessageContaining("use selectIn()");
    }

    @Test
    void shouldLoadByTheQueryItself() {
        List<Article> articles =
                load(loader -> loader.stream(select(ARTICLE.with(ARTICLE.comments.subquery(), ARTICLE.tags.subquery()))
                                .orderBy(ARTICLE.id.asc())
                                .limit(2))
                        .collectList());

        assertThat(articles.get(0).comments).hasSize(4);
        assertThat(articles.get(1).tags).hasToString("[tag 1]");
        assertThat(statements())
                .anyMatch(sql -> sql.contains("in (select \"article\".\"id\" from \"article\" order by"));
    }

    @Test
    void shouldLoadTheMembersThatMeetACondition() {
        Article article = load(loader -> loader.one(select(ARTICLE.with(ARTICLE.comments
                        .selectIn()
                        .where(comment -> comment.text.gt("c1"))
                        .orderBy(comment -> comment.text.asc())))
                .where(ARTICLE.id.eq(1L))));

        assertThat(article.comments).hasToString("[comment 2, comment 3, comment 4]");
    }

    @Test
    void shouldJoinTheMembersThatMeetACondition() {
        Article article = load(loader -> loader.one(select(ARTICLE.with(ARTICLE.comments
                        .joined()
                        .where(comment -> comment.text.gt("c2"))
                        .orderBy(comment -> comment.text.asc())))
                .where(ARTICLE.id.eq(1L))));

        assertThat(article.comments).hasToString("[comment 3, comment 4]");
    }

    @Test
    void shouldTakeMembersFromAJoinOfTheQuery() {
        List<Article> articles = load(loader -> loader.stream(select(ARTICLE.with(ARTICLE.comments.from(COMMENT)))
                        .from(ARTICLE)
                        .join(ARTICLE.comments)
                        .where(COMMENT.text.in("c2", "c5"))
                        .orderBy(ARTICLE.id.asc()))
                .collectList());

        assertThat(articles).hasToString("[article 1, article 2]");
        assertThat(articles).extracting(article -> article.comments).hasToString("[[comment 2], [comment 5]]");
    }

    @Test
    void shouldFollowATreeAsDeepAsItIs() {
        Comment root = load(loader -> loader.one(
                select(COMMENT.with(COMMENT.replies.selectIn().recursive())).where(COMMENT.id.eq(1L))));

        assertThat(root.replies).hasToString("[comment 3]");
        assertThat(root.replies.get(0).replies).hasToString("[comment 4]");
        assertThat(root.replies.get(0).replies.get(0).replies).isEmpty();
    }

    @Test
    void shouldFollowATreeAsDeepAsIsSaid() {
        Comment root = load(loader -> loader.one(
                select(COMMENT.with(COMMENT.replies.selectIn().recursive(2))).where(COMMENT.id.eq(1L))));

        Comment last = root.replies.get(0).replies.get(0);
        assertThat(last).hasToString("comment 4");
        assertThatExceptionOfType(NotLoadedException.class).isThrownBy(() -> last.replies.size());
    }

    @Test
    void shouldReadEntitiesBesideOtherThings() {
        Label<Long> comments = count(COMMENT.id).as("comments");
        List<String> lines = load(loader -> loader.stream(select(ARTICLE, comments)
                        .from(ARTICLE)
                        .leftJoin(ARTICLE.comments)
                        .groupBy(ARTICLE.id, ARTICLE.title, ARTICLE.body, ARTICLE.column("author.id", Long.class))
                        .orderBy(ARTICLE.id.asc())
                        .map(row -> row.get(ARTICLE).title + " by " + name(row.get(ARTICLE).author) + ": "
                                + row.get(comments)))
                .collectList());

        assertThat(lines).containsExactly("One by Ann: 4", "Two by Ann: 1", "Three by Bob: 0", "Four by nobody: 0");
    }

    @Test
    void shouldMapEntitiesWhenAllOfThemIsThere() {
        List<Integer> sizes = load(loader -> loader.stream(select(ARTICLE.with(ARTICLE.comments))
                        .orderBy(ARTICLE.id.asc())
                        .map(article -> article.comments.size()))
                .collectList());

        assertThat(sizes).containsExactly(4, 1, 0, 0);
    }

    record Line(Article article, @Nullable Author author, String title) {}

    @Test
    void shouldReadEntitiesIntoRecords() {
        List<Line> lines = load(loader -> loader.stream(select(ARTICLE, AUTHOR, ARTICLE.title)
                        .from(ARTICLE)
                        .leftJoin(ARTICLE.author)
                        .orderBy(ARTICLE.id.asc())
                        .into(Line.class))
                .collectList());

        assertThat(lines.get(0).author()).isSameAs(lines.get(0).article().author);
        assertThat(lines.get(3).author()).isNull();
        assertThat(lines.get(2).title()).isEqualTo("Three");
        // the rows, and the profiles of the authors in them
        assertThat(statements()).hasSize(2);
    }

    @Test
    void shouldReadWhatHasNoEntitiesAsItIs() {
        List<String> titles = load(loader ->
                loader.stream(select(ARTICLE.title).where(ARTICLE.id.eq(1L))).collectList());
        Long articles = load(loader -> loader.one(select(count()).from(ARTICLE)));

        assertThat(titles).containsExactly("One");
        assertThat(articles).isEqualTo(4L);
    }

    @Test
    void shouldReadTwoAliasesAsTwoEntities() {
        Forum.CommentTable answer = COMMENT.as("answer");
        List<String> pairs = load(loader -> loader.stream(select(COMMENT, answer)
                        .from(COMMENT)
                        .join(COMMENT.replies.to(answer))
                        .orderBy(COMMENT.id.asc())
                        .map(row -> row.get(COMMENT) + " < " + row.get(answer)))
                .collectList());

        assertThat(pairs).containsExactly("comment 1 < comment 3", "comment 3 < comment 4");
    }

    private static Author author(Comment comment) {
        if (comment.author == null) {
            throw new AssertionError(comment + " has no author");
        }
        return comment.author;
    }

    private static @Nullable String name(@Nullable Author author) {
        return author == null ? "nobody" : author.name;
    }
}
