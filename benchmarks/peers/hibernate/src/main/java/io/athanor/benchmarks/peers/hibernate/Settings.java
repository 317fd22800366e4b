package io.athanor.benchmarks.peers.hibernate;

import org.hibernate.cfg.Configuration;

/** What both have in common, with batches as their documentation advises. */
final class Settings {
    private static final Class<?>[] ENTITIES = {
        ItemEntity.class,
        ChangingEntity.class,
        BigEntity.class,
        WrittenEntity.class,
        InsertedEntity.class,
        Author.class,
        Book.class,
        Tag.class,
        Parent.class,
        Child.class
    };

    private Settings() {}

    static Configuration configuration() {
        return new Configuration()
                .addAnnotatedClasses(ENTITIES)
                .setProperty("hibernate.jdbc.batch_size", "100")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true");
    }
}
