package io.athanor.dialect;

import io.athanor.ConfigurationException;
import io.athanor.schema.SchemaNode;
import io.athanor.sql.AggregateCall;
import io.athanor.sql.BatchRows;
import io.athanor.sql.Bound;
import io.athanor.sql.BoundValue;
import io.athanor.sql.Cast;
import io.athanor.sql.Collated;
import io.athanor.sql.Compound;
import io.athanor.sql.Compound.SetOperator;
import io.athanor.sql.Definition;
import io.athanor.sql.Delete;
import io.athanor.sql.Derived;
import io.athanor.sql.Distinct;
import io.athanor.sql.Extract;
import io.athanor.sql.GroupingSets;
import io.athanor.sql.InList;
import io.athanor.sql.Insert;
import io.athanor.sql.Join;
import io.athanor.sql.Limit;
import io.athanor.sql.Literals;
import io.athanor.sql.Lock;
import io.athanor.sql.NextValue;
import io.athanor.sql.OnConflict;
import io.athanor.sql.Op;
import io.athanor.sql.Operator;
import io.athanor.sql.Operator.Template;
import io.athanor.sql.Operators;
import io.athanor.sql.Quantified;
import io.athanor.sql.RawStatement;
import io.athanor.sql.Returning;
import io.athanor.sql.RowsFunction;
import io.athanor.sql.Source;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableFunction;
import io.athanor.sql.TableSample;
import io.athanor.sql.TupleInList;
import io.athanor.sql.Update;
import io.athanor.sql.ValuesSource;
import io.athanor.sql.With;
import io.athanor.types.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database differs from standard SQL. The base class is the standard; a dialect overrides what differs, respells
 * operators with {@link #spell}, and names the {@link Feature}s it has. Immutable once constructed.
 */
public abstract class Dialect extends SchemaDialect {
    private final Map<Operator, Template> spellings = new HashMap<>();

    /** A dialect with its name as in messages, and what it can do. */
    protected Dialect(String name, Set<Feature> features) {
        super(name, features);
    }

    /** Respells an operator: {@code spell(CONCAT, "concat({0}, {1})")}. For constructors. */
    protected final void spell(Operator operator, String spelling) {
        spellings.put(operator, Template.parse(spelling));
    }

    /** Writes a node: the single place that lists all of the language on which databases differ. */
    @Override
    public final void write(SqlNode node, SqlWriter out) {
        if (node instanceof Op<?> op) {
            operation(op, out);
        } else if (node instanceof BoundValue<?> value) {
            value(value, out);
        } else if (node instanceof Limit limit) {
            limit(limit, out);
        } else if (node instanceof InList list) {
            inList(list, out);
        } else if (node instanceof Cast<?> cast) {
            requireTryCast(cast);
            cast(cast, out);
        } else if (node instanceof Join join) {
            join(join, out);
        } else if (node instanceof Insert insert) {
            requireConflict(insert.conflict());
            insert(insert, out);
        } else if (node instanceof BatchRows rows) {
            batchRows(rows, out);
        } else if (node instanceof Update update) {
            update.table().requireChangeable();
            update(update, out);
        } else if (node instanceof Delete delete) {
            delete.table().requireChangeable();
            delete(delete, out);
        } else if (node instanceof Returning<?> returning) {
            returning(returning, out);
        } else if (node instanceof With with) {
            with(with, out);
        } else if (node instanceof Distinct distinct) {
            distinct(distinct, out);
        } else if (node instanceof AggregateCall call) {
            aggregate(call, out);
        } else if (node instanceof GroupingSets sets) {
            groupingSets(sets, out);
        } else if (node instanceof Compound<?> compound) {
            compound(compound, out);
        } else if (node instanceof Derived<?> derived) {
            derived(derived, out);
        } else if (node instanceof Extract extract) {
            extract(extract, out);
        } else if (node instanceof RawStatement raw) {
            raw(raw, out);
        } else if (node instanceof Collated collated) {
            collated(collated, out);
        } else if (node instanceof Lock lock) {
            lock(lock, out);
        } else if (node instanceof NextValue<?> next) {
            nextValue(next, out);
        } else if (node instanceof ValuesSource rows) {
            values(rows, out);
        } else if (node instanceof Bound.Offset offset) {
            frameBound(offset, out);
        } else if (node instanceof TableFunction<?> || node instanceof RowsFunction) {
            tableFunction((Source<?>) node, out);
        } else if (node instanceof TableSample<?> sample) {
            tableSample(sample, out);
        } else if (node instanceof Quantified<?> quantified) {
            quantified(quantified, out);
        } else if (node instanceof TupleInList list) {
            tupleInList(list, out);
        } else if (node instanceof SchemaNode || node instanceof Definition) {
            define(node, out);
        } else {
            node.render(out);
        }
    }

    /** An identifier as it stands in a statement. Quotes inside are doubled, so that none can end it early. */
    public String quote(String identifier) {
        if (identifier.isEmpty() || identifier.indexOf(0) >= 0) {
            throw new ConfigurationException("an identifier is empty or has a NUL character; no database takes that");
        }
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** The place of a value, by its 1-based number; a cast where the driver's type is not the column's. */
    public abstract String marker(int index, DataType type);

    /** The name of a data type, as in CREATE TABLE and CAST. An error if the database has none. */
    public String typeName(DataType type) {
        return switch (type.kind()) {
            case ENUM -> quote(type.typeName());
            case ARRAY -> typeName(type.elementType()) + " array";
            default -> type.toString();
        };
    }

    /** How values of a type travel through the driver. An error if they cannot. */
    public abstract Codec codec(DataType type);

    /** A value in the text, escaped; with a cast where its spelling does not say its type. */
    public String literal(DataType type, @Nullable Object value) {
        if (value == null) {
            return cast("null", type);
        }
        return switch (type.kind()) {
            case CHAR, VARCHAR, TEXT -> text((String) value);
            case UUID, ENUM, JSON, JSONB -> cast(text(value.toString()), type);
            case OTHER -> cast(text(spelled(value, type)), type);
            case ARRAY ->
                ((List<?>) value)
                        .stream()
                                .map(element -> literal(type.elementType(), element))
                                .collect(Collectors.joining(
                                        ", ", "cast(array[", "] as " + typeName(type.unsized()) + ")"));
            default -> Literals.of(type, value);
        };
    }

    /** Text between quotes. */
    protected String text(String value) {
        return Literals.text(value);
    }

    private static String spelled(Object value, DataType type) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw new ConfigurationException("a " + value.getClass().getName() + " has no literal of the type " + type
                + "; bind it, or declare the type with String");
    }

    private String cast(String literal, DataType type) {
        return "cast(" + literal + " as " + typeName(type) + ")";
    }

    /** How many values one statement takes. */
    public abstract int maxParameters();

    /**
     * What an error means.
     *
     * @param sqlState the SQLSTATE, null if the driver gave none
     * @param code the vendor's own code, 0 if it has none
     */
    public ErrorKind classify(@Nullable String sqlState, int code) {
        return SqlStates.classify(sqlState);
    }

    /** An operator with its arguments, in this dialect's spelling. */
    protected void operation(Op<?> op, SqlWriter out) {
        if (op.operator().equals(Operators.GROUPING)) {
            require(Feature.GROUPING_SETS, "use the union of several queries");
        }
        Template spelling = spellings.get(op.operator());
        if (spelling == null) {
            op.render(out);
        } else {
            spelling.render(op.arguments(), op.operator().precedence(), out);
        }
    }

    /** A bound value. */
    protected void value(BoundValue<?> value, SqlWriter out) {
        value.render(out);
    }

    /** {@code offset … fetch first …}. */
    protected void limit(Limit limit, SqlWriter out) {
        if (limit.percent() != null) {
            require(Feature.FETCH_PERCENT, "compare percent_rank() over a window in a derived table");
        }
        if (limit.withTies()) {
            require(Feature.FETCH_WITH_TIES, "order by a unique key and use limit");
        }
        limit.render(out);
    }

    private void requireTryCast(Cast<?> cast) {
        if (cast.isTried()) {
            require(Feature.TRY_CAST, "cast in a choose().when(…) whose condition tells what can be cast");
        }
    }

    /** {@code cast(x as type)}. */
    protected void cast(Cast<?> cast, SqlWriter out) {
        cast.render(out);
    }

    /** SQL of the user's own. */
    protected void raw(RawStatement raw, SqlWriter out) {
        raw.render(out);
    }

    /** {@code x in (?, ?)}. */
    protected void inList(InList list, SqlWriter out) {
        list.render(out);
    }

    /** A joined source. */
    protected void join(Join join, SqlWriter out) {
        if (join.kind() == Join.Kind.FULL) {
            require(Feature.FULL_JOIN, "use the union of a left and a right join");
        }
        join.render(out);
    }

    private void requireConflict(@Nullable OnConflict conflict) {
        if (conflict == null) {
            return;
        }
        if (conflict.constraint() != null) {
            require(Feature.UPSERT_ON_CONSTRAINT, "name the key's columns: onConflict(columns)");
        } else if (conflict.target().isEmpty()) {
            require(Feature.UPSERT_ANY_KEY, "name the key: onConflict(columns)");
        }
        if (!conflict.targetConditions().isEmpty()) {
            require(Feature.PARTIAL_INDEX, "name a key over all rows in onConflict(columns)");
        }
    }

    /** An INSERT; in standard SQL one that reacts to conflicts is a MERGE. */
    protected void insert(Insert insert, SqlWriter out) {
        requireWith(insert.with());
        insert.render(out);
    }

    /** The rows of a batch: column by column where the database takes arrays, else row by row. */
    protected void batchRows(BatchRows rows, SqlWriter out) {
        if (takesArrays(rows)) {
            rows.renderUnnested(out);
            return;
        }
        if (rows.size() > 1) {
            require(Feature.MULTI_ROW_INSERT, "insert the rows one by one");
        }
        rows.render(out);
    }

    /**
     * Whether rows of a batch travel as one array for each column, so that their number changes neither the text nor how
     * many values are bound.
     */
    public boolean takesArrays(BatchRows rows) {
        return supports(Feature.ARRAY_PARAMETERS) && rows.canBeUnnested();
    }

    /** Refuses common table expressions before a change. */
    final void requireWith(With with) {
        if (!with.isNothing()) {
            require(Feature.WITH_BEFORE_CHANGE, "use a derived table in its place");
        }
    }

    /** An UPDATE. */
    protected void update(Update update, SqlWriter out) {
        requireWith(update.with());
        update.render(out);
    }

    /** A DELETE. */
    protected void delete(Delete delete, SqlWriter out) {
        requireWith(delete.with());
        delete.render(out);
    }

    /** A change whose rows are returned. */
    protected void returning(Returning<?> returning, SqlWriter out) {
        requireReturning(returning);
        returning.render(out);
    }

    /** Refuses what cannot be returned. */
    final void requireReturning(Returning<?> returning) {
        Feature needed = returning.change() instanceof Insert
                ? Feature.INSERT_RETURNING
                : returning.change() instanceof Update ? Feature.UPDATE_RETURNING : Feature.DELETE_RETURNING;
        require(needed, "select the rows in the same transaction");
        if (returning.returnsOtherSources()) {
            require(
                    Feature.RETURNING_OTHER_SOURCES,
                    "return columns of " + returning.table().name() + " only");
        }
    }

    /** The common table expressions before a statement. */
    protected void with(With with, SqlWriter out) {
        if (with.isNothing()) {
            return;
        }
        with.ctes().forEach(cte -> {
            if (cte.query() instanceof Returning<?>) {
                require(Feature.DATA_MODIFYING_CTE, "run it as a statement of its own in the same transaction");
            }
            if (cte.isRecursive()
                    && cte.query() instanceof Compound<?> found
                    && found.operator() == SetOperator.UNION) {
                require(
                        Feature.RECURSIVE_UNION,
                        "use recursiveCte(…), which finds rows again, with an end to how deep it goes");
            }
            if (cte.isMaterialized() != null) {
                require(Feature.MATERIALIZED_CTE, "leave it to the planner");
            }
        });
        with.render(out);
    }

    /** {@code distinct on (…)}. */
    protected void distinct(Distinct distinct, SqlWriter out) {
        if (distinct.keys() != null && !distinct.keys().isEmpty()) {
            require(Feature.DISTINCT_ON, "use row_number() over a window in a derived table");
        }
        distinct.render(out);
    }

    /** An aggregate function. */
    protected void aggregate(AggregateCall call, SqlWriter out) {
        call.render(out);
    }

    /** {@code rollup (…)} and its like. */
    protected void groupingSets(GroupingSets sets, SqlWriter out) {
        require(Feature.GROUPING_SETS, "use the union of several queries");
        sets.render(out);
    }

    /** Two queries joined by a set operation. */
    protected void compound(Compound<?> compound, SqlWriter out) {
        if (compound.operator() == SetOperator.INTERSECT_ALL || compound.operator() == SetOperator.EXCEPT_ALL) {
            require(Feature.SET_OPERATION_ALL, "number the rows by row_number() and leave out ALL");
        }
        if (compound.hasNestedWith()) {
            require(Feature.NESTED_WITH, "say with(…) on the union as a whole");
        }
        compound.render(out);
    }

    /** A query in FROM. */
    protected void derived(Derived<?> derived, SqlWriter out) {
        if (derived.isLateral()) {
            require(Feature.LATERAL, "use a correlated scalar query, or a window function in a derived table");
        }
        derived.render(out);
    }

    /** {@code extract(field from temporal)}. */
    protected void extract(Extract extract, SqlWriter out) {
        extract.render(out);
    }

    /** {@code text collate "collation"}. */
    protected void collated(Collated collated, SqlWriter out) {
        require(Feature.COLLATE, "declare the column's collation");
        collated.render(out);
    }

    /** {@code for update …}. */
    protected void lock(Lock lock, SqlWriter out) {
        if (lock.strength() != Lock.Strength.UPDATE) {
            require(Feature.LOCK_STRENGTHS, "use forUpdate()");
        }
        if (!lock.of().isEmpty()) {
            require(Feature.LOCK_OF, "lock all sources of the query");
        }
        require(Feature.ROW_LOCKS, "leave it out: a transaction that may write has the database to itself");
        lock.render(out);
    }

    /** The next number of a sequence. */
    protected void nextValue(NextValue<?> next, SqlWriter out) {
        requireSequences(next.sequence().name());
        next.render(out);
    }

    /** Rows written into a statement. */
    protected void values(ValuesSource rows, SqlWriter out) {
        rows.render(out);
    }

    /** {@code distance preceding}. */
    protected void frameBound(Bound.Offset bound, SqlWriter out) {
        if (bound.distance().type().dataType().kind() == DataType.Kind.INTERVAL) {
            require(Feature.INTERVAL_FRAMES, "order by a number, such as days since a date");
        }
        bound.render(out);
    }

    /** A function in FROM. */
    protected void tableFunction(Source<?> function, SqlWriter out) {
        require(Feature.TABLE_FUNCTIONS, "use values(…), a recursive common table expression, or SQL of your own");
        function.render(out);
    }

    /** Some of a table's rows, by chance. */
    protected void tableSample(TableSample<?> sample, SqlWriter out) {
        require(Feature.TABLESAMPLE, "order by a random number and limit");
        sample.render(out);
    }

    /** {@code any (…)} or {@code all (…)}. */
    protected void quantified(Quantified<?> quantified, SqlWriter out) {
        require(Feature.QUANTIFIED_COMPARISON, "use in(…), or compare with min or max");
        quantified.render(out);
    }

    /** {@code (a, b) in ((?, ?))}. */
    protected void tupleInList(TupleInList list, SqlWriter out) {
        list.render(out);
    }
}
