package io.athanor.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL text cut at its named parameters. Knows strings, quoted names, comments, dollar quotes and {@code ::} casts; a colon
 * right behind a word is none of its business, and {@code \\:} is a colon.
 */
record NamedSql(List<String> texts, List<String> names) {
    static NamedSql parse(String sql) {
        return new Parser(sql).parse();
    }

    private static final class Parser {
        private final String sql;
        private final List<String> texts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int at;
        private int textStart;

        Parser(String sql) {
            this.sql = sql;
        }

        NamedSql parse() {
            while (at < sql.length()) {
                char c = sql.charAt(at);
                if (c == '\'' || c == '"' || c == '`') {
                    skipQuoted(c);
                } else if (sql.startsWith("--", at)) {
                    skipTo("\n");
                } else if (sql.startsWith("/*", at)) {
                    skipComment();
                } else if (c == '$') {
                    skipDollarQuote();
                } else if (sql.startsWith("\\:", at)) {
                    unescape();
                } else if (sql.startsWith("::", at)) {
                    at += 2;
                } else if (c == ':' && opensName(at + 1) && !isWord(at - 1)) {
                    parameter();
                } else {
                    at++;
                }
            }
            endText(sql.length());
            return new NamedSql(List.copyOf(texts), List.copyOf(names));
        }

        private void parameter() {
            int end = at + 1;
            while (isWord(end)) {
                end++;
            }
            endText(at);
            names.add(sql.substring(at + 1, end));
            at = end;
            textStart = end;
        }

        private void endText(int end) {
            texts.add(text.append(sql, textStart, end).toString());
            text.setLength(0);
        }

        private void unescape() {
            text.append(sql, textStart, at);
            textStart = at + 1;
            at += 2;
        }

        /** A doubled quote ends one part and opens the next, which skips the same characters. */
        private void skipQuoted(char quote) {
            boolean backslashes = quote == '\'' && isEscapeString();
            at++;
            while (at < sql.length() && sql.charAt(at) != quote) {
                at += backslashes && sql.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(at + 1, sql.length());
        }

        /** PostgreSQL's {@code E'it\\'s'}. */
        private boolean isEscapeString() {
            return at > 0 && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e') && !isWord(at - 2);
        }

        private void skipTo(String terminator) {
            int end = sql.indexOf(terminator, at);
            at = end < 0 ? sql.length() : end + terminator.length();
        }

        /** Comments nest, as the standard and PostgreSQL have it. */
        private void skipComment() {
            int depth = 0;
            do {
                if (sql.startsWith("/*", at)) {
                    depth++;
                    at += 2;
                } else if (sql.startsWith("*/", at)) {
                    depth--;
                    at += 2;
                } else {
                    at++;
                }
            } while (depth > 0 && at < sql.length());
        }

        private void skipDollarQuote() {
            int tagEnd = at + 1;
            while (isWord(tagEnd)) {
                tagEnd++;
            }
            boolean opens = tagEnd < sql.length()
                    && sql.charAt(tagEnd) == '$'
                    && !Character.isDigit(sql.charAt(at + 1))
                    && !isWord(at - 1);
            if (!opens) {
                at++;
                return;
            }
            String tag = sql.substring(at, tagEnd + 1);
            at = tagEnd + 1;
            skipTo(tag);
        }

        private boolean opensName(int index) {
            return index < sql.length() && (Character.isLetter(sql.charAt(index)) || sql.charAt(index) == '_');
        }

        private boolean isWord(int index) {
            return index >= 0
                    && index < sql.length()
                    && (Character.isLetterOrDigit(sql.charAt(index)) || sql.charAt(index) == '_');
        }
    }
}
