package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.MappingException;
import io.athanor.sql.Expression;
import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a record cannot be as an entity. */
class RefusedRecordsTest {
    @Entity
    record Plain(@Id long id, @Nullable String name) {}

    @Entity
    record Lazy(@Id long id, @Nullable @Basic(fetch = FetchType.LAZY) String name) {}

    @Entity
    record Listed(@Id long id, @ElementCollection List<String> names) {}

    @Entity
    record Node(@Id long id, @Nullable @ManyToOne Node parent) {}

    @Entity
    record First(@Id long id, @ManyToOne Second second) {}

    @Entity
    record Second(@Id long id, @ManyToOne First first) {}

    @Entity
    static class Owner {
        @Id
        long id;

        @ManyToOne(cascade = CascadeType.REMOVE)
        @Nullable
        Plain plain;
    }

    @Entity
    static class Parent {
        @Id
        long id;

        @OneToMany(mappedBy = "parent")
        List<Child> children = new ArrayList<>();
    }

    @Entity
    record Child(@Id long id, @ManyToOne Parent parent, @OneToMany List<Plain> plains) {}

    private static void refuse(String message, Class<?>... types) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.of(types))
                .withMessageContaining(message);
    }

    @Test
    void shouldNotBeDeferred() {
        refuse("Lazy.name: is deferred, and a record is made of its whole row", Lazy.class);
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.builder()
                        .add(Plain.class)
                        .deferred(Plain.class, "name")
                        .build())
                .withMessageContaining("Plain.name: is deferred");
    }

    @Test
    void shouldNotHaveCollections() {
        refuse("Listed.names: would be filled after its record is made", Listed.class);
        refuse("Child.plains: would be filled after its record is made", Parent.class, Child.class, Plain.class);
    }

    @Test
    void shouldNotLeadBackToItself() {
        refuse("Node.parent: leads by records alone back to the Node", Node.class);
        refuse("leads by records alone back to the", First.class, Second.class);
    }

    @Test
    void shouldNotBeReachedByACascadeOfDeletes() {
        refuse("Owner.plain: cascades deletes to Plain, which is a record", Owner.class, Plain.class);
    }

    @Test
    void shouldNotBeComputed() {
        DynamicEntityTable<Plain, Long> plain = EntityModel.of(Plain.class).table(Plain.class);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> plain.<Expression<Long>>computed("length", each -> each.number("id", Long.class)))
                .withMessageContaining("Plain.length: is of a record");
    }
}
