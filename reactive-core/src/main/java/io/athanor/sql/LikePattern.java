package io.athanor.sql;

import io.athanor.types.Types;

/** Patterns of LIKE with {@code !} as the escape: a backslash means something else on each database. */
final class LikePattern {
    private LikePattern() {}

    static Param<String> of(String before, String literal, String after) {
        String escaped = literal.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return Param.of(before + escaped + after, Types.TEXT);
    }
}
