package io.athanor.types.compliance;

import java.util.SortedMap;
import java.util.TreeMap;

/** Enough of a JSON reader to tell whether two texts mean the same: blanks and the order of keys do not count. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** The text without blanks, with its keys in order. */
    static String canonical(String text) {
        return new Json(text).value();
    }

    private String value() {
        blanks();
        String value =
                switch (text.charAt(at)) {
                    case '{' -> object();
                    case '[' -> array();
                    case '"' -> string();
                    default -> word();
                };
        blanks();
        return value;
    }

    private String object() {
        SortedMap<String, String> members = new TreeMap<>();
        at++;
        blanks();
        while (text.charAt(at) != '}') {
            String key = value();
            at++; // the colon
            members.put(key, value());
            comma();
        }
        at++;
        return members.toString();
    }

    private String array() {
        StringBuilder elements = new StringBuilder("[");
        at++;
        blanks();
        while (text.charAt(at) != ']') {
            elements.append(value()).append(',');
            comma();
        }
        at++;
        return elements.append(']').toString();
    }

    private void comma() {
        if (text.charAt(at) == ',') {
            at++;
            blanks();
        }
    }

    private String string() {
        int start = at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return text.substring(start, ++at);
    }

    private String word() {
        int start = at;
        while (at < text.length() && "{}[],: \n\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}
