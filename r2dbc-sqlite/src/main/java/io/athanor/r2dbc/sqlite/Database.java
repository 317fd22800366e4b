package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.BusyHandler;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.core.DB;

/** An open connection of SQLite with its prepared statements and open cursors. Confined to the worker, {@link #interruption} excepted. */
final class Database {
    private static final Object[] NONE = {};

    private final SQLiteConnection connection;
    private final DB library;
    private final Interruption interruption;
    private final LockWait lockWait;
    private final StatementCache statements;
    private final Transactions transactions;
    private final Set<Cursor> cursors = new LinkedHashSet<>();
    private long changes;
    private boolean closed;

    private Database(SQLiteConnection connection, Configuration configuration) throws SQLException {
        this.connection = connection;
        this.library = connection.getDatabase();
        this.interruption = new Interruption(library);
        this.lockWait = new LockWait(interruption, configuration.lockWaitTimeout());
        this.statements = new StatementCache(connection, configuration.statementCacheSize());
        this.transactions = new Transactions(this, configuration.transactionMode());
    }

    /** Opens it and proves that it can be read: a file that is no database, or is encrypted, is found out here. */
    static Database open(Configuration configuration) {
        configuration.location().check(configuration.readOnly());
        try {
            SQLiteConnection connection = connect(configuration);
            try {
                return configure(new Database(connection, configuration), configuration);
            } catch (Throwable e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.translate(e, null);
        }
    }

    private static SQLiteConnection connect(Configuration configuration) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(configuration.readOnly());
        config.setBusyTimeout(0);
        config.resetOpenMode(SQLiteOpenMode.FULLMUTEX); // One thread, and sqlite3_interrupt needs no mutex.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        Properties properties = config.toProperties();
        CharSequence password = configuration.password();
        if (password != null) { // Here, because sqlite-jdbc reads the file as soon as it has opened it.
            properties.setProperty(SQLiteConfig.Pragma.PASSWORD.pragmaName, password.toString());
        }
        return JDBC.createConnection(JDBC.PREFIX + configuration.location().uri(), properties);
    }

    private static Database configure(Database database, Configuration configuration) throws SQLException {
        // Transactions are begun here; as "auto-commit" sqlite-jdbc would try a BEGIN and COMMIT of its own after every
        // statement.
        database.connection.getConnectionConfig().setAutoCommit(false);
        BusyHandler.setHandler(database.connection, database.lockWait);
        ProgressHandler.setHandler(database.connection, StopCheck.INTERVAL, new StopCheck(database.interruption));
        if (configuration.password() != null) {
            database.checkEncrypting();
        }
        for (String pragma : configuration.pragmas()) {
            database.set(pragma);
        }
        database.execute("SELECT count(*) FROM sqlite_schema");
        return database;
    }

    /** A change of the journal mode needs the file for itself, and SQLite does not wait for that where several want it: it is tried again. */
    private void set(String pragma) throws SQLException {
        int earlierTries = 0;
        while (true) {
            try {
                query(pragma);
                return;
            } catch (SQLException e) {
                if (!Failures.isLocked(e) || lockWait.callback(earlierTries) == 0) {
                    throw e;
                }
                earlierTries++;
            }
        }
    }

    /** Only builds of SQLite with encryption answer these; all others would ignore the password and store plain text. */
    private void checkEncrypting() throws SQLException {
        if (query("PRAGMA cipher").isEmpty() && query("PRAGMA cipher_version").isEmpty()) {
            throw new R2dbcNonTransientResourceException(
                    "A password was given, but this build of SQLite cannot encrypt; replace org.xerial:sqlite-jdbc by"
                            + " io.github.willena:sqlite-jdbc, which can, or leave the password out",
                    "0A000",
                    1);
        }
    }

    Interruption interruption() {
        return interruption;
    }

    LockWait lockWait() {
        return lockWait;
    }

    /** What sqlite-jdbc locks in every call, but for {@code sqlite3_interrupt}. */
    Object monitor() {
        return library;
    }

    StatementCache statements() {
        return statements;
    }

    Transactions transactions() {
        return transactions;
    }

    /** For functions and collations of one's own. */
    SQLiteConnection connection() {
        return connection;
    }

    /** The rows changed by the last command that returned none. */
    long changes() {
        return changes;
    }

    /** Runs a command of the driver's own to its end. */
    void execute(String sql) {
        try {
            query(sql);
        } catch (SQLException e) {
            throw Failures.translate(e, sql);
        }
    }

    /** The first column of all rows, as text. */
    private List<String> query(String sql) throws SQLException {
        checkOpen();
        List<String> values = new ArrayList<>();
        PreparedSql statement = statements.take(sql);
        try {
            for (boolean row = statement.start(NONE); row; row = statement.step()) {
                values.add(String.valueOf(statement.value(0)));
            }
        } finally {
            statements.giveBack(statement);
        }
        return values;
    }

    /** Starts a command for {@code operation}, which has been entered, up to its first row; null if it returns none by its nature. */
    @Nullable
    Cursor start(Object operation, SqlCommand command, @Nullable Object[] values, Patience patience) {
        checkOpen();
        transactions.checkUsable();
        try {
            PreparedSql statement = statements.take(command.sql());
            boolean row;
            Patience.Watch watch = patience.watch(interruption, operation);
            try {
                row = statement.start(values);
            } catch (SQLException e) {
                statements.giveBack(statement);
                throw e;
            } finally {
                watch.close();
            }
            if (!statement.returnsRows()) {
                changes = statement.changes();
                statements.giveBack(statement);
                transactions.after(command);
                return null;
            }
            Cursor cursor = new Cursor(this, statement, command, patience);
            cursors.add(cursor);
            cursor.started(row);
            return cursor;
        } catch (SQLException e) {
            throw failure(e, command.sql(), patience);
        }
    }

    /** What is to be told when a statement failed. SQLite may have ended the transaction over it. */
    R2dbcException failure(SQLException e, String sql, Patience patience) {
        transactions.afterFailure();
        return patience.isOver() ? patience.failure(sql, e) : Failures.translate(e, sql);
    }

    /** From here to {@link Interruption#exit()} other threads can stop {@code operation}. */
    void enter(Object operation, int ownCursors) {
        interruption.enter(operation, cursors.size() <= ownCursors);
    }

    int openCursors() {
        return cursors.size();
    }

    void forget(Cursor cursor) {
        cursors.remove(cursor);
    }

    /** Closes the cursors of results that nobody has subscribed to: they would keep locks for ever. */
    void discardUnclaimed(String reason) {
        for (Cursor cursor : List.copyOf(cursors)) {
            if (!cursor.isClaimed()) {
                cursor.fail(new IllegalStateException(reason));
            }
        }
    }

    /** Whether a transaction is open: SQLite would refuse to begin another one. sqlite-jdbc has no {@code sqlite3_get_autocommit}. */
    boolean isInTransaction() {
        try {
            query("BEGIN");
        } catch (SQLException e) {
            return true;
        }
        execute("ROLLBACK");
        return false;
    }

    /** Work that was accepted before the connection was closed may come after it. */
    private void checkOpen() {
        if (closed) {
            throw Failures.closed();
        }
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (Cursor cursor : List.copyOf(cursors)) {
            cursor.fail(new IllegalStateException("The connection was closed before all rows were read"));
        }
        try {
            statements.close();
            connection.close();
        } catch (SQLException e) {
            throw Failures.translate(e, null);
        }
    }
}
