package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ResultException;
import io.athanor.compile.Ddl;
import io.athanor.dialect.PostgresDialect;
import io.athanor.orm.mapping.Zoo.Animal;
import io.athanor.orm.mapping.Zoo.Cat;
import io.athanor.orm.mapping.Zoo.Dog;
import io.athanor.orm.mapping.Zoo.Keeper;
import io.athanor.orm.mapping.Zoo.Puppy;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ZooTest {
    private static final EntityMapping<Animal> ANIMAL = Zoo.MODEL.mapping(Animal.class);
    private static final EntityMapping<Dog> DOG = Zoo.MODEL.mapping(Dog.class);

    @Test
    void shouldPutAHierarchyIntoOneTable() {
        assertThat(Ddl.script(Zoo.MODEL.metaData().createAll(), new PostgresDialect()))
                .isEqualTo(
                        """
                        create table "keeper" (
                            "id" bigint not null,
                            constraint "pk_keeper" primary key ("id")
                        );
                        create table "animal" (
                            "id" bigint not null,
                            "name" varchar(255),
                            "keeper_id" bigint,
                            "species" varchar(10) not null,
                            "barks" boolean,
                            "enemy_id" bigint,
                            "lives" integer,
                            "weeks" integer,
                            constraint "pk_animal" primary key ("id"),
                            constraint "fk_animal_keeper_id_keeper" foreign key ("keeper_id") references "keeper" ("id"),
                            constraint "fk_animal_enemy_id_animal" foreign key ("enemy_id") references "animal" ("id")
                        );
                        """);
    }

    @Test
    void shouldKnowTheClassOfARowByItsDiscriminator() {
        assertThat(ANIMAL.ofDiscriminator("puppy")).isEqualTo(Zoo.MODEL.mapping(Puppy.class));
        assertThat(ANIMAL.discriminatorValues()).containsExactlyInAnyOrder("dog", "puppy", "cat");
        assertThat(DOG.discriminatorValues()).containsExactlyInAnyOrder("dog", "puppy");
    }

    @Test
    void shouldRefuseARowOfNoClass() {
        assertThatThrownBy(() -> DOG.ofDiscriminator("cat"))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("animal");
    }

    @Test
    void shouldWriteTheDiscriminatorOfEachClass() {
        MappedColumn discriminator = Objects.requireNonNull(DOG.discriminator());

        assertThat(discriminator.get(new Dog())).isEqualTo("dog");
        assertThat(discriminator.isUpdatable()).isFalse();
    }

    @Test
    void shouldHaveItsOwnColumnsAfterThoseItInherits() {
        assertThat(DOG.columns())
                .extracting(MappedColumn::path)
                .containsExactly("id", "name", "keeper.id", "barks", "enemy.id", "species");
        assertThat(DOG.root()).isEqualTo(ANIMAL);
        assertThat(DOG.table().columns()).hasSameSizeAs(ANIMAL.table().columns());
    }

    @Test
    void shouldShareTheRelationshipsThatAreInherited() {
        RelationshipMapping keeper = DOG.relationship("keeper");

        assertThat(keeper).isSameAs(ANIMAL.relationship("keeper"));
        assertThat(keeper.inverse()).isEqualTo(Zoo.MODEL.mapping(Keeper.class).relationship("animals"));
    }

    @Test
    void shouldKnowNoOtherClassesThanThoseItIsGiven() {
        EntityMapping<Animal> some = EntityMapping.of(Animal.class, Cat.class);

        assertThat(some.discriminatorValues()).containsExactly("cat");
        assertThat(some.table().columns()).extracting(column -> column.name()).doesNotContain("barks");
    }
}
