package io.athanor.dialect;

import io.athanor.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Finds the dialect of a database: one of Athanor's, or of a {@link DialectProvider}, which is asked first. */
public final class Dialects {
    private static final Map<String, Supplier<Dialect>> BUILT_IN = new LinkedHashMap<>();

    static {
        BUILT_IN.put("postgresql", PostgresDialect::new);
        BUILT_IN.put("h2", H2Dialect::new);
        BUILT_IN.put("sqlite", SqliteDialect::new);
    }

    private Dialects() {}

    /**
     * The dialect of a product by the name its driver gives it, whatever the case.
     *
     * @throws ConfigurationException if there is none
     */
    public static Dialect of(String product) {
        for (DialectProvider provider : ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader())) {
            Dialect dialect = provider.dialectFor(product);
            if (dialect != null) {
                return dialect;
            }
        }
        Supplier<Dialect> builtIn = BUILT_IN.get(product.toLowerCase(Locale.ROOT));
        if (builtIn == null) {
            throw new ConfigurationException("no dialect for " + product + "; known are " + BUILT_IN.keySet()
                    + ", or register a " + DialectProvider.class.getName());
        }
        return builtIn.get();
    }
}
