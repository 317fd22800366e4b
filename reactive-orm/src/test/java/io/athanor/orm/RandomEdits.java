package io.athanor.orm;

import static io.athanor.sql.Sql.select;

import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Author;
import io.athanor.orm.Press.Comment;
import io.athanor.orm.Press.Node;
import io.athanor.orm.Press.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Edits a press at random, by objects in a session and by names in a plain model, and compares database, objects and model after
 * every flush. Between two flushes a relationship of an object is edited once, from a side chosen at random.
 */
final class RandomEdits {
    private final Random random;
    private final StringBuilder story = new StringBuilder();
    private PressModel model;
    private Map<String, Object> objects = new HashMap<>();
    private final Set<String> edited = new HashSet<>();
    private int names;

    RandomEdits(long seed, PressModel model) {
        this.random = new Random(seed);
        this.model = model;
    }

    PressModel model() {
        return model;
    }

    /** What was done, for the message of a failure. */
    String story() {
        return story.toString();
    }

    /** Brings all there is into the session, with all collections. */
    Mono<Void> open(Session session) {
        return Flux.concat(
                        session.stream(select(Press.AUTHOR.with(Press.AUTHOR.toMany("articles", Article.class)))),
                        session.stream(select(Press.ARTICLE.with(
                                Press.ARTICLE.toMany("comments", Comment.class),
                                Press.ARTICLE.toMany("tags", Tag.class)))),
                        session.stream(select(Press.TAG.with(Press.TAG.toMany("articles", Article.class)))),
                        session.stream(select(Press.COMMENT)),
                        session.stream(select(Press.NODE.with(Press.NODE.toMany("children", Node.class)))))
                .doOnNext(this::keep)
                .then();
    }

    private void keep(Object entity) {
        objects.put(SaidPress.name(entity), entity);
    }

    /** Some edits, flushes and savepoints. */
    Mono<Void> edit(Session session, int steps, int depth) {
        return Flux.range(0, steps).concatMap(i -> step(session, depth)).then();
    }

    private Mono<Void> step(Session session, int depth) {
        int kind = random.nextInt(27);
        if (kind < 2) {
            return flush(session);
        } else if (kind == 2 && depth > 0) {
            return savepoint(session, depth);
        } else if (kind == 26) {
            return insertAll(session);
        }
        return Mono.fromRunnable(() -> change(session, kind));
    }

    Mono<Void> flush(Session session) {
        return session.flush().then(Mono.defer(() -> {
            story.append("\nflush");
            edited.clear();
            return compare(session);
        }));
    }

    private Mono<Void> savepoint(Session session, int depth) {
        boolean fails = random.nextBoolean();
        boolean flushes = random.nextBoolean();
        return Mono.defer(() -> {
            PressModel before = model.copy();
            Map<String, Object> objectsBefore = new HashMap<>(objects);
            return session.savepoint(inner -> Mono.defer(() -> {
                        story.append("\nsavepoint");
                        edited.clear();
                        return edit(inner, 1 + random.nextInt(6), depth - 1)
                                .then(Mono.defer(() -> flushes ? flush(inner) : Mono.empty()))
                                .then(fails ? Mono.<Void>error(new Undo()) : Mono.empty());
                    }))
                    .doOnSuccess(kept -> story.append("\nkept"))
                    .onErrorResume(
                            Undo.class,
                            undo -> Mono.fromRunnable(() -> {
                                story.append("\nundone");
                                model = before;
                                objects = objectsBefore;
                            }))
                    .then(Mono.defer(() -> flush(session)));
        });
    }

    private void change(Session session, int kind) {
        switch (kind) {
            case 3, 4 -> addArticle(session);
            case 5 -> addAuthor(session);
            case 6, 7, 8 -> addComment();
            case 9 -> addTag(session);
            case 10, 11 -> giveAuthor();
            case 12, 13 -> moveComment();
            case 14 -> removeComment();
            case 15, 16 -> link();
            case 17 -> unlink();
            case 18 -> editBody();
            case 19 -> delete(session);
            case 20, 21 -> addNode(session);
            case 22 -> moveNode();
            case 24, 25 -> swapTitles();
            default -> deleteNode(session);
        }
    }

    private String fresh(String prefix) {
        return prefix + names++ + "." + Integer.toHexString(random.nextInt());
    }

    private @Nullable String any(Collection<String> candidates) {
        List<String> all = new ArrayList<>(candidates);
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    /** One whose relationship was not edited since the last flush; it is now. */
    private @Nullable String anyUnedited(Collection<String> candidates, String relationship) {
        String chosen = any(candidates.stream()
                .filter(name -> !edited.contains(name + relationship))
                .toList());
        if (chosen != null) {
            edited.add(chosen + relationship);
        }
        return chosen;
    }

    private <T> T object(String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(objects.get(name), name));
    }

    private void tell(String what, @Nullable Object... names) {
        story.append('\n').append(what);
        for (Object name : names) {
            story.append(' ').append(name);
        }
    }

