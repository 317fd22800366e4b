package io.athanor;

import org.jspecify.annotations.Nullable;

/** An option, URL, mapping or statement that cannot mean anything, found before any database was asked. */
public sealed class ConfigurationException extends AthanorException permits MappingException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
