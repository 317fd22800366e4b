package io.athanor.orm;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records and classes that refer to each other. */
final class Atlas {
    private Atlas() {}

    @Entity
    record Continent(@Id String code, String name) {}

    @Entity
    record Country(@Id String code, String name, @Nullable @ManyToOne Continent continent, int calls) {}

    @Entity
    static class City {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @ManyToOne(cascade = {CascadeType.REFRESH, CascadeType.MERGE})
        @Nullable
        Country country;

        @ManyToMany
        Set<Continent> seen = new HashSet<>();

        @OneToMany(mappedBy = "city")
        List<Count> counts = new ArrayList<>();
    }

    @Embeddable
    record CountId(int year, String source) {}

    @Embeddable
    record People(@Nullable Long women, @Nullable Long men, @Nullable Age age) {}

    @Embeddable
    record Age(@Nullable Integer median) {}

    @Entity
    record Count(
            @EmbeddedId CountId id,
            @ManyToOne City city,
            @Embedded @AttributeOverride(name = "age.median", column = @Column(name = "middle")) @Nullable
                    People people) {}

    static final EntityModel MODEL = EntityModel.of(Continent.class, Country.class, City.class, Count.class);
    static final DynamicEntityTable<Continent, String> CONTINENT = MODEL.table(Continent.class);
    static final DynamicEntityTable<Country, String> COUNTRY = MODEL.table(Country.class);
    static final DynamicEntityTable<City, Long> CITY = MODEL.table(City.class);
    static final DynamicEntityTable<Count, CountId> COUNT = MODEL.table(Count.class);
}
