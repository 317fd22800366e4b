package io.athanor.benchmarks.peers.spring;

import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.repository.R2dbcRepository;
import org.springframework.data.r2dbc.repository.support.R2dbcRepositoryFactory;

/**
 * One for each entity.
 *
 * @param items by key
 * @param changing read and written
 * @param written updated
 * @param inserted inserted
 * @param parents of the unit of work
 * @param children of the unit of work
 */
record Repositories(
        Items items, Changing changing, Written written, Inserted inserted, Parents parents, Children children) {
    static Repositories of(R2dbcEntityTemplate template) {
        R2dbcRepositoryFactory factory = new R2dbcRepositoryFactory(template);
        return new Repositories(
                factory.getRepository(Items.class),
                factory.getRepository(Changing.class),
                factory.getRepository(Written.class),
                factory.getRepository(Inserted.class),
                factory.getRepository(Parents.class),
                factory.getRepository(Children.class));
    }

    interface Items extends R2dbcRepository<StoredItem, Long> {}

    interface Changing extends R2dbcRepository<ChangingItem, Long> {}

    interface Written extends R2dbcRepository<WrittenItem, Long> {}

    interface Inserted extends R2dbcRepository<InsertedItem, Long> {}

    interface Parents extends R2dbcRepository<Parent, Long> {}

    interface Children extends R2dbcRepository<Child, Long> {}
}
