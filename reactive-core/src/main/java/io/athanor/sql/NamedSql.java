package io.athanor.sql;

import java.util.ArrayList;
import java.util.List;

/** SQL text cut at its named parameters. Knows strings, quoted names, comments, dollar quotes and {@code ::} casts. */
record NamedSql(List<String> texts, List<String> names) {
    static NamedSql parse(String sql) {
        return new Parser(sql).parse();
    }

    private static final class Parser {
        private final String sql;
        private final List<String> texts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
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
                    skipTo("*/");
                } else if (c == '$') {
                    skipDollarQuote();
                } else if (sql.startsWith("::", at)) {
                    at += 2;
                } else if (c == ':' && at + 1 < sql.length() && Character.isJavaIdentifierStart(sql.charAt(at + 1))) {
                    parameter();
                } else {
                    at++;
                }
            }
            texts.add(sql.substring(textStart));
            return new NamedSql(List.copyOf(texts), List.copyOf(names));
        }

        private void parameter() {
            int end = at + 1;
            while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end)) && sql.charAt(end) != '$') {
                end++;
            }
            texts.add(sql.substring(textStart, at));
            names.add(sql.substring(at + 1, end));
            at = end;
            textStart = end;
        }

        /** A doubled quote ends one part and opens the next, which skips the same characters. */
        private void skipQuoted(char quote) {
            int end = sql.indexOf(quote, at + 1);
            at = end < 0 ? sql.length() : end + 1;
        }

        private void skipTo(String terminator) {
            int end = sql.indexOf(terminator, at + 2);
            at = end < 0 ? sql.length() : end + terminator.length();
        }

        private void skipDollarQuote() {
            int tagEnd = at + 1;
            while (tagEnd < sql.length() && Character.isLetterOrDigit(sql.charAt(tagEnd))) {
                tagEnd++;
            }
            boolean opens =
                    tagEnd < sql.length() && sql.charAt(tagEnd) == '$' && !Character.isDigit(sql.charAt(at + 1));
            if (!opens) {
                at++;
                return;
            }
            String tag = sql.substring(at, tagEnd + 1);
            int end = sql.indexOf(tag, tagEnd + 1);
            at = end < 0 ? sql.length() : end + tag.length();
        }
    }
}
