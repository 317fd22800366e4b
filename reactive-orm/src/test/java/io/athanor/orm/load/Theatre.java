package io.athanor.orm.load;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys of two columns, and classes that share a table. */
final class Theatre {
    static final EntityModel MODEL =
            EntityModel.of(Seat.class, Ticket.class, Guest.class, Show.class, Play.class, Opera.class);
    static final DynamicEntityTable<Seat, SeatId> SEAT = MODEL.table(Seat.class);
    static final DynamicEntityTable<Ticket, Long> TICKET = MODEL.table(Ticket.class);
    static final DynamicEntityTable<Guest, Long> GUEST = MODEL.table(Guest.class);
    static final DynamicEntityTable<Show, Long> SHOW = MODEL.table(Show.class);
    static final DynamicEntityTable<Play, Long> PLAY = MODEL.table(Play.class);

    private Theatre() {}

    /** The id of a seat. */
    static final class SeatId {
        @Nullable
        String line;

        @Nullable
        Integer place;

        SeatId() {}

        SeatId(String line, int place) {
            this.line = line;
            this.place = place;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SeatId id && Objects.equals(line, id.line) && Objects.equals(place, id.place);
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, place);
        }
    }

    @Entity
    @IdClass(SeatId.class)
    static class Seat {
        @Id
        @Nullable
        String line;

        @Id
        @Nullable
        Integer place;

        @OneToMany(mappedBy = "seat")
        @OrderBy("id")
        List<Ticket> tickets = new ArrayList<>();

        @Override
        public String toString() {
            return "seat " + line + place;
        }
    }

    @Entity
    static class Ticket {
        @Id
        @Nullable
        Long id;

        @ManyToOne
        @Nullable
        Seat seat;

        @ManyToOne
        @Nullable
        Show show;

        @Override
        public String toString() {
            return "ticket " + id;
        }
    }

    @Entity
    static class Guest {
        @Id
        @Nullable
        Long id;

        @ManyToMany
        @JoinTable(name = "favourite")
        List<Seat> favourites = new ArrayList<>();
    }

    @Entity
    @Inheritance
    @DiscriminatorColumn(name = "kind")
    abstract static class Show {
        @Id
        @Nullable
        Long id;

        @OneToMany(mappedBy = "show")
        List<Ticket> tickets = new ArrayList<>();
    }

    @Entity
    static class Play extends Show {
        @Nullable
        String author;
    }

    @Entity
    static class Opera extends Show {
        @Nullable
        String composer;
    }
}
