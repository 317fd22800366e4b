package io.athanor.orm;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.MappingException;
import io.athanor.engine.Engine;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions and tables that are not the model's own, as generated ones are. */
class TablesOfTheirOwnTest {
    private static final EntityModel MODEL = EntityModel.of(Animal.class, Dog.class, Cat.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Engine engine = Engine.of(TestDatabase.h2().url());
    private final Sessions sessions = Sessions.of(engine, MODEL);

    @Entity
    static class Animal {
        @Id
        @Nullable
        Long id;
    }

    @Entity
    static class Dog extends Animal {
        int bones;
    }

    @Entity
    static class Cat extends Animal {
        int lives;
    }

    private static final class AnimalTable extends EntityTable<Animal, Long, AnimalTable> {
        AnimalTable(EntityMapping<Animal> mapping) {
            this(mapping, "animal");
        }

        private AnimalTable(EntityMapping<Animal> mapping, String alias) {
            super(mapping, alias);
        }

        @Override
        public AnimalTable as(String alias) {
            return new AnimalTable(mapping(), alias);
        }
    }

    @BeforeEach
    void fill() {
        engine.create(MODEL.metaData()).block(LIMIT);
        sessions.run(session -> {
                    Dog rex = session.add(new Dog());
                    rex.id = 1L;
                    rex.bones = 7;
                    Cat tom = session.add(new Cat());
                    tom.id = 2L;
                    tom.lives = 9;
                    return session.flush();
                })
                .block(LIMIT);
    }

    @AfterEach
    void close() {
        engine.close().block(LIMIT);
    }

    @Test
    void shouldReadByATableWhoseColumnsAreInAnotherOrder() {
        AnimalTable animal = new AnimalTable(EntityMapping.of(Animal.class, Cat.class, Dog.class));

        List<Animal> read = sessions.run(session -> session.stream(select(animal)
                                .orderBy(animal.number("id", Long.class).asc()))
                        .collectList())
                .block(LIMIT);

        assertThat(read).hasExactlyElementsOfTypes(Dog.class, Cat.class);
        assertThat(read).first().extracting("bones").isEqualTo(7);
        assertThat(read).last().extracting("lives").isEqualTo(9);
    }

    @Test
    void shouldRefuseATableThatDoesNotKnowWhatExtendsItsEntity() {
        AnimalTable animal = new AnimalTable(EntityMapping.of(Animal.class));

        assertThatThrownBy(() -> sessions.run(
                                session -> session.stream(select(animal)).collectList())
                        .block(LIMIT))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("the table of Animal lacks the columns [dtype, bones, lives]")
                .hasMessageContaining("compile them together");
    }
}
