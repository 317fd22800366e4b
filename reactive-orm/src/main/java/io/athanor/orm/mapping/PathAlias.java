package io.athanor.orm.mapping;

/** What a target is called where it is joined along a path: after the path, so that nesting never collides. */
final class PathAlias {
    /** PostgreSQL's limit is 63 bytes, and it cuts what is longer without a word. */
    private static final int LONGEST = 60;

    private PathAlias() {}

    /** {@code article_comments_author}; the end of a long one is a number made of the whole. */
    static String of(String owner, String attribute) {
        String alias = owner + "_" + attribute;
        if (alias.length() <= LONGEST) {
            return alias;
        }
        String number = "_" + Integer.toUnsignedString(alias.hashCode(), Character.MAX_RADIX);
        return alias.substring(0, LONGEST - number.length()) + number;
    }
}
