package io.athanor.orm;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes that have all their columns in tables of their own. */
final class Orchestra {
    static final EntityModel MODEL =
            EntityModel.of(Player.class, Instrument.class, Violin.class, FineViolin.class, Drum.class, Concert.class);
    static final DynamicEntityTable<Player, Long> PLAYER = MODEL.table(Player.class);
    static final DynamicEntityTable<Concert, Long> CONCERT = MODEL.table(Concert.class);
    static final DynamicEntityTable<Instrument, Long> INSTRUMENT = MODEL.table(Instrument.class);
    static final DynamicEntityTable<Violin, Long> VIOLIN = MODEL.table(Violin.class);
    static final DynamicEntityTable<Drum, Long> DRUM = MODEL.table(Drum.class);

    private Orchestra() {}

    @Entity
    static class Player {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @OneToMany(mappedBy = "player", cascade = CascadeType.ALL)
        @OrderBy("name")
        List<Instrument> instruments = new ArrayList<>();

        @OneToMany
        @JoinColumn(name = "lent_by")
        List<Instrument> lent = new ArrayList<>();

        @ManyToOne
        @Nullable
        Instrument favourite;

        @ManyToOne
        @Nullable
        Drum drum;
    }

    @Entity
    static class Concert {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToMany
        Set<Instrument> instruments = new LinkedHashSet<>();
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Instrument {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;

        @Nullable
        String name;

        @ManyToOne
        @Nullable
        Player player;

        @ManyToOne
        @Nullable
        Instrument copyOf;

        @ElementCollection
        Set<String> marks = new LinkedHashSet<>();
    }

    @Entity
    static class Violin extends Instrument {
        int strings = 4;

        @Nullable
        Integer size;

        Violin() {}

        Violin(String name) {
            this.name = name;
        }
    }

    @Entity
    static class FineViolin extends Violin {
        @Nullable
        String maker;

        FineViolin() {}

        FineViolin(String name, String maker) {
            super(name);
            this.maker = maker;
        }
    }

    @Entity
    static class Drum extends Instrument {
        @Nullable
        String size;

        Drum() {}

        Drum(String name) {
            this.name = name;
        }
    }
}
