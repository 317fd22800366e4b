package io.athanor.orm.mapping;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.lang.annotation.Annotation;

/** Moments in the life of an entity at which its class, or a listener of it, may want to be called. */
public enum Lifecycle {
    /** Before the flush that inserts it makes its plan. */
    PRE_PERSIST(PrePersist.class),
    /** After its row was inserted. */
    POST_PERSIST(PostPersist.class),
    /** Before the flush that updates it makes its plan. */
    PRE_UPDATE(PreUpdate.class),
    /** After its row was updated. */
    POST_UPDATE(PostUpdate.class),
    /** Before the flush that deletes it makes its plan. */
    PRE_REMOVE(PreRemove.class),
    /** After its row was deleted. */
    POST_REMOVE(PostRemove.class),
    /** After its columns were read. */
    POST_LOAD(PostLoad.class);

    private final Class<? extends Annotation> annotation;

    Lifecycle(Class<? extends Annotation> annotation) {
        this.annotation = annotation;
    }

    /** What is said on the methods to be called. */
    Class<? extends Annotation> annotation() {
        return annotation;
    }

    /** Whether {@code said} is one of their annotations. */
    static boolean isSaidBy(Class<? extends Annotation> said) {
        for (Lifecycle moment : values()) {
            if (moment.annotation == said) {
                return true;
            }
        }
        return false;
    }
}
