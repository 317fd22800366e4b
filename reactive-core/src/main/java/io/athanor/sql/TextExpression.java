package io.athanor.sql;

import static io.athanor.sql.Operators.CHAR_LENGTH;
import static io.athanor.sql.Operators.CONCAT;
import static io.athanor.sql.Operators.ILIKE;
import static io.athanor.sql.Operators.ILIKE_ESCAPE;
import static io.athanor.sql.Operators.LIKE;
import static io.athanor.sql.Operators.LIKE_ESCAPE;
import static io.athanor.sql.Operators.LOWER;
import static io.athanor.sql.Operators.MATCHES;
import static io.athanor.sql.Operators.NOT_LIKE;
import static io.athanor.sql.Operators.POSITION;
import static io.athanor.sql.Operators.REGEXP_REPLACE;
import static io.athanor.sql.Operators.REPLACE;
import static io.athanor.sql.Operators.SUBSTRING;
import static io.athanor.sql.Operators.SUBSTRING_FROM;
import static io.athanor.sql.Operators.TRIM;
import static io.athanor.sql.Operators.UPPER;

import io.athanor.types.Types;

/** An expression of text. Whether letters compare by case follows the column's collation. */
public sealed interface TextExpression extends Expression<String>
        permits TextColumn,
                Op.Text,
                Cast.Text,
                Case.Text,
                Choice.OfTexts,
                Label.Text,
                Aggregate.Text,
                Over.Text,
                Typed.Text,
                Collated {
    /** {@code this like pattern}; {@code %} is any text, {@code _} any character, backslash escapes. */
    default Predicate like(String pattern) {
        return like(Param.of(pattern, Types.TEXT));
    }

    /** {@code this like pattern}; {@code %} is any text, {@code _} any character, backslash escapes. */
    default Predicate like(Expression<String> pattern) {
        return Op.predicate(LIKE, this, pattern);
    }

    /** {@code this not like pattern}. */
    default Predicate notLike(String pattern) {
        return Op.predicate(NOT_LIKE, this, Param.of(pattern, Types.TEXT));
    }

    /** {@code this not like pattern}. */
    default Predicate notLike(Expression<String> pattern) {
        return Op.predicate(NOT_LIKE, this, pattern);
    }

    /** {@code this like pattern} without regard to case, on SQLite to that of the letters A to Z. */
    default Predicate ilike(String pattern) {
        return Op.predicate(ILIKE, this, Param.of(pattern, Types.TEXT));
    }

    /** {@code this like pattern} without regard to case. */
    default Predicate ilike(Expression<String> pattern) {
        return Op.predicate(ILIKE, this, pattern);
    }

    /** {@code this not like pattern} without regard to case. */
    default Predicate notIlike(String pattern) {
        return ilike(pattern).not();
    }

    /**
     * Whether the regular expression matches anywhere in this. Plain expressions mean the same everywhere; for all else each
     * database has its own dialect.
     */
    default Predicate matches(String regex) {
        return Op.predicate(MATCHES, this, Param.of(regex, Types.TEXT));
    }

    /** Whether this begins with {@code prefix}, which is taken literally. */
    default Predicate startsWith(String prefix) {
        return Op.predicate(LIKE_ESCAPE, this, LikePattern.of("", prefix, "%"));
    }

    /** Whether this ends with {@code suffix}, which is taken literally. */
    default Predicate endsWith(String suffix) {
        return Op.predicate(LIKE_ESCAPE, this, LikePattern.of("%", suffix, ""));
    }

    /** Whether {@code part}, taken literally, is somewhere in this. */
    default Predicate contains(String part) {
        return Op.predicate(LIKE_ESCAPE, this, LikePattern.of("%", part, "%"));
    }

    /** Whether this begins with {@code prefix}, taken literally and without regard to case. */
    default Predicate startsWithIgnoreCase(String prefix) {
        return Op.predicate(ILIKE_ESCAPE, this, LikePattern.of("", prefix, "%"));
    }

    /** Whether this ends with {@code suffix}, taken literally and without regard to case. */
    default Predicate endsWithIgnoreCase(String suffix) {
        return Op.predicate(ILIKE_ESCAPE, this, LikePattern.of("%", suffix, ""));
    }

    /** Whether {@code part}, taken literally and without regard to case, is somewhere in this. */
    default Predicate containsIgnoreCase(String part) {
        return Op.predicate(ILIKE_ESCAPE, this, LikePattern.of("%", part, "%"));
    }

    /** {@code this || text}. */
    default TextExpression concat(String text) {
        return concat(Param.of(text, Types.TEXT));
    }

    /** {@code this || other}; NULL if either is. */
    default TextExpression concat(Expression<String> other) {
        return Op.text(CONCAT, this, other);
    }

    /** {@code lower(this)}. */
    default TextExpression lower() {
        return Op.text(LOWER, this);
    }

    /** {@code upper(this)}. */
    default TextExpression upper() {
        return Op.text(UPPER, this);
    }

    /** {@code trim(this)}: without blanks at either end. */
    default TextExpression trim() {
        return Op.text(TRIM, this);
    }

    /** {@code char_length(this)}, in characters. Of CHAR, with or without the blanks at its end, as the database has it. */
    default NumberExpression<Integer> length() {
        return Op.number(CHAR_LENGTH, Types.INTEGER, this);
    }

    /** {@code substring(this from first)}; the first character is 1. */
    default TextExpression substring(int first) {
        return Op.text(
                SUBSTRING_FROM, this, Param.of(Arguments.atLeast(1, first, "the first character"), Types.INTEGER));
    }

    /** {@code substring(this from first for length)}; the first character is 1. */
    default TextExpression substring(int first, int length) {
        return Op.text(
                SUBSTRING,
                this,
                Param.of(Arguments.atLeast(1, first, "the first character"), Types.INTEGER),
                Param.of(Arguments.atLeast(0, length, "the length"), Types.INTEGER));
    }

    /** {@code position(part in this)}: 1 for the first character, 0 if it is not there. */
    default NumberExpression<Integer> position(String part) {
        return Op.number(POSITION, Types.INTEGER, this, Param.of(part, Types.TEXT));
    }

    /** {@code position(part in this)}: 1 for the first character, 0 if it is not there. */
    default NumberExpression<Integer> position(Expression<String> part) {
        return Op.number(POSITION, Types.INTEGER, this, part);
    }

    /** {@code replace(this, part, by)}: every occurrence. */
    default TextExpression replace(String part, String by) {
        return Op.text(REPLACE, this, Param.of(part, Types.TEXT), Param.of(by, Types.TEXT));
    }

    /**
     * Every match of the regular expression replaced. Plain expressions, and texts without {@code $} and backslash, mean the
     * same everywhere; for all else each database has its own dialect.
     */
    default TextExpression replaceMatches(String regex, String by) {
        return Op.text(REGEXP_REPLACE, this, Param.of(regex, Types.TEXT), Param.of(by, Types.TEXT));
    }

    /** {@code this collate "collation"}. Collations have names of their own on each database. */
    default TextExpression collate(String collation) {
        return new Collated(this, collation);
    }

    @Override
    default Label.Text as(String name) {
        return new Label.Text(this, name);
    }
}
