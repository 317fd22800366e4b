package io.athanor.r2dbc.sqlite;

/** A token of SQL text, by kind and place. */
record SqlToken(Kind kind, int start, int end) {
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        QUOTED_NAME,
        PARAMETER,
        SEMICOLON,
        OPEN,
        CLOSE,
        OTHER
    }

    String text(String sql) {
        return sql.substring(start, end);
    }

    boolean isWord(String sql, String word) {
        return kind == Kind.WORD
                && end - start == word.length()
                && sql.regionMatches(true, start, word, 0, end - start);
    }
}
