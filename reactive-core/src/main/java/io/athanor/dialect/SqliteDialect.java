package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import io.athanor.schema.ColumnCollation;
import io.athanor.schema.ColumnDefinition;
import io.athanor.schema.ComputedColumn;
import io.athanor.schema.ConstraintDefinition;
import io.athanor.schema.CreateTable;
import io.athanor.schema.SchemaObject;
import io.athanor.sql.AggregateCall;
import io.athanor.sql.BatchRows;
import io.athanor.sql.Cast;
import io.athanor.sql.Collated;
import io.athanor.sql.Compound;
import io.athanor.sql.Delete;
import io.athanor.sql.Expression;
import io.athanor.sql.Extract;
import io.athanor.sql.Insert;
import io.athanor.sql.Limit;
import io.athanor.sql.Op;
import io.athanor.sql.Operator;
import io.athanor.sql.Operators;
import io.athanor.sql.Param;
import io.athanor.sql.Precedence;
import io.athanor.sql.Query;
import io.athanor.sql.Returning;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;
import io.athanor.sql.TupleInList;
import io.athanor.sql.Update;
import io.athanor.sql.ValuesSource;
import io.athanor.types.DataType;
import io.athanor.types.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SQLite 3.44 and later. It has four storage classes and converts what it is given silently; what other databases would
 * refuse, and it would answer otherwise, is refused here.
 */
public final class SqliteDialect extends Dialect {
    /** SQLite answers NULL where others fail; the smallest number has no absolute value, and that is an error. */
    private static final String DIVISOR = "iif({1,} = 0, abs(-9223372036854775808), {1,})";

    private static final Set<Operator> ORDERED_SETS =
            Set.of(Operators.PERCENTILE_CONT, Operators.PERCENTILE_DISC, Operators.MODE);

    /** The dialect; it has no state. */
    public SqliteDialect() {
        super(
                "SQLite",
                EnumSet.of(
                        Feature.INSERT_RETURNING,
                        Feature.UPDATE_RETURNING,
                        Feature.DELETE_RETURNING,
                        Feature.MULTI_ROW_INSERT,
                        Feature.UPSERT,
                        Feature.UPSERT_ANY_KEY,
                        Feature.UPDATE_FROM_MANY,
                        Feature.FULL_JOIN,
                        Feature.WITH_BEFORE_CHANGE,
                        Feature.NESTED_WITH,
                        Feature.COLLATE,
                        Feature.MATERIALIZED_CTE,
                        Feature.RECURSIVE_UNION,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.COLUMN_COLLATION,
                        Feature.FUNCTIONAL_INDEX,
                        Feature.PARTIAL_INDEX));
        numbers();
        texts();
        others();
    }

    private void numbers() {
        spell(Operators.DIVIDE, "{0} / " + DIVISOR);
        spell(Operators.DIVIDE_INTEGER, "{0} / " + DIVISOR);
        spell(Operators.DIVIDE_DECIMAL, "cast({0,} as real) / " + DIVISOR);
        spell(Operators.MOD, "({0} % " + DIVISOR + ")");
        spell(Operators.BIT_AND, "({0} & {1})");
        spell(Operators.BIT_OR, "({0} | {1})");
        spell(Operators.BIT_XOR, "(({0} | {1}) - ({0} & {1}))");
        spell(Operators.BIT_NOT, "(~{0})");
        spell(Operators.SHIFT_LEFT, "({0} << {1})");
        spell(Operators.SHIFT_RIGHT, "({0} >> {1})");
        spell(Operators.STDDEV, "stdev({*})");
        spell(Operators.VARIANCE, "variance({*})");
        spell(Operators.ROUND, SqliteCasts.rounded("{0,}", "{1,}"));
    }

    private void texts() {
        spell(Operators.LIKE, "{0!} glob " + GlobPattern.inSql("{1,}"));
        spell(Operators.NOT_LIKE, "{0!} not glob " + GlobPattern.inSql("{1,}"));
        spell(Operators.ILIKE, "{0!} like {1!} escape '\\'");
        spell(Operators.ILIKE_ESCAPE, "{0!} like {1!} escape '!'");
        spell(Operators.CHAR_LENGTH, "length({*})");
        spell(Operators.SUBSTRING, "substr({*})");
        spell(Operators.SUBSTRING_FROM, "substr({*})");
        spell(Operators.POSITION, "instr({*})");
        spell(Operators.LEFT, "substr({0,}, 1, {1,})");
        spell(Operators.RIGHT, "substr({0,}, -{1!}, {1,})");
        spell(Operators.STRING_AGG, "string_agg({*})");
    }

