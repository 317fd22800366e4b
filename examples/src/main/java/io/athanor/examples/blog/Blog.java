package io.athanor.examples.blog;

import static io.athanor.examples.blog.ArticleTable.ARTICLE;
import static io.athanor.examples.blog.AuthorTable.AUTHOR;
import static io.athanor.examples.blog.CommentTable.COMMENT;
import static io.athanor.examples.blog.TagTable.TAG;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;

import io.athanor.UniqueViolationException;
import io.athanor.examples.story.Program;
import io.athanor.examples.story.Step;
import io.athanor.examples.story.Story;
import io.athanor.orm.Session;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.sql.Label;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The life of a blog, each step in a session of its own. */
public final class Blog implements Story {
    private static final EntityModel MODEL =
            EntityModel.of(Article.class, Author.class, Comment.class, Profile.class, Tag.class);

    /** Runs it on the database of a URL, or on one in memory. */
    public static void main(String[] arguments) {
        Program.run(arguments, new Blog());
    }

    @Override
    public String title() {
        return "A blog";
    }

    @Override
    public EntityModel model() {
        return MODEL;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Publish: two articles are added, and all they reach comes with them", Blog::publish),
                new Step("The front page: what is selected is what is loaded", Blog::frontPage),
                new Step("Moderate: changed objects are updated, orphans deleted", Blog::moderate),
                new Step("Statistics: entities and expressions in one select", Blog::mostDiscussed),
                new Step("Import: what fails is undone alone, by a savepoint", Blog::importAll),
                new Step("Many loads at once batch themselves", Blog::loadAtOnce),
                new Step("Delete: comments and links go along, tags and authors stay", Blog::deleteAll));
    }

    static Mono<String> publish(Session session) {
        Author ann = new Author("Ann", new Profile("Boils lead"));
        Author bob = new Author("Bob", new Profile("Reads everything"));
        Tag gold = new Tag("gold");
        Article prima = new Article("Prima materia", ann, gold, new Tag("basics"));
        prima.comments.add(new Comment(bob, "First! Where is the gold?"));
        prima.comments.add(new Comment(ann, "  "));
        Article stone = new Article("The stone", ann, gold);
        stone.comments.add(new Comment(bob, "Golden."));
        session.add(prima);
        session.add(stone);
        return session.flush().then(Mono.fromSupplier(() -> "published articles " + prima.id + " and " + stone.id));
    }

    static Mono<String> frontPage(Session session) {
        return session.stream(select(ARTICLE.with(
                                ARTICLE.author.joined(AUTHOR.profile.joined()),
                                ARTICLE.tags.selectIn(),
                                ARTICLE.comments.selectIn(COMMENT.author)))
                        .where(ARTICLE.comments.any(comment -> comment.text.like("%gold%")))
                        .orderBy(ARTICLE.id.desc())
                        .limit(10))
                .map(Blog::headline)
                .collect(Collectors.joining("\n"));
    }

    private static String headline(Article article) {
        return article.title + " by " + (article.author == null ? "nobody" : article.author.name) + ": "
                + article.comments.size() + " comments, " + article.tags.size() + " tags";
    }

    static Mono<String> moderate(Session session) {
        return session.one(select(ARTICLE.with(ARTICLE.comments)).where(ARTICLE.title.eq("Prima materia")))
                .doOnNext(article -> {
                    article.title = "Prima materia, revised";
                    article.comments.removeIf(comment -> comment.text.isBlank());
                })
                .flatMap(article -> session.flush().thenReturn(article))
                .map(article -> article.title + " in version " + article.version + " with " + article.comments.size()
                        + " comments");
    }

    static Mono<String> mostDiscussed(Session session) {
        Label<Long> comments = count(COMMENT.id).as("comments");
        return session.stream(select(AUTHOR, comments)
                        .from(AUTHOR)
                        .join(COMMENT, COMMENT.authorId.eq(AUTHOR.id))
                        .groupBy(AUTHOR.id, AUTHOR.name)
                        .orderBy(comments.desc())
                        .map(row -> row.get(AUTHOR).name + " wrote " + row.get(comments) + " comments"))
                .collect(Collectors.joining("\n"));
    }

    static Mono<String> importAll(Session session) {
        return session.one(select(AUTHOR).where(AUTHOR.name.eq("Bob")))
                .flatMapMany(bob -> Flux.just("Sulphur", "The stone", "Mercury").map(title -> new Article(title, bob)))
                .concatMap(article -> session.savepoint(inner -> {
                            inner.add(article);
                            return inner.flush().thenReturn("imported " + article.title);
                        })
                        .onErrorResume(
                                UniqueViolationException.class, duplicate -> Mono.just("refused " + article.title)))
                .collect(Collectors.joining("\n"));
    }

    static Mono<String> loadAtOnce(Session session) {
        return session.stream(select(ARTICLE))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(article -> session.load(article, ARTICLE.comments))
                .map(article -> article.comments.size())
                .reduce(0, Integer::sum)
                .map(comments -> comments + " comments of all articles");
    }

    static Mono<String> deleteAll(Session session) {
        return session.stream(select(ARTICLE))
                .doOnNext(session::delete)
                .then(session.flush())
                .then(Mono.zip(
                        session.one(select(count()).from(COMMENT)),
                        session.one(select(count()).from(TAG)),
                        session.one(select(count()).from(AUTHOR))))
                .map(left -> "left are " + left.getT1() + " comments, " + left.getT2() + " tags, " + left.getT3()
                        + " authors");
    }
}
