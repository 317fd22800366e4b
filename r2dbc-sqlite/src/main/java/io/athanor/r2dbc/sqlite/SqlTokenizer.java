package io.athanor.r2dbc.sqlite;

import io.athanor.r2dbc.sqlite.SqlToken.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL text into tokens by the rules of SQLite's own tokenizer ({@code tokenize.c}), so that both see parameters, strings, quoted
 * names and comments in the same places. Text that SQLite would refuse is passed on as it is, for SQLite to refuse.
 */
final class SqlTokenizer {
    private final String sql;
    private int position;

    SqlTokenizer(String sql) {
        this.sql = sql;
    }

    /** The next token that is neither white space nor a comment; null at the end. */
    @Nullable
    SqlToken next() {
        skipBlanks();
        if (position >= sql.length()) {
            return null;
        }
        int start = position;
        Kind kind = read(sql.charAt(position));
        return new SqlToken(kind, start, position);
    }

    private Kind read(char first) {
        return switch (first) {
            case '\'' -> quoted(first, Kind.STRING);
            case '"', '`' -> quoted(first, Kind.QUOTED_NAME);
            case '[' -> bracketed();
            case '?' -> numbered();
            case '$', '@', ':' -> named();
            case ';' -> single(Kind.SEMICOLON);
            case '(' -> single(Kind.OPEN);
            case ')' -> single(Kind.CLOSE);
            default -> wordOrNumber(first);
        };
    }

    private Kind wordOrNumber(char first) {
        if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
            number();
            return Kind.NUMBER;
        }
        if (isNamePart(first)) {
            nameParts();
            return Kind.WORD;
        }
        return single(Kind.OTHER);
    }

    private Kind single(Kind kind) {
        position++;
        return kind;
    }

    private void skipBlanks() {
        while (position < sql.length()) {
            char c = sql.charAt(position);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r') {
                position++;
            } else if (c == '-' && peek(1) == '-') {
                through("\n", position + 2);
            } else if (c == '/' && peek(1) == '*') {
                through("*/", position + 2);
            } else {
                return;
            }
        }
    }

    /** Moves past the next {@code terminator}, or to the end where there is none. */
    private void through(String terminator, int from) {
        int at = sql.indexOf(terminator, from);
        position = at < 0 ? sql.length() : at + terminator.length();
    }

    /** A quote that is doubled stands for itself. */
    private Kind quoted(char quote, Kind kind) {
        position++;
        while (position < sql.length()) {
            if (sql.charAt(position++) == quote) {
                if (peek(0) != quote) {
                    break;
                }
                position++;
            }
        }
        return kind;
    }

    private Kind bracketed() {
        through("]", position + 1);
        return Kind.QUOTED_NAME;
    }

    private Kind numbered() {
        position++;
        while (isDigit(peek(0))) {
            position++;
        }
        return Kind.PARAMETER;
    }

    /** {@code :name}, {@code @name}, {@code $name}, with Tcl's {@code ::} and {@code (suffix)}. */
    private Kind named() {
        int start = position++;
        int parts = 0;
        while (position < sql.length()) {
            char c = sql.charAt(position);
            if (isNamePart(c)) {
                position++;
                parts++;
            } else if (c == '(' && parts > 0) {
                tclSuffix();
                break;
            } else if (c == ':' && peek(1) == ':') {
                position += 2;
            } else {
                break;
            }
        }
        if (parts == 0) {
            position = start + 1;
            return Kind.OTHER;
        }
        return Kind.PARAMETER;
    }

    private void tclSuffix() {
        while (position < sql.length() && !Character.isWhitespace(sql.charAt(position))) {
            if (sql.charAt(position++) == ')') {
                return;
            }
        }
    }

    private void number() {
        boolean hexadecimal = peek(0) == '0' && (peek(1) | 0x20) == 'x';
        while (position < sql.length()) {
            char c = sql.charAt(position);
            boolean exponentSign = (c == '+' || c == '-') && !hexadecimal && (peek(-1) | 0x20) == 'e';
            if (!isNamePart(c) && c != '.' && !exponentSign) {
                return;
            }
            position++;
        }
    }

    private void nameParts() {
        while (position < sql.length() && isNamePart(sql.charAt(position))) {
            position++;
        }
    }

    private char peek(int distance) {
        int at = position + distance;
        return at >= 0 && at < sql.length() ? sql.charAt(at) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
