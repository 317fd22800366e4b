package io.athanor.sql;

import static io.athanor.sql.Precedence.COMPARISON;
import static io.athanor.sql.Precedence.PRIMARY;
import static io.athanor.sql.Precedence.PRODUCT;
import static io.athanor.sql.Precedence.SIGN;
import static io.athanor.sql.Precedence.SUM;

/**
 * Every operator and function the language knows, in the spelling of standard SQL. A dialect respells one by one line; to
 * add one, add it here, its Java form in {@link Sql} or an expression type, and a row of the goldens.
 */
public final class Operators {
    // comparison
    public static final Operator EQ = Operator.of("eq", COMPARISON, "{0!} = {1!}");
    public static final Operator NE = Operator.of("ne", COMPARISON, "{0!} <> {1!}");
    public static final Operator LT = Operator.of("lt", COMPARISON, "{0!} < {1!}");
    public static final Operator LE = Operator.of("le", COMPARISON, "{0!} <= {1!}");
    public static final Operator GT = Operator.of("gt", COMPARISON, "{0!} > {1!}");
    public static final Operator GE = Operator.of("ge", COMPARISON, "{0!} >= {1!}");
    public static final Operator BETWEEN = Operator.of("between", COMPARISON, "{0!} between {1!} and {2!}");
    public static final Operator NOT_BETWEEN = Operator.of("not_between", COMPARISON, "{0!} not between {1!} and {2!}");
    public static final Operator BETWEEN_SYMMETRIC =
            Operator.of("between_symmetric", COMPARISON, "{0!} between symmetric {1!} and {2!}");
    public static final Operator IS_NULL = Operator.of("is_null", COMPARISON, "{0!} is null");
    public static final Operator IS_NOT_NULL = Operator.of("is_not_null", COMPARISON, "{0!} is not null");
    public static final Operator IS_TRUE = Operator.of("is_true", COMPARISON, "{0!} is true");
    public static final Operator IS_FALSE = Operator.of("is_false", COMPARISON, "{0!} is false");
    public static final Operator IS_DISTINCT =
            Operator.of("is_distinct_from", COMPARISON, "{0!} is distinct from {1!}");
    public static final Operator IS_NOT_DISTINCT =
            Operator.of("is_not_distinct_from", COMPARISON, "{0!} is not distinct from {1!}");
    public static final Operator LIKE = Operator.of("like", COMPARISON, "{0!} like {1!}");
    public static final Operator NOT_LIKE = Operator.of("not_like", COMPARISON, "{0!} not like {1!}");
    public static final Operator LIKE_ESCAPE = Operator.of("like_escape", COMPARISON, "{0!} like {1!} escape '!'");
    public static final Operator ILIKE = Operator.of("ilike", COMPARISON, "lower({0,}) like lower({1,})");
    public static final Operator ILIKE_ESCAPE =
            Operator.of("ilike_escape", COMPARISON, "lower({0,}) like lower({1,}) escape '!'");
    public static final Operator MATCHES = Operator.of("matches", COMPARISON, "{0!} like_regex {1!}");
    public static final Operator NOT = Operator.of("not", Precedence.NOT, "not {0}");

    // numbers
    public static final Operator PLUS = Operator.of("plus", SUM, "{0} + {1!}");
    public static final Operator MINUS = Operator.of("minus", SUM, "{0} - {1!}");
    public static final Operator TIMES = Operator.of("times", PRODUCT, "{0} * {1!}");
    public static final Operator DIVIDE = Operator.of("divide", PRODUCT, "{0} / {1!}");
    public static final Operator DIVIDE_DECIMAL = Operator.of("divide_decimal", PRODUCT, "{0} / {1!}");
    public static final Operator DIVIDE_INTEGER = Operator.of("divide_integer", PRODUCT, "{0} / {1!}");
    public static final Operator MOD = Operator.function("mod");
    public static final Operator NEGATE = Operator.of("negate", SIGN, "-{0!}");
    public static final Operator BIT_AND = Operator.function("bitand");
    public static final Operator BIT_OR = Operator.function("bitor");
    public static final Operator BIT_XOR = Operator.function("bitxor");
    public static final Operator BIT_NOT = Operator.function("bitnot");
    public static final Operator SHIFT_LEFT = Operator.function("lshift");
    public static final Operator SHIFT_RIGHT = Operator.function("rshift");
    public static final Operator ABS = Operator.function("abs");
    public static final Operator ROUND = Operator.function("round");
    public static final Operator FLOOR = Operator.function("floor");
    public static final Operator CEILING = Operator.function("ceiling");
    public static final Operator POWER = Operator.function("power");
    public static final Operator SQRT = Operator.function("sqrt");
    public static final Operator SIGN_OF = Operator.function("sign");