    private void others() {
        spell(Operators.BETWEEN_SYMMETRIC, "{0!} between min({1,}, {2,}) and max({1,}, {2,})");
        spell(Operators.GREATEST, "max({*})");
        spell(Operators.LEAST, "min({*})");
        spell(Operators.EVERY, "min({*})");
        spell(Operators.SOME, "max({*})");
        spell(Operators.LOCAL_TIMESTAMP, "(strftime('%Y-%m-%d %H:%M:%f', 'now'))");
        spell(Operators.CURRENT_TIMESTAMP, "(strftime('%Y-%m-%d %H:%M:%f', 'now'))");
    }

    /** JSON is checked, and its blanks are taken out. */
    @Override
    public String marker(int index, DataType type) {
        return switch (type.kind()) {
            case JSON, JSONB -> "json($" + index + ")";
            case ARRAY, TIME_WITH_TIME_ZONE -> throw SqliteCodecs.refused(type);
            default -> "$" + index;
        };
    }

    /** Names that give a column the affinity its values need, and that say what they are. */
    @Override
    public String typeName(DataType type) {
        return switch (type.kind()) {
            case TEXT -> "text";
            case BINARY -> "blob";
            case TIMESTAMP_WITH_TIME_ZONE ->
                "timestamp with time zone" + (type.length() == null ? "" : "(" + type.length() + ")");
            case INTERVAL -> "interval";
            case ENUM -> "smallint";
            case JSON, JSONB -> "json text";
            case ARRAY, TIME_WITH_TIME_ZONE -> throw SqliteCodecs.refused(type);
            default -> type.toString();
        };
    }

    @Override
    public Codec codec(DataType type) {
        return SqliteCodecs.of(type);
    }

    @Override
    public String literal(DataType type, @Nullable Object value) {
        return value == null ? "null" : SqliteLiterals.of(type, value);
    }

    /** As sqlite-jdbc is compiled; SQLite's own default is 32,766. */
    @Override
    public int maxParameters() {
        return 250_000;
    }

    /** SQLite has no limit. */
    @Override
    public int maxIdentifierLength() {
        return 1000;
    }

    @Override
    protected void operation(Op<?> op, SqlWriter out) {
        Operator operator = op.operator();
        List<Expression<?>> arguments = op.arguments();
        if (operator.equals(Operators.MATCHES) || operator.equals(Operators.REGEXP_REPLACE)) {
            require(Feature.REGULAR_EXPRESSIONS, "use like, or compare in the program");
        }
        if (operator.equals(Operators.LIKE) && pattern(arguments) != null) {
            glob(arguments, " glob ", '\\', out);
        } else if (operator.equals(Operators.NOT_LIKE) && pattern(arguments) != null) {
            glob(arguments, " not glob ", '\\', out);
        } else if (operator.equals(Operators.LIKE_ESCAPE) && pattern(arguments) != null) {
            glob(arguments, " glob ", '!', out);
        } else if (isOfOne(operator, arguments)) { // max of one is the aggregate
            out.word("(").node(arguments.get(0)).word(")");
        } else if (!SqliteArithmetic.write(op, out)) {
            super.operation(op, out);
        }
    }

    private static boolean isOfOne(Operator operator, List<Expression<?>> arguments) {
        return arguments.size() == 1 && (operator.equals(Operators.GREATEST) || operator.equals(Operators.LEAST));
    }

    private static @Nullable String pattern(List<Expression<?>> arguments) {
        return arguments.get(1) instanceof Param<?> param && param.value() instanceof String text ? text : null;
    }

    private static void glob(List<Expression<?>> arguments, String words, char escape, SqlWriter out) {
        String pattern = pattern(arguments);
        out.rightOperand(arguments.get(0), Precedence.COMPARISON)
                .word(words)
                .bind(pattern == null ? null : GlobPattern.of(pattern, escape), Types.TEXT);
    }

    @Override
    protected void cast(Cast<?> cast, SqlWriter out) {
        SqliteCasts.write(cast, out);
    }

    @Override
    protected void extract(Extract extract, SqlWriter out) {
        SqliteParts.write(extract, out);
    }

    @Override
    protected void limit(Limit limit, SqlWriter out) {
        if (limit.withTies() || limit.percent() != null) {
            super.limit(limit, out);
        }
        Long rows = limit.rows();
        if (rows == null) {
            out.word(" limit -1");
        } else {
            out.word(" limit ").bind(rows, Types.BIGINT);
        }
        if (limit.offset() != null) {
            out.word(" offset ").bind(limit.offset(), Types.BIGINT);
        }
    }

