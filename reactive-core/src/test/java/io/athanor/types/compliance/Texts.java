package io.athanor.types.compliance;

import java.util.Random;

/** Random text that is hard on quoting, escaping and encodings. */
final class Texts {
    private static final String[] PIECES = {
        "a", "Z", "9", " ", "'", "''", "\"", "\\", "\\n", "\n", "\r\n", "\t", "%", "_", "$1", "?", ":x", "{", "}", ",",
        "NULL", "é", "ß", "İ", "日本", "🜁", "e\u0301", "\u200f", "\u0001", "\u007f", "\uffff", "--", "/*", ";", "E'",
        "null"
    };

    private Texts() {}

    /** Up to {@code length} characters. */
    static String random(Random source, int length) {
        StringBuilder text = new StringBuilder();
        int pieces = source.nextInt(length);
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES[source.nextInt(PIECES.length)];
            if (text.length() + piece.length() <= length) {
                text.append(piece);
            }
        }
        return text.toString();
    }
}
