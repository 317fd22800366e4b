package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

final class TransactionTest {
    @TempDir
    private Path folder;

    private SqliteConnection connection = Sql.open(SqliteConnectionFactory.of("sqlite::memory:"));
    private SqliteConnection other = connection;

    @BeforeEach
    void open() {
        Sql.awaitEnd(connection.close());
        SqliteConnectionFactory factory =
                SqliteConnectionFactory.of("sqlite:" + folder.resolve("tx.db") + "?busyTimeout=20&journalMode=wal");
        connection = Sql.open(factory);
        other = Sql.open(factory);
        Sql.awaitRun(connection, "CREATE TABLE item (id INTEGER PRIMARY KEY)");
    }

    @AfterEach
    void close() {
        Sql.awaitEnd(connection.close());
        Sql.awaitEnd(other.close());
    }

    private static int count(SqliteConnection connection) {
        return Sql.await(Sql.select(connection, "SELECT count(*) FROM item", Integer.class)
                .single());
    }

    @Test
    void shouldReadOneSnapshotWhileOthersWrite() {
        Sql.awaitEnd(connection.beginTransaction());
        assertThat(count(connection)).isZero();

        Sql.awaitRun(other, "INSERT INTO item VALUES (1)");

        assertThat(count(connection)).isZero();
        Sql.awaitEnd(connection.commitTransaction());
        assertThat(count(connection)).isEqualTo(1);
    }

    @Test
    void shouldLockForWritingAtOnceWhenImmediate() {
        Sql.awaitEnd(connection.beginTransaction(SqliteTransactionDefinition.immediate()));

        assertThatThrownBy(() -> Sql.awaitRun(other, "INSERT INTO item VALUES (1)"))
                .isInstanceOf(R2dbcTransientResourceException.class)
                .extracting(e -> ((R2dbcException) e).getSqlState())
                .isEqualTo("55P03");
        assertThat(count(other)).isZero();
    }

    @Test
    void shouldTellAStaleSnapshotFromALock() {
        Sql.awaitEnd(connection.beginTransaction(SqliteTransactionDefinition.deferred()));
        assertThat(count(connection)).isZero();
        Sql.awaitRun(other, "INSERT INTO item VALUES (1)");

        assertThatThrownBy(() -> Sql.awaitRun(connection, "INSERT INTO item VALUES (2)"))
                .isInstanceOf(R2dbcTransientResourceException.class)
                .extracting(e -> ((R2dbcException) e).getSqlState())
                .isEqualTo("40001");
    }

    @Test
    void shouldRefuseWritesWhenReadOnlyAndOnlyThen() {
        Sql.awaitEnd(connection.beginTransaction(
                SqliteTransactionDefinition.deferred().readOnly()));
        assertThatThrownBy(() -> Sql.awaitRun(connection, "INSERT INTO item VALUES (1)"))
                .isInstanceOf(R2dbcNonTransientResourceException.class)
                .hasMessageContaining("readonly");
        Sql.awaitEnd(connection.commitTransaction());

        Sql.awaitRun(connection, "INSERT INTO item VALUES (1)");

        assertThat(count(connection)).isEqualTo(1);
    }

    @Test
    void shouldWaitForLocksAsLongAsTheTransactionSaysAndForgetItAfterwards() {
        Sql.awaitEnd(other.beginTransaction(SqliteTransactionDefinition.immediate()));

        assertThatThrownBy(() -> Sql.awaitEnd(connection.beginTransaction(
                        SqliteTransactionDefinition.immediate().lockWaitTimeout(Duration.ofMillis(1)))))
                .isInstanceOf(R2dbcTransientResourceException.class);

        assertThat(connection.isAutoCommit()).isTrue();
        assertThat(connection.database().lockWait().timeout()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void shouldGetALockThatIsReleasedInTime() {
        Sql.awaitEnd(connection.setLockWaitTimeout(Sql.PATIENCE));
        Sql.awaitEnd(other.beginTransaction(SqliteTransactionDefinition.immediate()));

        Sql.awaitEnd(Mono.when(
                Sql.run(connection, "INSERT INTO item VALUES (1)"),
                other.rollbackTransaction().delaySubscription(Duration.ofMillis(50))));

        assertThat(count(connection)).isEqualTo(1);
    }

    @Test
    void shouldAnswerTruthfullyAboutIsolation() {
        Sql.awaitEnd(connection.setTransactionIsolationLevel(IsolationLevel.READ_COMMITTED));
        Sql.awaitEnd(connection.beginTransaction(IsolationLevel.REPEATABLE_READ));

        assertThat(connection.getTransactionIsolationLevel()).isEqualTo(IsolationLevel.SERIALIZABLE);
    }

    @Test
    void shouldNestSavepointsWhateverTheirNames() {
        String name = "it's \"one\"; --";
        Sql.awaitEnd(connection.createSavepoint(name));
        Sql.awaitRun(connection, "INSERT INTO item VALUES (1)");
        Sql.awaitEnd(connection.createSavepoint("two"));
        Sql.awaitRun(connection, "INSERT INTO item VALUES (2)");

        Sql.awaitEnd(connection.rollbackTransactionToSavepoint("two"));
        Sql.awaitEnd(connection.releaseSavepoint(name));
        Sql.awaitEnd(connection.commitTransaction());

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT id FROM item", Integer.class)))
                .containsExactly(1);
    }

    @Test
    void shouldKnowOfTransactionsThatSqlBeginsAndEnds() {
        Sql.awaitRun(connection, "BEGIN");
        assertThat(connection.isAutoCommit()).isFalse();

        Sql.awaitRun(connection, "INSERT INTO item VALUES (1); COMMIT");

        assertThat(connection.isAutoCommit()).isTrue();
        assertThat(count(other)).isEqualTo(1);
    }

    @Test
    void shouldGoOnAfterAFailedStatement() {
        Sql.awaitEnd(connection.beginTransaction());
        Sql.awaitRun(connection, "INSERT INTO item VALUES (1)");
        assertThatThrownBy(() -> Sql.awaitRun(connection, "INSERT INTO item VALUES (1)"))
                .isInstanceOf(SqliteConstraintViolationException.class);

        Sql.awaitRun(connection, "INSERT INTO item VALUES (2)");
        Sql.awaitEnd(connection.commitTransaction());

        assertThat(count(other)).isEqualTo(2);
    }

    @Test
    void shouldRefuseToBeginTwiceWithADefinition() {
        Sql.awaitEnd(connection.beginTransaction());

        assertThatThrownBy(() -> Sql.awaitEnd(connection.beginTransaction(SqliteTransactionDefinition.immediate())))
                .hasMessageContaining("createSavepoint");
        assertThat(connection.isAutoCommit()).isFalse();
    }

    @Test
    void shouldRollBackWhenClosed() {
        Sql.awaitEnd(connection.beginTransaction());
        Sql.awaitRun(connection, "INSERT INTO item VALUES (1)");

        Sql.awaitEnd(connection.close());

        assertThat(count(other)).isZero();
    }

    @Test
    void shouldCommitWithAResultThatNobodyReads() {
        Sql.awaitEnd(connection.beginTransaction());
        Sql.awaitEnd(connection
                .createStatement("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                        + " INSERT INTO item SELECT i FROM n RETURNING id")
                .execute());

        Sql.awaitEnd(connection.commitTransaction());

        assertThat(count(other)).isEqualTo(1000);
    }
}
