package io.athanor.engine;

import org.jspecify.annotations.Nullable;

/** What the SQLSTATEs of unfit values mean: said without the value, which a database's own message quotes. */
final class SqlStateTexts {
    private SqlStateTexts() {}

    static String of(@Nullable String state) {
        if (state == null) {
            return "A value does not fit";
        }
        return switch (state) {
            case "21000" -> "A subquery or an upsert met several rows where one was expected";
            case "22001" -> "A text or binary value is too long for its column";
            case "22003" -> "A number is out of the range of its type";
            case "22004" -> "NULL is not allowed here";
            case "22007", "22008" -> "A date or time is out of range or not one";
            case "22012" -> "Division by zero";
            case "22018", "22P02" -> "A value is not one of the type it is converted to";
            case "22021", "22P05" -> "A text holds a character the database cannot keep";
            case "22025" -> "A LIKE pattern's escape is wrong";
            default -> "A value does not fit";
        };
    }
}
