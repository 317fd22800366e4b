package io.athanor.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Where dialects come from that Athanor does not bring: implement it and name the class in {@code
 * META-INF/services/io.athanor.dialect.DialectProvider}, or provide it in {@code module-info}.
 */
public interface DialectProvider {
    /**
     * The dialect of a database; null if this provider has none for it.
     *
     * @param product the product's name as its R2DBC driver says it in {@code ConnectionFactoryMetadata.getName()}, such as
     *     {@code PostgreSQL}
     */
    @Nullable
    Dialect dialectFor(String product);
}
