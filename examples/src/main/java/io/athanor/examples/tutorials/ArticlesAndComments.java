package io.athanor.examples.tutorials;

import static io.athanor.examples.tutorials.ArticleTable.ARTICLE;
import static io.athanor.examples.tutorials.CommentTable.COMMENT;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;

import io.athanor.examples.story.Program;
import io.athanor.examples.story.Step;
import io.athanor.examples.story.Story;
import io.athanor.orm.Session;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One-to-many: an article and its comments, which live and die with it ({@code CascadeType.ALL, orphanRemoval}).
 */
public final class ArticlesAndComments implements Story {
    private static final EntityModel MODEL = EntityModel.of(Article.class, Comment.class);

    @Entity
    static final class Article {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String title = "";

        @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Comment> comments = new ArrayList<>();

        Article() {}

        Article(String title, Comment... comments) {
            this.title = title;
            this.comments.addAll(List.of(comments));
        }
    }

    @Entity
    static final class Comment {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String text = "";

        @ManyToOne
        @Nullable
        Article article;

        Comment() {}

        Comment(String text) {
            this.text = text;
        }
    }

    /** Runs it on the database of a URL, or on one in memory. */
    public static void main(String[] arguments) {
        Program.run(arguments, new ArticlesAndComments());
    }

    @Override
    public String title() {
        return "Articles and comments: one-to-many";
    }

    @Override
    public EntityModel model() {
        return MODEL;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("save-update: an article is added, and its comments with it", ArticlesAndComments::add),
                new Step(
                        "save-update: a comment put into the collection later is inserted",
                        ArticlesAndComments::append),
                new Step("delete-orphan: a comment taken out of it is deleted", ArticlesAndComments::remove),
                new Step("move: a comment given to another article stays the same row", ArticlesAndComments::move),
                new Step("delete: an article is deleted, and its comments with it", ArticlesAndComments::delete));
    }

    static Mono<String> add(Session session) {
        Article article = session.add(new Article("Lead", new Comment("Heavy."), new Comment("Grey.")));
        return session.flush()
                .then(Mono.fromSupplier(() -> article.title + " has the id " + article.id + ", its comments "
                        + article.comments.stream().map(each -> each.id).toList()));
    }

    static Mono<String> append(Session session) {
        return lead(session)
                .doOnNext(article -> article.comments.add(new Comment("Cheap.")))
                .flatMap(article -> session.flush().thenReturn(article))
                .map(ArticlesAndComments::said);
    }

    static Mono<String> remove(Session session) {
        return lead(session)
                .doOnNext(article -> article.comments.removeIf(comment -> comment.text.equals("Grey.")))
                .flatMap(article -> session.one(select(count()).from(COMMENT))) // a query flushes first
                .map(left -> left + " comments are left");
    }

    static Mono<String> move(Session session) {
        return lead(session)
                .doOnNext(article -> {
                    Article other = session.add(new Article("Gold"));
                    other.comments.add(article.comments.remove(0));
                })
                .flatMap(article ->
                        session.one(select(ARTICLE.with(ARTICLE.comments)).where(ARTICLE.title.eq("Gold"))))
                .map(ArticlesAndComments::said);
    }

    static Mono<String> delete(Session session) {
        return session.stream(select(ARTICLE))
                .doOnNext(session::delete)
                .then(session.one(select(count()).from(COMMENT)))
                .map(left -> left + " comments are left");
    }

    private static Mono<Article> lead(Session session) {
        return session.one(select(ARTICLE.with(ARTICLE.comments)).where(ARTICLE.title.eq("Lead")));
    }

    private static String said(Article article) {
        return "of " + article.title + " was said "
                + article.comments.stream().map(comment -> comment.text).toList();
    }
}
