package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
    private static final String SECRET = "t1ger";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://scott:t1ger@host:5433/shop?sslMode=require",
                "r2dbc:postgresql://scott:t1ger@host:5433/shop?sslMode=require",
                "R2DBC:postgresql://scott:t1ger@host:5433/shop?sslMode=require",
                "postgres://scott:t1ger@host:5433/shop?sslMode=require",
                "POSTGRESQL://scott:t1ger@host:5433/shop?sslMode=require"
            })
    void shouldReadEveryFormOfAUrl(String url) {
        ConnectionFactoryOptions options = ConnectionUrl.parse(url);

        assertThat(options.getValue(ConnectionFactoryOptions.DRIVER)).isEqualTo("postgresql");
        assertThat(options.getValue(ConnectionFactoryOptions.HOST)).isEqualTo("host");
        assertThat(options.getValue(ConnectionFactoryOptions.PORT)).isEqualTo(5433);
        assertThat(options.getValue(ConnectionFactoryOptions.USER)).isEqualTo("scott");
        assertThat(options.getValue(ConnectionFactoryOptions.PASSWORD)).hasToString(SECRET);
        assertThat(options.getValue(ConnectionFactoryOptions.DATABASE)).isEqualTo("shop");
        assertThat(options.getValue(io.r2dbc.spi.Option.valueOf("sslMode"))).isEqualTo("require");
    }

    @Test
    void shouldReadAnEncodedPassword() {
        ConnectionFactoryOptions options = ConnectionUrl.parse("postgresql://scott:a%40b%3A%2F%3F@host/shop");

        assertThat(options.getValue(ConnectionFactoryOptions.PASSWORD)).hasToString("a@b:/?");
    }

    @ParameterizedTest
    @CsvSource({"h2:mem:///shop, mem, shop", "h2:file:////tmp/shop, file, /tmp/shop", "h2:file:///./shop, file, ./shop"
    })
    void shouldReadH2sForms(String url, String protocol, String database) {
        ConnectionFactoryOptions options = ConnectionUrl.parse(url);

        assertThat(options.getValue(ConnectionFactoryOptions.DRIVER)).isEqualTo("h2");
        assertThat(options.getValue(ConnectionFactoryOptions.PROTOCOL)).isEqualTo(protocol);
        assertThat(options.getValue(ConnectionFactoryOptions.DATABASE)).isEqualTo(database);
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:///shop.db, , shop.db",
        "sqlite:////var/shop.db, , /var/shop.db",
        "r2dbc:sqlite:////var/shop.db, , /var/shop.db",
        "sqlite:shop.db, , shop.db",
        "SQLite:///shop.db?busyTimeout=100, , shop.db",
        "sqlite:///:memory:, , :memory:",
        "sqlite::memory:, , :memory:",
        "sqlite://, , :memory:",
        "r2dbc:sqlite://, , :memory:",
        "sqlite:mem:///shop, mem, shop"
    })
    void shouldReadSqlitesForms(String url, @Nullable String protocol, String database) {
        ConnectionFactoryOptions options = ConnectionUrl.parse(url);

        assertThat(options.getValue(ConnectionFactoryOptions.DRIVER)).isEqualTo("sqlite");
        assertThat(options.getValue(ConnectionFactoryOptions.PROTOCOL)).isEqualTo(protocol);
        assertThat(options.getValue(ConnectionFactoryOptions.DATABASE)).isEqualTo(database);
        assertThat(options.hasOption(ConnectionFactoryOptions.HOST)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://scott:t1ger@host/shop", "JDBC:h2:mem:t1ger"})
    void shouldSayWhatToDoWithAUrlOfJdbc(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Engine.of(url))
                .withMessageContaining("jdbc:")
                .withMessageContaining("r2dbc:")
                .withMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "shop",
                "r2dbc:",
                "postgresql:",
                "postgresql://",
                "h2:mem:shop",
                "scott:t1ger@host/shop",
                "postgresql://scott:t1ger/x@host/shop",
                "postgresql://scott:1/t1ger@host/shop",
                "postgresql://scott:t1ger@host:port/shop",
                "postgresql://scott:t1ger%@host/shop",
                "postgresql://scott:t1ger/#@host/shop",
                "postgresql:scott:t1ger@host/shop",
                "//scott:t1ger@host/shop",
                "t1ger",
                "t1ger:",
                "h2:mem:///shop?password=t1ger"
            })
    void shouldRefuseWhatIsNoUrlWithoutShowingThePassword(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Engine.of(url))
                .satisfies(error -> {
                    assertThat(error).hasStackTraceContaining("ConnectionUrl");
                    for (Throwable at = error; at != null; at = at.getCause()) {
                        assertThat(at).hasMessageNotContaining(SECRET);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://scott:t1ger@host/shop?sslMode=perhaps",
                "postgresql://scott:t1ger@host/shop?preparedStatementCacheQueries=many",
                "postgresql://scott:t1ger@host/shop?connectTimeout=soon",
                "h2:http:///shop"
            })
    void shouldRefuseOptionsThatMeanNothing(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Engine.of(url))
                .withMessageContaining("refuses the URL's options")
                .withMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2:mem:///", "h2:mem://shop"})
    void shouldAskForTheNameOfADatabaseInMemory(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Engine.of(url))
                .withMessageContaining("h2:mem:///shop");
    }

    @Test
    void shouldNotPutAPoolIntoAPool() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Engine.of("r2dbc:pool:postgresql://scott:t1ger@host/shop"))
                .withMessageContaining("leave pool: out")
                .withMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"[::1], [::1]", "'a,b:5433', 'a,b:5433'", "shop-db_1.example.org, shop-db_1.example.org"})
    void shouldReadEveryFormOfAHost(String given, String host) {
        ConnectionFactoryOptions options = ConnectionUrl.parse("postgresql://scott:t1ger@" + given + "/shop");

        assertThat(options.getValue(ConnectionFactoryOptions.HOST)).isEqualTo(host);
    }

    @Test
    void shouldAskForEncryptionBySpeakingOfIt() {
        ConnectionFactoryOptions options = ConnectionUrl.parse("r2dbcs:postgres://scott:t1ger@host/shop");

        assertThat(options.getValue(ConnectionFactoryOptions.SSL)).isEqualTo(true);
        assertThat(options.getValue(ConnectionFactoryOptions.DRIVER)).isEqualTo("postgresql");
    }

    @Test
    void shouldNameTheDriversItKnowsWhenAskedForAnother() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Engine.of("db2://scott:t1ger@host/shop"))
                .withMessageContaining("db2")
                .withMessageContaining("postgresql")
                .withMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://scott:t1ger@host/shop, org.postgresql:r2dbc-postgresql",
        "h2:mem:///shop, io.r2dbc:r2dbc-h2",
        "mariadb://scott:t1ger@host/shop, org.mariadb:r2dbc-mariadb"
    })
    void shouldNameTheArtifactOfAMissingDriver(String url, String artifact) throws Exception {
        URL[] withoutDrivers = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path ->
                        Stream.of("r2dbc-postgresql", "r2dbc-h2", "h2database").noneMatch(path::contains))
                .map(ConnectionUrlTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(withoutDrivers, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Method of = loader.loadClass(Engine.class.getName()).getMethod("of", String.class);

            assertThatExceptionOfType(InvocationTargetException.class)
                    .isThrownBy(() -> of.invoke(null, url))
                    .satisfies(thrown -> {
                        assertThat(Objects.requireNonNull(thrown.getCause())
                                        .getClass()
                                        .getName())
                                .isEqualTo(ConfigurationException.class.getName());
                        assertThat(thrown.getCause())
                                .hasMessageContaining(artifact)
                                .hasMessageNotContaining(SECRET);
                    });
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
