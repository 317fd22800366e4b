package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlTest {
    private static Configuration read(ConnectionFactoryOptions options) {
        return new ConfigurationReader(options).read();
    }

    private static Configuration read(String url) {
        return read(SqliteUrl.parse(url));
    }

    @ParameterizedTest
    @CsvSource({
        "r2dbc:sqlite:shop.db, shop.db",
        "sqlite:shop.db, shop.db",
        "sqlite:///shop.db, shop.db",
        "sqlite://data/shop.db, data/shop.db",
        "sqlite:/var/shop.db, /var/shop.db",
        "sqlite:////var/shop.db, /var/shop.db",
        "sqlite:file:/var/shop.db, /var/shop.db",
        "sqlite:a+b%20c%3F.db, a+b c?.db",
    })
    void shouldReadFileNames(String url, Path file) {
        assertThat(read(url).location().file()).isEqualTo(file.toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({
        "r2dbc:sqlite:///shop.db, shop.db",
        "r2dbc:sqlite://shop.db, shop.db",
        "r2dbc:sqlite://data/shop.db, data/shop.db",
        "r2dbc:sqlite:////var/shop.db, /var/shop.db",
        "r2dbc:sqlite:file:////var/shop.db, /var/shop.db",
    })
    void shouldReadWhatTheSpiMakesOfUrls(String url, Path file) {
        assertThat(read(ConnectionFactoryOptions.parse(url)).location().file()).isEqualTo(file.toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite::memory:", "sqlite://", "sqlite:///:memory:", "sqlite:", "r2dbc:sqlite:mem:"})
    void shouldKnowPrivateMemory(String url) {
        assertThat(read(url).location().uri()).isEqualTo(":memory:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:mem:///shop 1", "r2dbc:sqlite:mem:///shop%201", "sqlite:mem:shop 1"})
    void shouldKnowSharedMemory(String url) {
        assertThat(read(url).location().uri()).isEqualTo("file:/shop%201?vfs=memdb");
    }

    @Test
    void shouldReadOptionsFromText() {
        Configuration configuration = read("sqlite:shop.db?busyTimeout=1500&journalMode=wal&synchronous=normal"
                + "&foreignKeys=off&readOnly=true&cacheSize=-2000&transactionMode=immediate&maxConnections=3"
                + "&statementCacheSize=0&statementTimeout=PT2S");

        assertThat(configuration.lockWaitTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(configuration.statementTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(configuration.pragmas())
                .containsExactly(
                        "PRAGMA foreign_keys = OFF",
                        "PRAGMA journal_mode = WAL",
                        "PRAGMA synchronous = NORMAL",
                        "PRAGMA cache_size = -2000");
        assertThat(configuration.readOnly()).isTrue();
        assertThat(configuration.transactionMode()).isEqualTo(TransactionMode.IMMEDIATE);
        assertThat(configuration.maxConnections()).isEqualTo(3);
        assertThat(configuration.statementCacheSize()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "busyTimeout=soon",
                "busyTimeout=-PT1S",
                "journalMode=off; DROP TABLE t",
                "foreignKeys=perhaps",
                "cacheSize=many",
                "maxConnections=0",
                "transactionMode=eventual"
            })
    void shouldRefuseSenselessOptionsByName(String option) {
        assertThatThrownBy(() -> SqliteConnectionFactory.of("sqlite:shop.db?" + option))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option " + option.substring(0, option.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://localhost/shop", "shop.db", "r2dbc:h2:mem:///shop"})
    void shouldRefuseOtherUrls(String url) {
        assertThatThrownBy(() -> SqliteConnectionFactory.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sqlite:shop.db");
    }

    @Test
    void shouldBeFoundByTheSpi() {
        assertThat(ConnectionFactories.get("r2dbc:sqlite:///:memory:"))
                .isInstanceOf(SqliteConnectionFactory.class)
                .extracting(factory -> factory.getMetadata().getName())
                .isEqualTo("SQLite");
    }
}
