package io.athanor.orm;

import io.athanor.orm.mapping.Lifecycle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who is told what sessions do, one after another. Immutable.
 *
 * @param all the listeners
 * @param heard the moments in entities' lives that any of them wants to hear of: those whose method it has
 */
record Listeners(List<SessionListener> all, Set<Lifecycle> heard) {
    static final Listeners NONE = new Listeners(List.of(), Set.of());

    Listeners and(SessionListener listener) {
        List<SessionListener> more = new ArrayList<>(all);
        more.add(listener);
        Set<Lifecycle> moments = EnumSet.noneOf(Lifecycle.class);
        moments.addAll(heard);
        for (Lifecycle moment : Lifecycle.values()) {
            if (hears(listener, moment)) {
                moments.add(moment);
            }
        }
        return new Listeners(List.copyOf(more), Set.copyOf(moments));
    }

    /** Who does not override the method that does nothing need not be called; nor does a flush look for what it changed. */
    private static boolean hears(SessionListener listener, Lifecycle moment) {
        try {
            Class<?> declaring = listener.getClass()
                    .getMethod(method(moment), Session.class, Object.class)
                    .getDeclaringClass();
            return declaring != SessionListener.class;
        } catch (NoSuchMethodException unknown) {
            return true;
        }
    }

    private static String method(Lifecycle moment) {
        return switch (moment) {
            case PRE_PERSIST -> "beforeInsert";
            case POST_PERSIST -> "afterInsert";
            case PRE_UPDATE -> "beforeUpdate";
            case POST_UPDATE -> "afterUpdate";
            case PRE_REMOVE -> "beforeDelete";
            case POST_REMOVE -> "afterDelete";
            case POST_LOAD -> "afterLoad";
        };
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells all of them, one after another. */
    Mono<Void> tell(String event, Function<SessionListener, Mono<Void>> call) {
        return Flux.fromIterable(all).concatMap(call).then().checkpoint("SessionListener." + event);
    }

    /** Tells all of them of a moment in an entity's life. */
    Mono<Void> tell(Lifecycle moment, Session session, Object entity) {
        return tell(method(moment) + " of " + entity.getClass().getSimpleName(), listener -> switch (moment) {
            case PRE_PERSIST -> listener.beforeInsert(session, entity);
            case POST_PERSIST -> listener.afterInsert(session, entity);
            case PRE_UPDATE -> listener.beforeUpdate(session, entity);
            case POST_UPDATE -> listener.afterUpdate(session, entity);
            case PRE_REMOVE -> listener.beforeDelete(session, entity);
            case POST_REMOVE -> listener.afterDelete(session, entity);
            case POST_LOAD -> listener.afterLoad(session, entity);
        });
    }
}
