package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriversTest {
    @Test
    void shouldFindTheSupportForADriver() {
        Drivers drivers = Drivers.present();

        assertThat(drivers.forDriver("postgresql").product()).isEqualTo("PostgreSQL");
        assertThat(drivers.forDriver("h2").product()).isEqualTo("H2");
        assertThat(drivers.forFactory(ConnectionFactories.get("r2dbc:h2:mem:///x"))
                        .driver())
                .isEqualTo("h2");
    }

    @Test
    void shouldKnowOnlyTheSpiOfAnyOtherDriver() {
        assertThat(Drivers.present().forDriver("other")).isInstanceOf(StandardDriver.class);
    }

    @Test
    void shouldLoadWithoutAnyDriver() throws Exception {
        URL[] withoutDrivers = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Stream.of("r2dbc-postgresql", "r2dbc-h2", "reactor-netty", "h2database", "netty")
                        .noneMatch(path::contains))
                .map(DriversTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(withoutDrivers, ClassLoader.getPlatformClassLoader())) {
            Class<?> drivers = loader.loadClass(Drivers.class.getName());
            Method present = drivers.getDeclaredMethod("present");
            present.setAccessible(true);
            Method forDriver = drivers.getDeclaredMethod("forDriver", String.class);
            forDriver.setAccessible(true);

            Object support = forDriver.invoke(present.invoke(null), "postgresql");

            assertThat(support.getClass().getName()).isEqualTo("io.athanor.driver.postgresql.PostgresqlDriver");
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
