package io.athanor;

import org.jspecify.annotations.Nullable;

/** A class that cannot be mapped as its annotations say. Raised at start-up; names class, attribute and annotation. */
public final class MappingException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    public MappingException(String message) {
        super(message);
    }

    public MappingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
