package io.athanor.sql;

/** How tightly an expression binds, loosest first. The only source of parentheses. */
public enum Precedence {
    OR,
    AND,
    NOT,
    COMPARISON,
    CONCAT,
    SUM,
    PRODUCT,
    SIGN,
    PRIMARY;

    /** Whether an expression of this precedence needs parentheses as an operand of {@code other}. */
    public boolean bindsLooserThan(Precedence other) {
        return compareTo(other) < 0;
    }
}
