package io.athanor.examples.story;

import io.athanor.orm.FlushedEntities;
import io.athanor.orm.Session;
import io.athanor.orm.SessionListener;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Prints the plan of each flush when it is written. */
final class PlanPrinter implements SessionListener {
    private final PrintStream out;

    PlanPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public Mono<Void> afterFlush(Session session, FlushedEntities flushed) {
        return Mono.fromRunnable(() -> out.println("    => flushed: " + flushed.plan()));
    }
}
