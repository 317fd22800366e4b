package io.athanor.engine;

import io.r2dbc.spi.ConnectionFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver supports there are. */
final class Drivers {
    private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);

    private final List<DriverSupport> supports;

    private Drivers(List<DriverSupport> supports) {
        this.supports = supports;
    }

    /** Those that the class path or module path holds; one that cannot be loaded is left out. */
    static Drivers present() {
        List<DriverSupport> supports = new ArrayList<>();
        Iterator<DriverSupport> found = ServiceLoader.load(DriverSupport.class, DriverSupport.class.getClassLoader())
                .iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return new Drivers(List.copyOf(supports));
                }
                supports.add(found.next());
            } catch (ServiceConfigurationError | LinkageError broken) {
                LOG.debug("A driver support cannot be used", broken);
            }
        }
    }

    /** The support for the driver of a URL; one that knows only the SPI if there is no better. */
    DriverSupport forDriver(String driver) {
        return find(support -> support.driver().equalsIgnoreCase(driver), driver);
    }

    /** The support for the driver of a factory's connections; one that knows only the SPI if there is no better. */
    DriverSupport forFactory(ConnectionFactory factory) {
        String product = factory.getMetadata().getName();
        return find(support -> support.product().equalsIgnoreCase(product), product);
    }

    private DriverSupport find(Predicate<DriverSupport> condition, String name) {
        return supports.stream().filter(condition).findFirst().orElseGet(() -> new StandardDriver(name, name));
    }
}
