package io.athanor.orm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the press should hold, in the plainest form there is: names that refer to names. */
final class PressModel {
    final Set<String> authors = new TreeSet<>();
    final Set<String> tags = new TreeSet<>();
    final Map<String, String> bodies = new TreeMap<>();
    final Map<String, @Nullable String> authorOf = new TreeMap<>();
    final Map<String, String> articleOf = new TreeMap<>();
    final Map<String, Set<String>> tagsOf = new TreeMap<>();
    final Map<String, @Nullable String> parentOf = new TreeMap<>();

    PressModel copy() {
        PressModel copy = new PressModel();
        copy.authors.addAll(authors);
        copy.tags.addAll(tags);
        copy.bodies.putAll(bodies);
        copy.authorOf.putAll(authorOf);
        copy.articleOf.putAll(articleOf);
        tagsOf.forEach((article, its) -> copy.tagsOf.put(article, new TreeSet<>(its)));
        copy.parentOf.putAll(parentOf);
        return copy;
    }

    void addArticle(String title, @Nullable String author) {
        bodies.put(title, "b");
        authorOf.put(title, author);
        tagsOf.put(title, new TreeSet<>());
    }

    void swapTitles(String title, String other) {
        swap(bodies, title, other);
        swap(authorOf, title, other);
        swap(tagsOf, title, other);
        articleOf.replaceAll(
                (comment, article) -> article.equals(title) ? other : article.equals(other) ? title : article);
    }

    private static <T extends @Nullable Object> void swap(Map<String, T> map, String key, String other) {
        T value = map.get(key);
        map.put(key, map.get(other));
        map.put(other, value);
    }

    void deleteArticle(String title) {
        bodies.remove(title);
        authorOf.remove(title);
        tagsOf.remove(title);
        articleOf.values().removeIf(title::equals);
    }

    void deleteAuthor(String name) {
        authors.remove(name);
        authorOf.replaceAll((article, author) -> name.equals(author) ? null : author);
    }

    void deleteTag(String name) {
        tags.remove(name);
        tagsOf.values().forEach(its -> its.remove(name));
    }

    /** With all below it. */
    void deleteNode(String name) {
        parentOf.remove(name);
        parentOf.entrySet().stream()
                .filter(entry -> name.equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::deleteNode);
    }

    boolean isBelow(@Nullable String node, String ancestor) {
        for (String each = node; each != null; each = parentOf.get(each)) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** All of it as text, for comparison. */
    @Override
    public String toString() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("authors", authors);
        all.put("tags", tags);
        all.put("bodies", bodies);
        all.put("author of", authorOf);
        all.put("article of", articleOf);
        all.put("tags of", tagsOf);
        all.put("parent of", parentOf);
        return all.toString();
    }
}
