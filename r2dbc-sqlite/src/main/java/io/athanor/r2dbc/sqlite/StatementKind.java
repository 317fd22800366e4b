package io.athanor.r2dbc.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a command is, as far as the driver has to know. */
enum StatementKind {
    /** Its count of changed rows means something. */
    CHANGE,
    /** It begins or ends transactions behind the driver's back. */
    TRANSACTION,
    /** Queries, definitions and the rest. */
    OTHER;

    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE");
    private static final Set<String> TRANSACTIONS =
            Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");

    /** The kind of a command by its words that stand outside parentheses. */
    static StatementKind of(String sql, List<SqlToken> outerWords) {
        if (outerWords.isEmpty()) {
            return OTHER;
        }
        String first = outerWords.get(0).text(sql).toUpperCase(Locale.ROOT);
        if (first.equals("WITH")) {
            return outerWords.stream().anyMatch(word -> isChange(sql, word)) ? CHANGE : OTHER;
        }
        if (CHANGES.contains(first)) {
            return CHANGE;
        }
        return TRANSACTIONS.contains(first) ? TRANSACTION : OTHER;
    }

    private static boolean isChange(String sql, SqlToken word) {
        return CHANGES.contains(word.text(sql).toUpperCase(Locale.ROOT));
    }
}
