package io.athanor.dialect;

/**
 * A pattern of LIKE as one of GLOB. SQLite's LIKE takes no account of case, and has no escape of its own; GLOB is as LIKE is
 * elsewhere, with other signs.
 */
final class GlobPattern {
    private GlobPattern() {}

    /** {@code %} is any text, {@code _} any character, and what follows {@code escape} is itself. */
    static String of(String like, char escape) {
        StringBuilder glob = new StringBuilder(like.length() + 8);
        for (int i = 0; i < like.length(); i++) {
            char sign = like.charAt(i);
            if (sign == escape && i + 1 < like.length()) {
                i++;
                glob.append(itself(like.charAt(i)));
            } else if (sign == '%') {
                glob.append('*');
            } else if (sign == '_') {
                glob.append('?');
            } else {
                glob.append(itself(sign));
            }
        }
        return glob.toString();
    }

    private static String itself(char sign) {
        return switch (sign) {
            case '*', '?', '[' -> "[" + sign + "]";
            default -> String.valueOf(sign);
        };
    }

    /**
     * The same in SQL, around a pattern that is known there only, with a backslash as its escape. What is escaped waits as a
     * control character until the signs are replaced.
     */
    static String inSql(String pattern) {
        String sql = pattern;
        String[][] replacements = {
            {"'\\\\'", "char(1)"},
            {"'\\%'", "char(2)"},
            {"'\\_'", "char(3)"},
            {"'\\'", "''"},
            {"'['", "'[[]'"},
            {"'*'", "'[*]'"},
            {"'?'", "'[?]'"},
            {"'%'", "'*'"},
            {"'_'", "'?'"},
            {"char(1)", "'\\'"},
            {"char(2)", "'%'"},
            {"char(3)", "'_'"}
        };
        for (String[] each : replacements) {
            sql = "replace(" + sql + ", " + each[0] + ", " + each[1] + ")";
        }
        return sql;
    }
}
