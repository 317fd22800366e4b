package io.athanor.orm;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.ToMany;
import io.athanor.orm.mapping.ToOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node of a tree, which is one of a net as well. */
@Entity
class Topic {
    static final EntityModel MODEL = EntityModel.of(Topic.class, Owner.class);
    static final DynamicEntityTable<Topic, Long> TOPIC = MODEL.table(Topic.class);
    static final ToMany<Topic, Topic, DynamicEntityTable<Topic, Object>> PARTS =
            TOPIC.toMany("parts", () -> MODEL.table(Topic.class));
    static final ToMany<Topic, Topic, DynamicEntityTable<Topic, Object>> RELATED =
            TOPIC.toMany("related", () -> MODEL.table(Topic.class));
    static final ToOne<Topic, Topic, DynamicEntityTable<Topic, Object>> WHOLE =
            TOPIC.toOne("whole", () -> MODEL.table(Topic.class));
    static final ToOne<Topic, Owner, DynamicEntityTable<Owner, Object>> OWNER =
            TOPIC.toOne("owner", () -> MODEL.table(Owner.class));

    @Id
    long id;

    @ManyToOne
    @Nullable
    Topic whole;

    @OneToMany(mappedBy = "whole")
    @OrderBy
    List<Topic> parts = new ArrayList<>();

    @ManyToMany
    @OrderBy
    List<Topic> related = new ArrayList<>();

    @ManyToOne
    @Nullable
    Owner owner;

    static Topic of(long id) {
        Topic topic = new Topic();
        topic.id = id;
        return topic;
    }

    /** {@code 1(2(3) 4)}, where nothing is loaded {@code 1?}. */
    String outline() {
        return parts.toString().equals("(not loaded)")
                ? id + "?"
                : id
                        + (parts.isEmpty()
                                ? ""
                                : parts.stream().map(Topic::outline).collect(Collectors.joining(" ", "(", ")")));
    }

    @Entity
    static class Owner {
        @Id
        long id;
    }
}
