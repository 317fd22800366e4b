package io.athanor.orm;

import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Author;
import io.athanor.orm.Press.Comment;
import io.athanor.orm.Press.Node;
import io.athanor.orm.Press.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the objects of the press say. */
final class SaidPress {
    private SaidPress() {}

    static String name(@Nullable Object entity) {
        if (entity instanceof Author author) {
            return text(author.name);
        } else if (entity instanceof Article article) {
            return text(article.title);
        } else if (entity instanceof Comment comment) {
            return text(comment.text);
        } else if (entity instanceof Tag tag) {
            return text(tag.name);
        } else if (entity instanceof Node node) {
            return text(node.name);
        }
        return "none";
    }

    private static String text(@Nullable String text) {
        return text == null ? "null" : text;
    }

    static PressModel of(Map<String, Object> objects) {
        PressModel said = new PressModel();
        objects.forEach((name, entity) -> {
            if (entity instanceof Author) {
                said.authors.add(name);
            } else if (entity instanceof Tag) {
                said.tags.add(name);
            } else if (entity instanceof Comment comment) {
                said.articleOf.put(name, name(comment.article));
            } else if (entity instanceof Node node) {
                said.parentOf.put(name, node.parent == null ? null : node.parent.name);
            } else if (entity instanceof Article article) {
                said.bodies.put(name, text(article.body));
                said.authorOf.put(name, article.author == null ? null : article.author.name);
                said.tagsOf.put(
                        name,
                        new TreeSet<>(article.tags.stream().map(SaidPress::name).toList()));
            }
        });
        return said;
    }

    /** What each collection holds, and what it should. */
    static Map<String, List<String>> collections(Map<String, Object> objects, PressModel model) {
        Map<String, List<String>> both = new TreeMap<>();
        objects.forEach((name, entity) -> {
            if (entity instanceof Author author) {
                both.put(name, List.of(names(author.articles), keys(model.authorOf, name)));
            } else if (entity instanceof Tag tag) {
                Set<String> expected = new TreeSet<>();
                model.tagsOf.forEach((article, its) -> {
                    if (its.contains(name)) {
                        expected.add(article);
                    }
                });
                both.put(name, List.of(names(tag.articles), expected.toString()));
            } else if (entity instanceof Node node) {
                both.put(name, List.of(names(node.children), keys(model.parentOf, name)));
            } else if (entity instanceof Article article) {
                both.put(name, List.of(names(article.comments), keys(model.articleOf, name)));
            }
        });
        return both;
    }

    private static String names(Collection<?> entities) {
        List<String> all = new ArrayList<>();
        entities.forEach(entity -> all.add(name(entity)));
        all.sort(String::compareTo);
        return all.toString();
    }

    private static String keys(Map<String, ? extends @Nullable String> map, String value) {
        Set<String> keys = new TreeSet<>();
        map.forEach((key, its) -> {
            if (value.equals(its)) {
                keys.add(key);
            }
        });
        return keys.toString();
    }
}