    private void addArticle(Session session) {
        addArticle(session, fresh("article"), random.nextBoolean() ? any(usable(model.authors)) : null);
    }

    private void addArticle(Session session, String title, @Nullable String author) {
        Article article = new Article(title);
        article.body = "b";
        if (author != null) {
            object(author, Author.class).articles.add(article);
        } else {
            session.add(article);
        }
        tell("add article", article.title, author);
        keep(article);
        model.addArticle(title, author);
        edited.add(title + "author");
        if (author != null) {
            edited.add(author + "used");
        }
    }

    /** Of two that nothing was done to since the last flush. */
    private void swapTitles() {
        List<String> candidates = model.bodies.keySet().stream()
                .filter(title -> edited.stream().noneMatch(edit -> edit.startsWith(title)))
                .toList();
        String title = any(candidates);
        String other = any(candidates);
        if (title != null && other != null && !title.equals(other)) {
            tell("swap", title, other);
            Article first = object(title, Article.class);
            Article second = object(other, Article.class);
            first.title = other;
            second.title = title;
            keep(first);
            keep(second);
            model.swapTitles(title, other);
        }
    }

    /** One that passes through with a comment, and is read then. */
    private Mono<Void> insertAll(Session session) {
        Article article = new Article(fresh("article"));
        article.body = "b";
        article.comments.add(new Comment(fresh("comment")));
        return session.insertAll(Mono.just(article))
                .then(Mono.defer(() -> session.one(select(Press.ARTICLE.with(
                                Press.ARTICLE.toMany("comments", Comment.class),
                                Press.ARTICLE.toMany("tags", Tag.class)))
                        .where(Press.ARTICLE.text("title").eq(SaidPress.name(article))))))
                .doOnNext(read -> {
                    tell("insert all", read.title);
                    keep(read);
                    read.comments.forEach(this::keep);
                    model.addArticle(SaidPress.name(read), null);
                    model.articleOf.put(SaidPress.name(read.comments.get(0)), SaidPress.name(read));
                })
                .then(flush(session));
    }

    /** What is not going to be deleted by the next flush is all that the model has; what was just deleted is not there. */
    private Collection<String> usable(Collection<String> names) {
        return names;
    }

    private void addAuthor(Session session) {
        Author author = session.add(new Author(fresh("author")));
        tell("add", author.name);
        keep(author);
        model.authors.add(SaidPress.name(author));
    }

    private void addComment() {
        String article = any(model.bodies.keySet());
        if (article != null) {
            Comment comment = new Comment(fresh("comment"));
            object(article, Article.class).comments.add(comment);
            tell("add comment", comment.text, article);
            keep(comment);
            model.articleOf.put(SaidPress.name(comment), article);
            edited.add(SaidPress.name(comment) + "article");
            edited.add(article + "used");
        }
    }

    private void addTag(Session session) {
        Tag tag = session.add(new Tag(fresh("tag")));
        tell("add", tag.name);
        keep(tag);
        model.tags.add(SaidPress.name(tag));
    }

    private void giveAuthor() {
        String title = anyUnedited(model.bodies.keySet(), "author");
        if (title == null) {
            return;
        }
        Article article = object(title, Article.class);
        String before = model.authorOf.get(title);
        String author = random.nextInt(4) == 0 ? null : any(model.authors);
        boolean ownSide = random.nextBoolean();
        tell("author", title, before, author, ownSide ? "by reference" : "by collection");
        if (ownSide) {
            article.author = author == null ? null : object(author, Author.class);
        } else {
            if (before != null) {
                object(before, Author.class).articles.remove(article);
            }
            if (author != null) {
                object(author, Author.class).articles.add(article);
            }
        }
        model.authorOf.put(title, author);
        if (author != null) {
            edited.add(author + "used");
        }
    }

    private void moveComment() {
        String text = anyUnedited(model.articleOf.keySet(), "article");
        String title = any(model.bodies.keySet());
        if (text == null || title == null) {
            return;
        }
        Comment comment = object(text, Comment.class);
        String before = Objects.requireNonNull(model.articleOf.get(text));
        boolean ownSide = random.nextBoolean();
        tell("move", text, before, title, ownSide ? "by reference" : "by collection");
        if (ownSide) {
            comment.article = object(title, Article.class);
        } else {
            object(before, Article.class).comments.remove(comment);
            object(title, Article.class).comments.add(comment);
        }
        model.articleOf.put(text, title);
        edited.add(title + "used");
    }

    private void removeComment() {
        String text = anyUnedited(model.articleOf.keySet(), "article");
        if (text != null) {
            Comment comment = object(text, Comment.class);
            String before = Objects.requireNonNull(model.articleOf.remove(text));
            boolean ownSide = random.nextBoolean();
            tell("remove", text, before, ownSide ? "by reference" : "by collection");
            if (ownSide) {
                comment.article = null;
            } else {
                object(before, Article.class).comments.remove(comment);
            }
            objects.remove(text);
        }
    }

