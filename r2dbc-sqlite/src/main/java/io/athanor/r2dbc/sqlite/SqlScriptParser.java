package io.athanor.r2dbc.sqlite;

import io.athanor.r2dbc.sqlite.SqlToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Splits a script at its semicolons, those inside a trigger's body excepted, and numbers its parameters as SQLite does. */
final class SqlScriptParser {
    private final String sql;
    private final SqlTokenizer tokenizer;
    private final List<SqlCommand> commands = new ArrayList<>();
    private final ScriptParameters parameters = new ScriptParameters();

    private final List<SqlToken> tokens = new ArrayList<>();
    private final List<SqlToken> outerWords = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private @Nullable StringBuilder rewritten;
    private int depth;

    SqlScriptParser(String sql) {
        this.sql = sql;
        this.tokenizer = new SqlTokenizer(sql);
    }

    SqlScript parse() {
        for (SqlToken token = tokenizer.next(); token != null; token = tokenizer.next()) {
            if (token.kind() == Kind.SEMICOLON && !isInsideTrigger()) {
                endCommand();
            } else {
                accept(token);
            }
        }
        endCommand();
        return new SqlScript(sql, List.copyOf(commands), parameters);
    }

    private void accept(SqlToken token) {
        tokens.add(token);
        switch (token.kind()) {
            case OPEN -> depth++;
            case CLOSE -> depth--;
            case PARAMETER -> parameter(token);
            case WORD -> {
                if (depth == 0) {
                    outerWords.add(token);
                }
            }
            default -> {}
        }
    }

    /** A trigger ends with {@code ; END ;}, like nothing else. */
    private boolean isInsideTrigger() {
        int size = tokens.size();
        return isTrigger()
                && !(size >= 2
                        && tokens.get(size - 1).isWord(sql, "END")
                        && tokens.get(size - 2).kind() == Kind.SEMICOLON);
    }

    private boolean isTrigger() {
        int at = 0;
        if (isWord(at, "EXPLAIN")) {
            at += isWord(1, "QUERY") ? 3 : 1;
        }
        if (!isWord(at++, "CREATE")) {
            return false;
        }
        if (isWord(at, "TEMP") || isWord(at, "TEMPORARY")) {
            at++;
        }
        return isWord(at, "TRIGGER");
    }

    private boolean isWord(int index, String word) {
        return index < tokens.size() && tokens.get(index).isWord(sql, word);
    }

    private void parameter(SqlToken token) {
        String text = token.text(sql);
        int number = ScriptParameters.number(text);
        if (text.equals("?")) {
            slots.add(parameters.anonymous());
        } else if (number >= 0) {
            numbered(token, number);
        } else {
            int index = parameters.named(text);
            if (positions.putIfAbsent(text, slots.size()) == null) {
                slots.add(index);
            }
        }
    }

    private void numbered(SqlToken token, int number) {
        if (number == 0 || number > ScriptParameters.MAXIMUM) {
            throw new IllegalArgumentException(
                    token.text(sql) + ": the numbers of parameters go from 1 to " + ScriptParameters.MAXIMUM);
        }
        while (slots.size() < number) {
            slots.add(-1);
        }
        slots.set(number - 1, parameters.numbered(number));
        if (sql.charAt(token.start()) == '$') { // $1 is a name to SQLite; ?1 is what is meant.
            if (rewritten == null) {
                rewritten = new StringBuilder(sql);
            }
            rewritten.setCharAt(token.start(), '?');
        }
    }

    private void endCommand() {
        if (!tokens.isEmpty()) {
            CharSequence text = rewritten == null ? sql : rewritten;
            int start = tokens.get(0).start();
            int end = tokens.get(tokens.size() - 1).end();
            commands.add(new SqlCommand(
                    text.subSequence(start, end).toString(),
                    slots.stream().mapToInt(Integer::intValue).toArray(),
                    StatementKind.of(sql, outerWords),
                    outerWords.stream().anyMatch(word -> word.isWord(sql, "RETURNING"))));
        }
        tokens.clear();
        outerWords.clear();
        slots.clear();
        positions.clear();
        depth = 0;
    }
}
