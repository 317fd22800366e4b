package io.athanor.engine;

import io.athanor.AccessDeniedException;
import io.athanor.AthanorException;
import io.athanor.BadStatementException;
import io.athanor.CheckViolationException;
import io.athanor.ConnectFailedException;
import io.athanor.ConnectionLostException;
import io.athanor.ConstraintViolationException.Violation;
import io.athanor.DataException;
import io.athanor.DatabaseException;
import io.athanor.DatabaseException.InputRange;
import io.athanor.DatabaseException.Origin;
import io.athanor.DeadlockException;
import io.athanor.ForeignKeyViolationException;
import io.athanor.LockTimeoutException;
import io.athanor.NotNullViolationException;
import io.athanor.SerializationFailureException;
import io.athanor.StatementCancelledException;
import io.athanor.UniqueViolationException;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.ErrorKind;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a driver's errors those of Athanor. A driver's message may quote values; it is kept only where it cannot: for
 * statements that are not understood, whose text holds none.
 */
final class Failures {
    private final Dialect dialect;
    private final DriverSupport support;
    private final Constraints constraints;
    private final @Nullable InputRange input;

    Failures(Dialect dialect, DriverSupport support, Constraints constraints) {
        this(dialect, support, constraints, null);
    }

    private Failures(Dialect dialect, DriverSupport support, Constraints constraints, @Nullable InputRange input) {
        this.dialect = dialect;
        this.support = support;
        this.constraints = constraints;
        this.input = input;
    }

    /** The same for a statement that writes {@code range} of a batch. */
    Failures of(InputRange range) {
        return new Failures(dialect, support, constraints, range);
    }

    /** The error of a statement; anything that is not a driver's is left as it is. */
    Throwable ofStatement(Throwable error, @Nullable String sql) {
        if (error instanceof R2dbcException failure) {
            return translated(failure, sql);
        }
        return error instanceof IOException ? lost(error, "") : error;
    }

    /** The error of opening a connection. */
    Throwable ofConnecting(Throwable error) {
        if (!(error instanceof R2dbcException failure)) {
            return error;
        }
        String message = reason(failure);
        return kind(failure) == ErrorKind.ACCESS_DENIED
                ? new AccessDeniedException("The database refused the login: " + message, failure)
                : new ConnectFailedException("No connection could be opened: " + message, failure);
    }

    /** A driver says that it could not connect, and what it wraps says why. */
    private static String reason(R2dbcException failure) {
        String message = String.valueOf(failure.getMessage());
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = root.getMessage();
        return why == null || message.contains(why) ? message : message + ": " + why;
    }

    /** A driver that finds its connection broken may have no state to tell, since no database told it. */
    private ErrorKind kind(R2dbcException failure) {
        ErrorKind kind = dialect.classify(failure.getSqlState(), failure.getErrorCode());
        if (kind == ErrorKind.DEADLOCK && !support.isDeadlock(failure)) {
            return ErrorKind.SERIALIZATION_FAILURE;
        }
        boolean isOfResource = failure instanceof R2dbcNonTransientResourceException
                || failure instanceof R2dbcTransientResourceException;
        return kind == ErrorKind.OTHER && failure.getSqlState() == null && isOfResource
                ? ErrorKind.CONNECTION_LOST
                : kind;
    }

    private static ConnectionLostException lost(Throwable cause, String code) {
        return new ConnectionLostException(
                "The connection broke; whether the statement took effect is not known" + code, cause);
    }

    private AthanorException translated(R2dbcException failure, @Nullable String sql) {
        Origin origin = new Origin(sql, failure.getSqlState(), failure.getErrorCode(), input);
        DriverError cause = new DriverError(failure);
        String code = " (SQLSTATE " + failure.getSqlState() + ")";
        return switch (kind(failure)) {
            case UNIQUE_VIOLATION -> {
                Violation violation = violation(failure);
                yield new UniqueViolationException(
                        "A value that must be unique is there already: " + describe(violation),
                        violation,
                        origin,
                        cause);
            }
            case FOREIGN_KEY_VIOLATION -> {
                Violation violation = violation(failure);
                yield new ForeignKeyViolationException(
                        "A row refers to one that is not there, or is still referred to: " + describe(violation),
                        violation,
                        origin,
                        cause);
            }
            case NOT_NULL_VIOLATION -> {
                Violation violation = violation(failure);
                yield new NotNullViolationException(
                        "A column that must have a value would be NULL: " + describe(violation),
                        violation,
                        origin,
                        cause);
            }
            case CHECK_VIOLATION -> {
                Violation violation = violation(failure);
                yield new CheckViolationException(
                        "A row does not meet a condition: " + describe(violation), violation, origin, cause);
            }
            case SERIALIZATION_FAILURE ->
                new SerializationFailureException(
                        "The transaction collided with another and was rolled back; run it again, or use retrying(...)",
                        origin,
                        cause);
            case DEADLOCK ->
                new DeadlockException(
                        "Transactions waited for each other and this one was rolled back; run it again, or use"
                                + " retrying(...)",
                        origin,
                        cause);
            case LOCK_TIMEOUT ->
                new LockTimeoutException("A lock was not to be had in time; somebody else holds it", origin, cause);
            case STATEMENT_TIMEOUT ->
                support.isTimeout(failure)
                        ? new StatementCancelledException(
                                "The statement took longer than its limit, or was cancelled on the server",
                                true,
                                origin,
                                cause)
                        : new StatementCancelledException(
                                "The statement was cancelled on the server", false, origin, cause);
            case CANCELLED ->
                new StatementCancelledException("The statement was cancelled on the server", false, origin, cause);
            case DATA -> new DataException(SqlStateTexts.of(failure.getSqlState()) + code, origin, cause);
            case CONNECTION_LOST -> lost(cause, code);
            case ACCESS_DENIED ->
                new BadStatementException("The user has no right to run the statement" + code, origin, 0, cause);
            case BAD_STATEMENT ->
                new BadStatementException(
                        support.plainMessage(failure) + code, origin, support.position(failure), cause);
            case OTHER -> new DatabaseException(support.plainMessage(failure) + code, origin, cause);
        };
    }

    private Violation violation(R2dbcException failure) {
        return constraints.complete(kind(failure), support.violation(failure));
    }

    private static String describe(Violation violation) {
        StringBuilder text = new StringBuilder();
        text.append(
                violation.constraint() == null
                        ? "a constraint the database does not name"
                        : "constraint " + violation.constraint());
        if (violation.table() != null) {
            text.append(" of table ").append(violation.table());
        }
        if (!violation.columns().isEmpty()) {
            text.append(" on ").append(violation.columns());
        }
        return text.toString();
    }
}
