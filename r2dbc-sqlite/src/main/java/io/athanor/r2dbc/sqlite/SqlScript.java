package io.athanor.r2dbc.sqlite;

import java.util.List;

/**
 * SQL text as the driver sees it: commands, one or several, and the parameters they share.
 *
 * @param sql the text as it was given
 * @param commands in order; none if the text is blank
 * @param parameters of all commands together
 */
record SqlScript(String sql, List<SqlCommand> commands, ScriptParameters parameters) {
    static SqlScript parse(String sql) {
        int zero = sql.indexOf('\0');
        if (zero >= 0) {
            throw new IllegalArgumentException("The SQL text has a zero character at position " + zero
                    + ", where SQLite would stop reading; bind such a value as a parameter");
        }
        return new SqlScriptParser(sql).parse();
    }
}
