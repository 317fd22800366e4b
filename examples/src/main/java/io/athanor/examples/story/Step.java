package io.athanor.examples.story;

import io.athanor.orm.Session;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A part of a story: what is done in one session, and so in one transaction.
 *
 * @param title what it shows
 * @param work does it, and says what came of it
 */
public record Step(String title, Function<Session, Mono<String>> work) {}
