package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MapKeyTest {
    @Entity
    static class Country {
        @Id
        long id;

        @OneToMany(mappedBy = "country")
        @MapKey(name = "name")
        Map<String, City> cities = new HashMap<>();
    }

    @Entity
    static class City {
        @Id
        long id;

        @Nullable
        String name;

        @ManyToOne
        @Nullable
        Country country;
    }

    @Test
    void shouldHaveMembersByAnAttributeOfTheirs() {
        RelationshipMapping cities =
                EntityModel.of(Country.class, City.class).mapping(Country.class).relationship("cities");
        City bern = new City();
        bern.name = "Bern";
        Country country = new Country();

        cities.set(country, cities.collection(List.of(bern)));

        assertThat(country.cities).containsExactly(Map.entry("Bern", bern));
        assertThat(cities.members(country)).hasSize(1);
        assertThat(cities.holder()).isEqualTo(RelationshipMapping.Holder.MAP);
    }
}
