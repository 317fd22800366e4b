package io.athanor.dialect;

import io.athanor.ConfigurationException;
import io.athanor.types.DataType;
import java.util.EnumSet;

/** Standard SQL, of no database: to print statements with. */
public final class StandardDialect extends Dialect {
    /** The dialect; it has no state. */
    public StandardDialect() {
        super("standard SQL", EnumSet.allOf(Feature.class));
    }

    @Override
    public String marker(int index, DataType type) {
        return "?";
    }

    @Override
    public Codec codec(DataType type) {
        throw new ConfigurationException("standard SQL is printed, not run; choose the dialect of a database");
    }

    @Override
    public int maxParameters() {
        return Integer.MAX_VALUE;
    }
}
