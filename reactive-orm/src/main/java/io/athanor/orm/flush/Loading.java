package io.athanor.orm.flush;

import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import java.util.List;
import reactor.core.publisher.Mono;

/** Loads what a flush has to know: a relationship of several entities of a session, in one statement. */
@FunctionalInterface
public interface Loading {
    /** Completes when the relationship of each of {@code owners} is loaded. */
    Mono<Void> load(RelationshipMapping relationship, List<EntityState> owners);
}
