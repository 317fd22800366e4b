package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clauses of a SELECT, in the order in which they are written. */
final class Clauses {
    private Clauses() {}

    static <X> List<X> plus(List<? extends X> list, List<? extends X> more) {
        List<X> all = new ArrayList<>(list.size() + more.size());
        all.addAll(list);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** The columns of a selection as they are declared, labels with their expressions. */
    static void declare(Selection<?> selection, SqlWriter out) {
        List<? extends Expression<?>> columns = selection.columns();
        for (int i = 0; i < columns.size(); i++) {
            out.word(i > 0 ? ", " : "");
            if (columns.get(i) instanceof Label<?> label) {
                label.declare(out);
            } else {
                out.node(columns.get(i));
            }
        }
    }

    /** A condition without {@code where} before it is nothing. */
    static void where(List<Predicate> conditions, String word, SqlWriter out) {
        if (conditions.size() == 1) {
            out.word(word).node(conditions.get(0));
            return;
        }
        for (int i = 0; i < conditions.size(); i++) {
            out.word(i == 0 ? word : " and ").operand(conditions.get(i), Precedence.AND);
        }
    }

    record Head<R>(Selection<R> selection, Distinct distinct) {
        void render(Labels labels, SqlWriter out) {
            out.word("select ").node(distinct.by(labels));
            declare(selection, out);
        }
    }

    record From(@Nullable Source<?> source, List<Source<?>> others, List<Join> joins) {
        static final From NOTHING = new From(null, List.of(), List.of());

        From join(List<Join> more) {
            return new From(source, others, plus(joins, more));
        }

        /** What stands in FROM; where nothing was said, the one source of what is selected. */
        @Nullable
        Source<?> first(Selection<?> selection) {
            if (source != null) {
                return source;
            }
            Set<Source<?>> named = SourceCollector.of(selection.columns());
            named.removeIf(
                    candidate -> joins.stream().anyMatch(join -> join.source().equals(candidate)));
            if (named.size() > 1 || (named.isEmpty() && !joins.isEmpty())) {
                throw new ConfigurationException("say from(...): what is selected names "
                        + named.stream().map(Source::alias).toList());
            }
            return named.isEmpty() ? null : named.iterator().next();
        }

        /** What stands in FROM when {@code joined} is about to be joined. */
        List<Source<?>> before(Selection<?> selection, Source<?> joined) {
            return join(List.of(new Join(Join.Kind.CROSS, joined, null))).all(selection).stream()
                    .limit(1L + others.size() + joins.size())
                    .toList();
        }

        List<Source<?>> all(Selection<?> selection) {
            List<Source<?>> all = new ArrayList<>();
            Source<?> first = first(selection);
            if (first != null) {
                all.add(first);
            }
            all.addAll(others);
            joins.forEach(join -> all.add(join.source()));
            return all;
        }

        void render(Selection<?> selection, SqlWriter out) {
            Source<?> first = first(selection);
            if (first != null) {
                out.word(" from ").node(first);
                for (Source<?> other : others) {
                    // a comma binds looser than JOIN: what is joined could not refer to what stands before the comma
                    out.word(joins.isEmpty() ? ", " : " cross join ").node(other);
                }
                out.list(joins, "");
            }
        }
    }

    record Grouping(List<GroupingElement> keys, List<Predicate> having) {
        static final Grouping NOTHING = new Grouping(List.of(), List.of());

        void render(Labels labels, SqlWriter out) {
            if (!keys.isEmpty()) {
                out.word(" group by ").list(keys.stream().map(labels::key).toList(), ", ");
            }
            where(having, " having ", out);
        }
    }
}
