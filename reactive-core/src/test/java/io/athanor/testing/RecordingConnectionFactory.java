package io.athanor.testing;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A connection factory that remembers what is done with its connections, for tests that count round trips and look for
 * leaks. The connections are real ones in a wrapper that records; a call is recorded when it is subscribed to.
 *
 * <pre>{@code
 * RecordingConnectionFactory recording = database.recordingConnectionFactory();
 * Engine engine = Engine.of(recording);
 *
 * recording.assertStatements(1, () -> engine.execute(insert).block());
 * assertThat(recording.calls()).containsExactly("BEGIN", "insert into …", "COMMIT");
 * recording.assertNoOpenTransaction();
 * recording.assertAllClosed();
 * }</pre>
 */
public final class RecordingConnectionFactory implements ConnectionFactory, Wrapped<ConnectionFactory> {
    private final ConnectionFactory delegate;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<RecordingConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();

    /** Records what is done with the connections of {@code delegate}. */
    public RecordingConnectionFactory(ConnectionFactory delegate) {
        this.delegate = delegate;
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(delegate.create()).map(connection -> {
            opened.incrementAndGet();
            RecordingConnection recording = new RecordingConnection(connection, this);
            open.add(recording);
            return recording;
        });
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return delegate;
    }

    /** The SQL of every statement and batch executed, in order. */
    public List<String> statements() {
        return calls.stream().filter(Call::isStatement).map(Call::text).toList();
    }

    /**
     * All that was sent, in order: the SQL of statements, and {@code BEGIN}, {@code COMMIT}, {@code ROLLBACK},
     * {@code SAVEPOINT name}, {@code RELEASE name}, {@code ROLLBACK TO name} for the calls that have no SQL.
     */
    public List<String> calls() {
        return calls.stream().map(Call::text).toList();
    }

    /** How many connections were opened. */
    public int opened() {
        return opened.get();
    }

    /** How many connections were closed. */
    public int closed() {
        return opened.get() - open.size();
    }

    /** Forgets the calls, not the connections. */
    public void clear() {
        calls.clear();
    }

    /** Runs {@code work} and fails unless it executed exactly {@code expected} statements; the failure lists them. */
    public void assertStatements(int expected, Runnable work) {
        int before = statements().size();
        work.run();
        List<String> all = statements();
        Assertions.assertThat(new ArrayList<>(all.subList(before, all.size())))
                .as("statements executed")
                .hasSize(expected);
    }

    /** Fails if a connection that is still open is in a transaction, whoever began it and by whatever means. */
    public void assertNoOpenTransaction() {
        Assertions.assertThat(open).as("open connections in a transaction").allMatch(Connection::isAutoCommit);
    }

    /** Fails if a connection was not closed. */
    public void assertAllClosed() {
        assertOpen(0);
    }

    /** Fails unless exactly so many connections are open: a pool keeps some. */
    public void assertOpen(int expected) {
        Assertions.assertThat(opened() - closed())
                .as("connections open, of %d opened", opened())
                .isEqualTo(expected);
    }

    void statement(String sql) {
        calls.add(new Call(sql, true));
    }

    void control(String call) {
        calls.add(new Call(call, false));
    }

    void closed(RecordingConnection connection) {
        open.remove(connection);
    }

    private record Call(String text, boolean isStatement) {}
}
