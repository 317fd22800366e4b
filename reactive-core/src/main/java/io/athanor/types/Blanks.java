package io.athanor.types;

/** What SQL pads a CHAR with. */
final class Blanks {
    private Blanks() {}

    /** The text without blanks at its end; other white space is not padding and stays. */
    static String cut(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }
}
