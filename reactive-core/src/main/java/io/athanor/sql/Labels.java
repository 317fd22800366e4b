package io.athanor.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The labels that a query selects, which its ORDER BY, GROUP BY and DISTINCT ON mean by their names. A label that is not
 * selected has no name there: it is written out.
 */
record Labels(Set<String> names) {
    static Labels of(Selection<?> selection) {
        return new Labels(selection.columns().stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label<?>) label).name())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** A label by its name alone. */
    static <T> NamedColumn<T> reference(Label<T> label) {
        return new NamedColumn<>(label.name(), label.type());
    }

    Expression<?> key(Expression<?> key) {
        return key instanceof Label<?> label && names.contains(label.name()) ? reference(label) : key;
    }

    GroupingElement key(GroupingElement key) {
        if (key instanceof GroupingSets sets) {
            return new GroupingSets(
                    sets.kind(), sets.sets().stream().map(this::keys).toList());
        }
        return key instanceof Expression<?> expression ? key(expression) : key;
    }

    Ordering key(Ordering key) {
        return key.by(key(key.expression()));
    }

    List<Expression<?>> keys(List<Expression<?>> keys) {
        return keys.stream().<Expression<?>>map(this::key).toList();
    }
}
