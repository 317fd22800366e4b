package io.athanor.orm.load;

import static io.athanor.orm.load.Forum.ARTICLE;
import static io.athanor.orm.load.Forum.AUTHOR;
import static io.athanor.orm.load.Forum.COMMENT;
import static io.athanor.orm.load.Forum.TAG;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.orm.load.Forum.Author;
import io.athanor.orm.load.Forum.CommentTable;
import io.athanor.orm.load.Forum.Tag;
import io.athanor.sql.Select;
import org.junit.jupiter.api.Test;

/** What paths are written as. */
class PathSqlTest {
    @Test
    void shouldJoinOne() {
        assertSql(
                select(ARTICLE.id).join(ARTICLE.author),
                "select article.id from article join author on article.author_id =" + " author.id");
    }

    @Test
    void shouldJoinMany() {
        assertSql(
                select(ARTICLE.id).leftJoin(ARTICLE.comments),
                "select article.id from article left join comment on comment.article_id =" + " article.id");
    }

    @Test
    void shouldJoinByWayOfATable() {
        assertSql(
                select(ARTICLE.id).join(ARTICLE.tags),
                "select article.id from article"
                        + " join article_tags tag_article_tags on tag_article_tags.article_id ="
                        + " article.id"
                        + " join tag on tag_article_tags.tag_id = tag.id");
        assertSql(
                select(TAG.id).join(TAG.articles),
                "select tag.id from tag"
                        + " join article_tags article_article_tags on article_article_tags.tag_id ="
                        + " tag.id"
                        + " join article on article_article_tags.article_id = article.id");
    }

    @Test
    void shouldJoinAnAliasOfItself() {
        CommentTable reply = COMMENT.as("reply");

        assertSql(
                select(COMMENT.id).join(COMMENT.replies.to(reply)),
                "select comment.id from comment join comment reply on reply.parent_id =" + " comment.id");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> select(COMMENT.id).join(COMMENT.replies))
                .withMessage("comment.replies leads from comment to what is called the same; say"
                        + " comment.replies.to(...as(\"other\"))");
    }

    @Test
    void shouldAskWhetherAnyMeetsACondition() {
        assertSql(
                select(ARTICLE.id).where(ARTICLE.comments.any(comment -> comment.text.eq("gold"))),
                "select article.id from article where exists (select 1 from comment article_comments"
                        + " where article_comments.article_id = article.id and"
                        + " article_comments.text = ?)");
        assertSql(
                select(ARTICLE.id).where(ARTICLE.tags.any().not()),
                "select article.id from article where not exists (select 1 from article_tags"
                        + " article_tags_article_tags join tag article_tags on"
                        + " article_tags_article_tags.tag_id = article_tags.id where"
                        + " article_tags_article_tags.article_id = article.id)");
    }

    @Test
    void shouldNestConditions() {
        assertSql(
                select(COMMENT.id)
                        .where(COMMENT.replies.any(reply -> reply.replies.any(nested -> nested.text.eq("x")))),
                "select comment.id from comment where exists (select 1 from comment comment_replies"
                        + " where comment_replies.parent_id = comment.id and exists (select 1 from"
                        + " comment comment_replies_replies where comment_replies_replies.parent_id ="
                        + " comment_replies.id and comment_replies_replies.text = ?))");
    }

    @Test
    void shouldCompareAReferenceWithoutJoin() {
        Author ann = new Author();
        ann.id = 7L;

        assertSql(
                select(ARTICLE.id).where(ARTICLE.author.is(ann).or(ARTICLE.author.isNull())),
                "select article.id from article where article.author_id = ? or" + " article.author_id is null");
        assertSql(
                select(ARTICLE.id).where(ARTICLE.author.has(author -> author.name.eq("Ann"))),
                "select article.id from article where exists (select 1 from author article_author"
                        + " where article.author_id = article_author.id and"
                        + " article_author.name = ?)");
    }

    @Test
    void shouldAskForTheOtherSideOfOneToOne() {
        assertSql(
                select(AUTHOR.id).where(AUTHOR.profile.isNull()),
                "select author.id from author where not exists (select 1 from profile"
                        + " author_profile where author_profile.author_id = author.id)");
    }

    @Test
    void shouldAskWhetherOneIsAmongMany() {
        Tag gold = new Tag();
        gold.id = 3L;
        Forum.Comment comment = new Forum.Comment();
        comment.id = 4L;

        assertSql(
                select(ARTICLE.id).where(ARTICLE.tags.contains(gold)),
                "select article.id from article where exists (select 1 from article_tags"
                        + " article_article_tags where article_article_tags.article_id = article.id"
                        + " and article_article_tags.tag_id = ?)");
        assertSql(
                select(ARTICLE.id).where(ARTICLE.comments.contains(comment)),
                "select article.id from article where exists (select 1 from comment article_comments"
                        + " where article_comments.article_id = article.id and"
                        + " article_comments.id = ?)");
    }

    @Test
    void shouldRefuseToCompareWithWhatHasNoKey() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ARTICLE.author.is(new Author()))
                .withMessage("this Author has no key yet, so no row can refer to it; flush first, or compare with"
                        + " isNull()");
    }

    @Test
    void shouldCutNamesThatAreTooLongForADatabase() {
        CommentTable deep = COMMENT.as("a_name_that_is_as_long_as_a_name_may_be_in_postgresql");

        assertThat(select(deep.id)
                        .where(deep.replies.any(reply -> reply.text.eq("x")))
                        .toString())
                .containsPattern("a_name_that_is_as_long_as_a_name_may_be_in_postgres[a-z0-9_]{8,9}\\.text");
    }

    private static void assertSql(Select<?> select, String sql) {
        assertThat(select).hasToString(sql);
    }
}
