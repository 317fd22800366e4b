/** Entities, relationships, and a session that tracks changes and flushes them in one transaction. */
module io.athanor.orm {
    requires transitive io.athanor.core;
    requires transitive jakarta.persistence;
    requires transitive org.jspecify;
    requires org.slf4j;
    requires static java.compiler;

    exports io.athanor.orm;
    exports io.athanor.orm.mapping;

    provides javax.annotation.processing.Processor with
            io.athanor.orm.processor.EntityProcessor;
}
