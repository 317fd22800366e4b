package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbacksTest {
    static class Log {
        @PrePersist
        @PreUpdate
        void note(Object entity) {
            ((Base) entity).heard.add("log");
        }

        @PreUpdate
        void ofOther(String entity) {
            throw new AssertionError(entity);
        }
    }

    @MappedSuperclass
    @EntityListeners(Log.class)
    abstract static class Base {
        @Id
        long id;

        transient List<String> heard = new ArrayList<>();

        @PrePersist
        private void base() {
            heard.add("base");
        }

        @PostLoad
        void loaded() {
            heard.add("base loaded");
        }
    }

    @Entity
    static class Note extends Base {
        @PrePersist
        void own() {
            heard.add("own");
        }

        @Override
        @PostLoad
        void loaded() {
            heard.add("own loaded");
        }

        @PreUpdate
        void fail() {
            throw new IllegalStateException("not today");
        }
    }

    @Entity
    @ExcludeSuperclassListeners
    static class Quiet extends Base {}

    private static final EntityModel MODEL = EntityModel.of(Note.class, Quiet.class);

    private static <E extends Base> List<String> heard(Class<E> type, Lifecycle moment) {
        E entity = MODEL.mapping(type).newInstance();
        MODEL.mapping(type).tell(moment, entity);
        return entity.heard;
    }

    @Test
    void shouldCallListenersThenMethodsOfSuperclassesThenItsOwn() {
        assertThat(heard(Note.class, Lifecycle.PRE_PERSIST)).containsExactly("log", "base", "own");
    }

    @Test
    void shouldCallAnOverriddenMethodOnce() {
        assertThat(heard(Note.class, Lifecycle.POST_LOAD)).containsExactly("own loaded");
    }

    @Test
    void shouldLeaveOutListenersOfSuperclassesIfTold() {
        assertThat(heard(Quiet.class, Lifecycle.PRE_PERSIST)).containsExactly("base");
    }

    @Test
    void shouldLetWhatTheyThrowGoUp() {
        Note note = new Note();

        assertThatThrownBy(() -> MODEL.mapping(Note.class).tell(Lifecycle.PRE_UPDATE, note))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not today");
    }

    @Test
    void shouldKnowWhetherAnybodyListens() {
        assertThat(MODEL.mapping(Note.class).listensTo(Lifecycle.POST_LOAD)).isTrue();
        assertThat(MODEL.mapping(Note.class).listensTo(Lifecycle.POST_REMOVE)).isFalse();
    }
}
