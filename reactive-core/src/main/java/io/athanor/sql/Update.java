package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * An UPDATE. Immutable. Without {@link #where} it changes every row.
 *
 * <pre>{@code
 * update(USERS).set(USERS.age.to(USERS.age.plus(1))).where(USERS.id.eq(7L))
 * update(EMP).set(EMP.salary.to(RAISES.salary)).from(RAISES).where(RAISES.empId.eq(EMP.id))
 * }</pre>
 *
 * @param with common table expressions before it
 * @param table what is changed
 * @param assignments what is set
 * @param from sources the new values may come from
 * @param where which rows: all conditions hold
 */
public record Update(
        With with, TypedTable<?> table, List<Assignment> assignments, List<Source<?>> from, List<Predicate> where)
        implements Change {
    static Update of(TypedTable<?> table) {
        return new Update(With.NOTHING, table, List.of(), List.of(), List.of());
    }

    /** The same with common table expressions before it. */
    public Update with(Cte<?>... ctes) {
        return new Update(with.and(ctes), table, assignments, from, where);
    }

    /** Adds what is set. */
    public Update set(Assignment... more) {
        for (Assignment assignment : more) {
            Writable.check(table, assignment.column());
            if (assignments.stream().anyMatch(known -> known.column().equals(assignment.column()))) {
                throw new ConfigurationException("the UPDATE sets " + assignment.column() + " twice");
            }
        }
        return new Update(with, table, Clauses.plus(assignments, List.of(more)), from, where);
    }

    /**
     * Sources whose columns the new values may come from; connect them by {@link #where}, each row to one at most: of
     * several, PostgreSQL takes any, and a database that does this by MERGE refuses.
     */
    public Update from(Source<?>... sources) {
        return new Update(with, table, assignments, Clauses.plus(from, List.of(sources)), where);
    }

    /** Adds a condition; several are joined by AND. */
    public Update where(Predicate condition) {
        return new Update(with, table, assignments, from, Clauses.plus(where, List.of(condition)));
    }

    /** What is set, with what columns set on every update. */
    public List<Assignment> allAssignments() {
        if (assignments.isEmpty()) {
            throw new ConfigurationException("the UPDATE of " + table.name() + " sets nothing; say set(...)");
        }
        List<Assignment> all = new ArrayList<>(assignments);
        for (Column<?> column : table.columns()) {
            Expression<?> value = Defaults.onUpdate(column);
            if (value != null
                    && assignments.stream().noneMatch(known -> known.column().equals(column))) {
                all.add(new Assignment(column, value));
            }
        }
        return all;
    }

    @Override
    public void render(SqlWriter out) {
        out.node(with).word("update ").node(table).word(" set ").list(allAssignments(), ", ");
        if (!from.isEmpty()) {
            out.word(" from ").list(from, ", ");
        }
        Clauses.where(where, " where ", out);
    }

    /** The conditions of WHERE as one. */
    public Predicate condition() {
        return Junction.of(true, where);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
