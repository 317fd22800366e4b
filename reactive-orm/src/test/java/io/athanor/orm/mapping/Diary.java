package io.athanor.orm.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity that writes down what happens to it, and changes itself before it is written. */
final class Diary {
    static final EntityModel MODEL = EntityModel.of(Entry.class);

    private Diary() {}

    static class Reader {
        @PostPersist
        @PostUpdate
        @PostRemove
        void read(Entry entry) {
            entry.heard.add("listener of " + entry.id);
        }
    }

    @Entity
    @EntityListeners(Reader.class)
    static class Entry {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String text;

        int changes;

        transient List<String> heard = new ArrayList<>();

        @PrePersist
        void first() {
            heard.add("persist");
            changes = 1;
        }

        @PreUpdate
        void again() {
            heard.add("update");
            changes++;
        }

        @PreRemove
        void last() {
            heard.add("remove");
        }

        @PostLoad
        void loaded() {
            heard.add("loaded " + text);
        }
    }
}