    // text
    public static final Operator CONCAT = Operator.of("concat", Precedence.CONCAT, "{0} || {1}");
    public static final Operator LOWER = Operator.function("lower");
    public static final Operator UPPER = Operator.function("upper");
    public static final Operator TRIM = Operator.function("trim");
    public static final Operator CHAR_LENGTH = Operator.function("char_length");
    public static final Operator SUBSTRING = Operator.of("substring", PRIMARY, "substring({0,} from {1,} for {2,})");
    public static final Operator SUBSTRING_FROM = Operator.of("substring_from", PRIMARY, "substring({0,} from {1,})");
    public static final Operator POSITION = Operator.of("position", PRIMARY, "position({1,} in {0,})");
    public static final Operator REPLACE = Operator.function("replace");
    public static final Operator REGEXP_REPLACE = Operator.function("regexp_replace");
    public static final Operator LEFT = Operator.function("left");
    public static final Operator RIGHT = Operator.function("right");

    // any type
    public static final Operator COALESCE = Operator.function("coalesce");
    public static final Operator NULLIF = Operator.function("nullif");
    public static final Operator GREATEST = Operator.function("greatest");
    public static final Operator LEAST = Operator.function("least");

    public static final Operator TYPE_COERCE = Operator.of("type_coerce", PRIMARY, "{0}");

    // date and time
    public static final Operator CURRENT_DATE = Operator.of("current_date", PRIMARY, "current_date");
    public static final Operator LOCAL_TIMESTAMP = Operator.of("localtimestamp", PRIMARY, "localtimestamp");
    public static final Operator CURRENT_TIMESTAMP = Operator.of("current_timestamp", PRIMARY, "current_timestamp");

    // aggregates
    public static final Operator COUNT = Operator.function("count");
    public static final Operator COUNT_ALL = Operator.of("count_all", PRIMARY, "count(*)");
    public static final Operator SUM_OF = Operator.function("sum");
    public static final Operator AVG = Operator.function("avg");
    public static final Operator MIN = Operator.function("min");
    public static final Operator MAX = Operator.function("max");
    public static final Operator STDDEV = Operator.function("stddev_samp");
    public static final Operator VARIANCE = Operator.function("var_samp");
    public static final Operator EVERY = Operator.function("every");
    public static final Operator SOME = Operator.function("bool_or");
    public static final Operator ARRAY_AGG = Operator.function("array_agg");
    public static final Operator STRING_AGG = Operator.function("listagg");
    public static final Operator PERCENTILE_CONT = Operator.function("percentile_cont");
    public static final Operator PERCENTILE_DISC = Operator.function("percentile_disc");
    public static final Operator MODE = Operator.function("mode");
    public static final Operator GROUPING = Operator.function("grouping");

    // windows
    public static final Operator ROW_NUMBER = Operator.function("row_number");
    public static final Operator RANK = Operator.function("rank");
    public static final Operator DENSE_RANK = Operator.function("dense_rank");
    public static final Operator PERCENT_RANK = Operator.function("percent_rank");
    public static final Operator CUME_DIST = Operator.function("cume_dist");
    public static final Operator NTILE = Operator.function("ntile");
    public static final Operator LAG = Operator.function("lag");
    public static final Operator LEAD = Operator.function("lead");
    public static final Operator FIRST_VALUE = Operator.function("first_value");
    public static final Operator LAST_VALUE = Operator.function("last_value");
    public static final Operator NTH_VALUE = Operator.function("nth_value");

    private Operators() {}
}
