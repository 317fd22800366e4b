package io.athanor.examples.story;

import io.athanor.engine.Engine;
import io.athanor.orm.Sessions;
import io.athanor.schema.MetaData;
import java.io.PrintStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells stories: creates their tables, runs their steps, and prints what each does and in which SQL. */
public final class Narrator {
    private final String url;
    private final PrintStream out;

    /** Tells on the database of {@code url}, printing to {@code out}. */
    public Narrator(String url, PrintStream out) {
        this.url = url;
        this.out = out;
    }

    /** Runs the story from its beginning: tables of its names are dropped. */
    public Mono<Void> tell(Story story) {
        return Mono.usingWhen(
                Mono.fromSupplier(
                        () -> Engine.builder(url).listener(new SqlPrinter(out)).build()),
                engine -> tell(story, engine),
                Engine::close);
    }

    private Mono<Void> tell(Story story, Engine engine) {
        MetaData tables = story.model().metaData();
        Sessions sessions = Sessions.of(engine, story.model()).listener(new PlanPrinter(out));
        return title("== " + story.title())
                .then(engine.drop(tables))
                .then(engine.create(tables))
                .thenMany(Flux.fromIterable(story.steps()))
                .concatMap(step -> title("-- " + step.title())
                        .then(sessions.run(step.work()))
                        .doOnNext(out::println))
                .then(title("== The end"))
                .then(engine.drop(tables));
    }

    private Mono<Void> title(String text) {
        return Mono.fromRunnable(() -> {
            out.println();
            out.println(text);
        });
    }
}
