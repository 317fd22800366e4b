package io.athanor.driver.postgresql;

import io.athanor.engine.Cursors;

/** A {@code FETCH} has no parameters, so it would answer in text; a binary cursor answers in binary all the same. */
enum PostgresqlCursors implements Cursors {
    BINARY;

    @Override
    public String declare(String name, String query) {
        return "DECLARE " + name + " BINARY NO SCROLL CURSOR FOR " + query;
    }

    @Override
    public String fetch(String name, int rows) {
        return "FETCH FORWARD " + rows + " FROM " + name;
    }

    @Override
    public String close(String name) {
        return "CLOSE " + name;
    }
}
