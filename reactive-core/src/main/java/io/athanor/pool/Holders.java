package io.athanor.pool;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

/** Who holds connections, for how long, and since which line of code. Knows nothing when leak detection is off. */
final class Holders {
    private static final Logger LOGGER = LoggerFactory.getLogger(Holders.class);
    private static final int HOLDERS_IN_A_MESSAGE = 5;

    private final Set<Holder> holders = ConcurrentHashMap.newKeySet();
    private final @Nullable Duration threshold;
    private final String pool;
    private final Clock clock;

    Holders(PoolOptions options, Clock clock) {
        this.threshold = options.leakDetectionThreshold();
        this.pool = options.name();
        this.clock = clock;
    }

    /** The caller's place, or null when leak detection is off. */
    @Nullable
    AcquisitionPlace place() {
        return threshold == null ? null : new AcquisitionPlace();
    }

    /** Remembers a holder until the result is disposed of, and warns when it holds for longer than the threshold. */
    Disposable add(@Nullable AcquisitionPlace place) {
        if (threshold == null || place == null) {
            return Disposables.disposed();
        }
        Holder holder = new Holder(place, clock.millis());
        holders.add(holder);
        Disposable warning = Schedulers.parallel()
                .schedule(() -> warn(holder, threshold), threshold.toMillis(), TimeUnit.MILLISECONDS);
        return Disposables.composite(warning, () -> holders.remove(holder));
    }

    /** One sentence on the longest holders, or on how to learn of them. */
    String describe() {
        if (threshold == null) {
            return "Set the option leakDetectionThreshold to learn who holds the connections.";
        }
        long now = clock.millis();
        return holders.stream()
                .sorted(Comparator.comparingLong(Holder::since))
                .limit(HOLDERS_IN_A_MESSAGE)
                .map(holder ->
                        (now - holder.since()) + " ms by " + holder.place().brief())
                .collect(Collectors.joining("; ", "Held for ", "."));
    }

    private void warn(Holder holder, Duration limit) {
        LOGGER.warn(
                "A connection of the pool '{}' is in use for longer than {} ms: is it ever released?",
                pool,
                limit.toMillis(),
                holder.place());
    }

    /** Compared by identity: two holders may come from the same place at the same time. */
    private static final class Holder {
        private final AcquisitionPlace place;
        private final long since;

        Holder(AcquisitionPlace place, long since) {
            this.place = place;
            this.since = since;
        }

        AcquisitionPlace place() {
            return place;
        }

        long since() {
            return since;
        }
    }
}
