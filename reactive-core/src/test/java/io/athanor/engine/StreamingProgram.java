package io.athanor.engine;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams the numbers of a query of which it is told URL, speed and SQL, three arguments for each stream, and prints how
 * many there were and their sum. Run in a JVM of its own that is too small to hold them.
 */
final class StreamingProgram {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PAUSE_EVERY = 10_000;

    private StreamingProgram() {}

    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 3) {
            Engine engine = Engine.of(args[i]);
            Flux<Integer> numbers = engine.stream(sql(args[i + 2]).rows(column("x", INTEGER)));
            Flux<Integer> taken = args[i + 1].equals("slow") ? slow(numbers) : numbers;
            long[] countAndSum = new long[2];
            taken.doOnNext(number -> {
                        countAndSum[0]++;
                        countAndSum[1] += number;
                    })
                    .blockLast(LIMIT);
            System.out.println(countAndSum[0] + " " + countAndSum[1]);
            engine.close().block(LIMIT);
        }
        System.exit(0);
    }

    private static Flux<Integer> slow(Flux<Integer> numbers) {
        return numbers.limitRate(1_000)
                .delayUntil(number -> number % PAUSE_EVERY == 0 ? Mono.delay(Duration.ofMillis(2)) : Mono.empty());
    }
}
