package io.athanor.sql;

import io.athanor.ConfigurationException;

/** What a name has to be. All else is a matter of quoting. */
final class Names {
    private Names() {}

    static String alias(String alias) {
        if (alias.isEmpty()) {
            throw new ConfigurationException("an alias is not empty");
        }
        if (alias.indexOf('\0') >= 0) {
            throw new ConfigurationException("an alias has no NUL character");
        }
        return alias;
    }

    /** The name of a column that is made by its name. */
    static String of(Expression<?> column) {
        String name = Sources.nameOf(column);
        if (name == null) {
            throw new ConfigurationException(column + " has no name; make it by column(name, type)");
        }
        return name;
    }
}
