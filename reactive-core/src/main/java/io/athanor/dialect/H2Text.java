package io.athanor.dialect;

/** Quoted text and names without a semicolon: the driver takes each for the end of a statement, in quotes or not. */
final class H2Text {
    private H2Text() {}

    /** {@code text} between {@code quote}s; with a semicolon inside, by its code point: {@code U&'\003b'}. */
    static String quoted(String text, char quote) {
        String one = String.valueOf(quote);
        String doubled = text.replace(one, one + one);
        if (text.indexOf(';') < 0) {
            return one + doubled + one;
        }
        return "U&" + one + doubled.replace("\\", "\\\\").replace(";", "\\003b") + one;
    }
}