    @Override
    protected void compound(Compound<?> compound, SqlWriter out) {
        if (compound.operator() == Compound.SetOperator.INTERSECT_ALL
                || compound.operator() == Compound.SetOperator.EXCEPT_ALL) {
            super.compound(compound, out);
        }
        compound.render("select * from (", out);
    }

    /** A derived table's columns cannot be named beside its alias. */
    @Override
    protected void values(ValuesSource rows, SqlWriter out) {
        String opening = "(select ";
        for (int i = 0; i < rows.names().size(); i++) {
            out.word(opening)
                    .word("column" + (i + 1) + " as ")
                    .name(rows.columns().get(i).name());
            opening = ", ";
        }
        opening = " from (values (";
        for (List<Expression<?>> row : rows.rows()) {
            out.word(opening).list(row, ", ");
            opening = "), (";
        }
        out.word("))) ").name(rows.alias());
    }

    @Override
    protected void tupleInList(TupleInList list, SqlWriter out) {
        if (list.values().isEmpty()) {
            super.tupleInList(list, out);
            return;
        }
        out.node(list.left())
                .word(list.negated() ? " not in (values " : " in (values ")
                .list(list.values(), ", ")
                .word(")");
    }

    @Override
    protected void aggregate(AggregateCall call, SqlWriter out) {
        Operator operator = call.operator();
        if (operator.equals(Operators.ARRAY_AGG)) {
            require(Feature.ARRAYS, "use stringAgg, or collect the rows");
        }
        if (ORDERED_SETS.contains(operator)) {
            require(Feature.ORDERED_SET_AGGREGATES, "use row_number() over a window in a derived table");
        }
        (operator.equals(Operators.STRING_AGG) ? call.inArguments() : call).render(out);
    }

    /** "C" is the order of code points, which SQLite calls BINARY. */
    @Override
    protected void collated(Collated collated, SqlWriter out) {
        out.operand(collated.expression(), Precedence.PRIMARY).word(" collate ").name(collation(collated.collation()));
    }

    private static String collation(String name) {
        return name.equals("C") || name.equals("POSIX") ? "BINARY" : name;
    }

    @Override
    protected void insert(Insert insert, SqlWriter out) {
        SqliteChanges.insert(insert, new SqliteStoredValues(out));
    }

    @Override
    protected void batchRows(BatchRows rows, SqlWriter out) {
        super.batchRows(rows, new SqliteStoredValues(out));
    }

    @Override
    protected void update(Update update, SqlWriter out) {
        SqliteChanges.update(update, out);
    }

    @Override
    protected void delete(Delete delete, SqlWriter out) {
        SqliteChanges.delete(delete, out);
    }

    @Override
    protected void returning(Returning<?> returning, SqlWriter out) {
        requireReturning(returning);
        SqliteChanges.returning(returning, this, out);
    }

    @Override
    public Query<SchemaObject> schemaObjects() {
        return ExistingObjects.sqlite();
    }

    /** Identities are row numbers: SQLite gives them to the one column of type INTEGER that is the primary key. */
    @Override
    protected void createTable(CreateTable table, SqlWriter out) {
        for (ColumnDefinition column : table.columns()) {
            if (column.identity() != null && !isPrimaryKey(column, table)) {
                require(Feature.IDENTITY_BESIDE_KEY, "make " + column.column() + " the primary key");
            }
        }
        super.createTable(table, out);
    }

    private static boolean isPrimaryKey(ColumnDefinition column, CreateTable table) {
        List<String> itself = List.of(column.column().name());
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof ConstraintDefinition.PrimaryKey key
                        && key.columns().equals(itself));
    }

    @Override
    protected void identityColumn(ColumnDefinition column, SqlWriter out) {
        if (!column.column().type().dataType().isInteger()) {
            throw new UnsupportedByDialectException(
                    name(), "an identity of the type " + column.column().type(), "make it an integer");
        }
        out.name(column.column().name()).word(" integer not null");
    }

    @Override
    protected void columnCollation(ColumnCollation collation, SqlWriter out) {
        new ColumnCollation(collation(collation.name())).render(out);
    }

    @Override
    protected void computedColumn(ComputedColumn computed, SqlWriter out) {
        computed.render(out);
        out.word(" stored");
    }

    /** What is referred to is in the same database file, and says no schema. */
    @Override
    protected void constraint(ConstraintDefinition constraint, SqlWriter out) {
        if (constraint instanceof ConstraintDefinition.ForeignKey key
                && key.target().schema() != null) {
            new ConstraintDefinition.ForeignKey(
                            key.name(),
                            key.columns(),
                            TableName.of(key.target().name()),
                            key.targetColumns(),
                            key.actions())
                    .render(out);
        } else {
            super.constraint(constraint, out);
        }
    }
}
