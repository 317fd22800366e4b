package io.athanor.engine;

import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.TransactionDefinition;
import org.jspecify.annotations.Nullable;

/** Transaction options in the words of the R2DBC SPI. */
record SpiTransactionDefinition(TransactionOptions options) implements TransactionDefinition {
    @Override
    @SuppressWarnings("unchecked") // an option's type is its own
    public <T> @Nullable T getAttribute(Option<T> option) {
        return (T) attribute(option);
    }

    private @Nullable Object attribute(Option<?> option) {
        if (option.equals(ISOLATION_LEVEL)) {
            Isolation isolation = options.isolationLevel();
            return isolation == null ? null : IsolationLevel.valueOf(isolation.sql());
        }
        if (option.equals(READ_ONLY)) {
            return options.isReadOnly() ? Boolean.TRUE : null;
        }
        if (option.equals(LOCK_WAIT_TIMEOUT)) {
            return options.lockLimit();
        }
        return null;
    }
}
