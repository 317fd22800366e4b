package io.athanor.orm.mapping;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.JoinColumn;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a class says of the attributes of those it embeds or extends, by their paths. Immutable. */
final class Overrides {
    static final Overrides NONE = new Overrides(Map.of(), Map.of(), Map.of());

    private final Map<String, Column> columns;
    private final Map<String, Convert> converts;
    private final Map<String, List<JoinColumn>> joins;

    private Overrides(Map<String, Column> columns, Map<String, Convert> converts, Map<String, List<JoinColumn>> joins) {
        this.columns = columns;
        this.converts = converts;
        this.joins = joins;
    }

    /** Those that are said on {@code element}, after these, which come from further out and win. */
    Overrides and(AnnotatedElement element) {
        Map<String, Column> moreColumns = new HashMap<>();
        for (AttributeOverride override : element.getAnnotationsByType(AttributeOverride.class)) {
            moreColumns.put(override.name(), override.column());
        }
        Map<String, Convert> moreConverts = new HashMap<>();
        for (Convert convert : element.getAnnotationsByType(Convert.class)) {
            if (!convert.attributeName().isEmpty()) {
                moreConverts.put(convert.attributeName(), convert);
            }
        }
        Map<String, List<JoinColumn>> moreJoins = new HashMap<>();
        for (AssociationOverride override : element.getAnnotationsByType(AssociationOverride.class)) {
            moreJoins.put(override.name(), List.of(override.joinColumns()));
        }
        moreColumns.putAll(columns);
        moreConverts.putAll(converts);
        moreJoins.putAll(joins);
        return new Overrides(Map.copyOf(moreColumns), Map.copyOf(moreConverts), Map.copyOf(moreJoins));
    }

    /** What they say of the attribute {@code name} and of all in it. */
    Overrides under(String name) {
        return new Overrides(under(columns, name), under(converts, name), under(joins, name));
    }

    private static <V> Map<String, V> under(Map<String, V> all, String name) {
        Map<String, V> inner = new HashMap<>();
        all.forEach((path, value) -> {
            if (path.equals(name)) {
                inner.put("", value);
            } else if (path.startsWith(name + ".")) {
                inner.put(path.substring(name.length() + 1), value);
            }
        });
        return Map.copyOf(inner);
    }

    @Nullable
    Column column(String path) {
        return columns.get(path);
    }

    @Nullable
    Convert convert(String path) {
        return converts.get(path);
    }

    List<JoinColumn> joinColumns(String path) {
        return joins.getOrDefault(path, List.of());
    }

    /** The first names of all paths. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Map<String, ?> each : List.of(columns, converts, joins)) {
            each.keySet().forEach(path -> names.add(path.contains(".") ? path.substring(0, path.indexOf('.')) : path));
        }
        names.remove("");
        return names;
    }
}
