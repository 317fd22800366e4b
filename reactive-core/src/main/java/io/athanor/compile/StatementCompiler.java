package io.athanor.compile;

import io.athanor.ConfigurationException;
import io.athanor.dialect.Codec;
import io.athanor.dialect.Dialect;
import io.athanor.sql.CartesianProducts;
import io.athanor.sql.Definition;
import io.athanor.sql.Statement;
import io.athanor.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of a statement what a driver takes. A statement of a shape that was compiled before costs one walk; what its
 * dialect cannot say fails here, before anything is sent. Safe for any number of threads.
 */
public final class StatementCompiler {
    /** How many statements are kept unless something else is said. */
    public static final int DEFAULT_CACHE_SIZE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(StatementCompiler.class);
    private final Dialect dialect;
    private final StatementCache cache;

    /**
     * A compiler for a database.
     *
     * @param cacheSize how many compiled statements are kept; 0 for none
     */
    public StatementCompiler(Dialect dialect, int cacheSize) {
        if (cacheSize < 0) {
            throw new ConfigurationException("statementCacheSize is " + cacheSize + "; it is 0 for none, or more");
        }
        this.dialect = dialect;
        this.cache = new StatementCache(cacheSize);
    }

    /** Whose SQL is written. */
    public Dialect dialect() {
        return dialect;
    }

    /** The statement's text and its values as the driver takes them. */
    public BoundStatement compile(Statement statement) {
        if (statement instanceof Definition) {
            return BoundStatement.of(SqlText.inlined(statement, dialect));
        }
        StatementKey key = StatementKey.of(statement, dialect);
        Compiled compiled = cache.get(key);
        if (compiled == null) {
            compiled = cache.put(key, compileAnew(statement));
        }
        return compiled.bind(key.values());
    }

    private Compiled compileAnew(Statement statement) {
        SqlText walk = SqlText.walk(statement, dialect, false);
        List<DataType> parameters = walk.parameters();
        if (parameters.size() > dialect.maxParameters()) {
            throw new ConfigurationException("the statement binds " + parameters.size() + " values and " + dialect
                    + " takes at most " + dialect.maxParameters() + "; split it, or use a Batch");
        }
        List<Codec> codecs = new ArrayList<>(parameters.size());
        parameters.forEach(type -> codecs.add(dialect.codec(type)));
        for (String product : CartesianProducts.in(statement)) {
            LOG.warn("{} in: {}", product, walk.text());
        }
        return new Compiled(walk.text(), codecs);
    }

    /** How many compiled statements are kept at the moment. */
    public int cachedStatements() {
        return cache.size();
    }
}
