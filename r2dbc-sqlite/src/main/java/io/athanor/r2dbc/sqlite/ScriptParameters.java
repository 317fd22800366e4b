package io.athanor.r2dbc.sqlite;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The parameters of a script and their indexes from 0: {@code ?1} and {@code $1} are index 0 wherever they stand, a name has one index
 * however often it occurs, and a bare {@code ?} takes the index after the highest so far.
 */
final class ScriptParameters {
    /** {@code SQLITE_MAX_VARIABLE_NUMBER} of sqlite-jdbc's build. */
    static final int MAXIMUM = 250_000;

    private static final String PREFIXES = ":@$";

    private final Map<String, Integer> named = new HashMap<>();
    private final BitSet used = new BitSet();

    int anonymous() {
        return use(used.length());
    }

    int numbered(int number) {
        return use(number - 1);
    }

    int named(String identifier) {
        Integer known = named.get(identifier);
        if (known != null) {
            return known;
        }
        int index = use(used.length());
        named.put(identifier, index);
        return index;
    }

    private int use(int index) {
        if (index >= MAXIMUM) {
            throw new IllegalArgumentException("A statement of SQLite takes at most " + MAXIMUM + " parameters");
        }
        used.set(index);
        return index;
    }

    /** The highest index and one. */
    int size() {
        return used.length();
    }

    /** Whether a parameter has this index; {@code ?3} alone leaves 0 and 1 unused. */
    boolean isUsed(int index) {
        return used.get(index);
    }

    void checkIndex(int index) {
        if (index < 0 || !used.get(index)) {
            throw new IndexOutOfBoundsException("There is no parameter with index " + index + "; the statement has "
                    + used.cardinality() + (used.isEmpty() ? "" : ", the last one with index " + (used.length() - 1)));
        }
    }

    /** The index of {@code :name}, {@code @name}, {@code $name}, {@code ?1} or {@code $1}, also without the prefix. */
    int indexOf(String identifier) {
        Integer exact = named.get(identifier);
        if (exact != null) {
            return exact;
        }
        for (int i = 0; i < PREFIXES.length(); i++) {
            Integer prefixed = named.get(PREFIXES.charAt(i) + identifier);
            if (prefixed != null) {
                return prefixed;
            }
        }
        int number = number(identifier);
        if (number > 0 && isUsed(number - 1)) {
            return number - 1;
        }
        throw new NoSuchElementException("There is no parameter " + identifier + "; the statement has "
                + (named.isEmpty() ? used.cardinality() + " without names" : named.keySet()));
    }

    /** The number in {@code ?12} or {@code $12}, else −1. */
    static int number(String identifier) {
        char prefix = identifier.isEmpty() ? ' ' : identifier.charAt(0);
        if ((prefix != '?' && prefix != '$') || identifier.length() == 1) {
            return -1;
        }
        int number = 0;
        for (int i = 1; i < identifier.length(); i++) {
            char c = identifier.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = Math.min(number * 10 + (c - '0'), MAXIMUM + 1);
        }
        return number;
    }
}
