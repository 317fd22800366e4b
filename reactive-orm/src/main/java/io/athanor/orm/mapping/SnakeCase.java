package io.athanor.orm.mapping;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of the database made of names of Java: {@code HTTPRequestLog} is {@code http_request_log}. */
final class SnakeCase {
    private static final Pattern WORD_STARTS =
            Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private SnakeCase() {}

    static String of(String name) {
        return WORD_STARTS.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