    private void link() {
        String title = any(model.bodies.keySet());
        String tag = any(model.tags);
        if (title != null
                && tag != null
                && edited.add(title + tag)
                && tagsOf(title).add(tag)) {
            boolean ownSide = random.nextBoolean();
            tell("link", title, tag, ownSide);
            if (ownSide) {
                object(title, Article.class).tags.add(object(tag, Tag.class));
            } else {
                object(tag, Tag.class).articles.add(object(title, Article.class));
            }
            edited.add(title + "used");
            edited.add(tag + "used");
        }
    }

    private Set<String> tagsOf(String title) {
        return Objects.requireNonNull(model.tagsOf.get(title));
    }

    private void unlink() {
        String title = any(model.bodies.keySet());
        String tag = title == null ? null : any(tagsOf(title));
        if (title != null && tag != null && edited.add(title + tag)) {
            tagsOf(title).remove(tag);
            boolean ownSide = random.nextBoolean();
            tell("unlink", title, tag, ownSide);
            if (ownSide) {
                object(title, Article.class).tags.remove(object(tag, Tag.class));
            } else {
                object(tag, Tag.class).articles.remove(object(title, Article.class));
            }
        }
    }

    private void editBody() {
        String title = any(model.bodies.keySet());
        if (title != null) {
            String body = "body " + random.nextInt(100);
            object(title, Article.class).body = body;
            model.bodies.put(title, body);
            tell("edit", title);
        }
    }

    /** One that nothing new leads to. */
    private void delete(Session session) {
        List<String> candidates = new ArrayList<>(model.bodies.keySet());
        candidates.addAll(model.authors);
        candidates.addAll(model.tags);
        candidates.removeIf(name -> edited.contains(name + "used") || !isStored(session, name));
        String name = any(candidates);
        if (name == null) {
            return;
        }
        tell("delete", name);
        session.delete(Objects.requireNonNull(objects.remove(name)));
        if (model.bodies.containsKey(name)) {
            model.articleOf.forEach((comment, article) -> {
                if (article.equals(name)) {
                    objects.remove(comment);
                }
            });
            model.deleteArticle(name);
            if (random.nextBoolean()) {
                addArticle(session, name, null);
            }
        } else if (model.authors.contains(name)) {
            model.authorOf.forEach((article, author) -> {
                if (name.equals(author)) {
                    edited.add(article + "author");
                }
            });
            model.deleteAuthor(name);
        } else {
            model.deleteTag(name);
        }
    }

    private boolean isStored(Session session, String name) {
        Object entity = objects.get(name);
        Object key = entity instanceof Author author
                ? author.id
                : entity instanceof Article article ? article.id : entity instanceof Node node ? node.id : session;
        return key != null;
    }

    private void addNode(Session session) {
        Node node = new Node(fresh("node"));
        String parent = random.nextInt(3) == 0 ? null : any(model.parentOf.keySet());
        if (parent == null) {
            session.add(node);
        } else if (random.nextBoolean()) {
            object(parent, Node.class).children.add(node);
        } else {
            node.parent = object(parent, Node.class);
            session.add(node);
        }
        tell("add node", node.name, parent);
        keep(node);
        model.parentOf.put(SaidPress.name(node), parent);
        edited.add(SaidPress.name(node) + "parent");
        for (String each = parent; each != null; each = model.parentOf.get(each)) {
            edited.add(each + "used");
        }
    }

    private void moveNode() {
        String name = anyUnedited(model.parentOf.keySet(), "parent");
        String parent = any(model.parentOf.keySet());
        if (name == null || parent == null || model.isBelow(parent, name)) {
            return;
        }
        Node node = object(name, Node.class);
        String before = model.parentOf.get(name);
        tell("move node", name, before, parent);
        if (random.nextBoolean()) {
            node.parent = object(parent, Node.class);
        } else {
            if (before != null) {
                object(before, Node.class).children.remove(node);
            }
            object(parent, Node.class).children.add(node);
        }
        model.parentOf.put(name, parent);
        for (String each = parent; each != null; each = model.parentOf.get(each)) {
            edited.add(each + "used");
        }
    }

    private void deleteNode(Session session) {
        String name = any(model.parentOf.keySet().stream()
                .filter(each -> !edited.contains(each + "used") && isStored(session, each))
                .toList());
        if (name != null) {
            tell("delete node", name);
            session.delete(object(name, Node.class));
            model.deleteNode(name);
            objects.keySet().removeIf(each -> each.startsWith("node") && !model.parentOf.containsKey(each));
        }
    }

    /** What the database holds and what the objects say is what the model says. */
    Mono<Void> compare(Session session) {
        return StoredPress.of(session)
                .doOnNext(database -> {
                    same("database", database.toString(), model.toString());
                    same("objects", SaidPress.of(objects).toString(), model.toString());
                    SaidPress.collections(objects, model).forEach((name, both) -> same(name, both.get(0), both.get(1)));
                })
                .then();
    }

    private void same(String what, String actual, String expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError(what + " is\n" + actual + "\nand should be\n" + expected + "\nafter" + story);
        }
    }

    /** A savepoint is to be undone. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super("undo", null, false, false);
        }
    }
}
