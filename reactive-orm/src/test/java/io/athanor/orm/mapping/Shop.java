package io.athanor.orm.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a JPA project of some years has: superclasses, embedded objects, composite keys, converters, accessors. */
final class Shop {
    static final EntityModel MODEL = EntityModel.of(
            Customer.class, Account.class, Order.class, Line.class, Shelf.class, Stock.class, ColourConverter.class);

    private Shop() {}

    @MappedSuperclass
    abstract static class Base<I> {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
        @SequenceGenerator(name = "ids", sequenceName = "shop_ids", allocationSize = 20)
        protected @Nullable I id;

        @Column(updatable = false)
        protected @Nullable Instant created;
    }

    @Embeddable
    record Money(BigDecimal amount, String currency) {
        Money {
            Objects.requireNonNull(amount);
            Objects.requireNonNull(currency);
        }
    }

    @Embeddable
    static class Geo {
        @Nullable
        Double latitude;

        @Nullable
        Double longitude;
    }

    @Embeddable
    static class Address {
        @Nullable
        String street;

        @Nullable
        String city;

        @Nullable
        Geo geo;
    }

    enum Colour {
        RED,
        BLUE
    }

    @Converter(autoApply = true)
    static class ColourConverter implements AttributeConverter<Colour, String> {
        @Override
        public String convertToDatabaseColumn(Colour colour) {
            return colour == Colour.RED ? "r" : "b";
        }

        @Override
        public Colour convertToEntityAttribute(String letter) {
            return letter.equals("r") ? Colour.RED : Colour.BLUE;
        }
    }

    static class YesNo implements AttributeConverter<Boolean, Character> {
        @Override
        public Character convertToDatabaseColumn(Boolean yes) {
            return yes ? 'Y' : 'N';
        }

        @Override
        public Boolean convertToEntityAttribute(Character letter) {
            return letter == 'Y';
        }
    }

    @Entity
    @AttributeOverride(name = "created", column = @Column(name = "created_at"))
    static class Customer extends Base<Long> {
        @Embedded
        @Nullable
        Address home;

        @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 50))
        @AttributeOverride(name = "city", column = @Column(name = "work_city"))
        @AttributeOverride(name = "geo.latitude", column = @Column(name = "work_latitude"))
        @AttributeOverride(name = "geo.longitude", column = @Column(name = "work_longitude"))
        @Nullable
        Address work;

        @Nullable
        Money credit;

        @Nullable
        Colour colour;

        @Convert(converter = YesNo.class)
        boolean active;
    }

    @Entity
    @SuppressWarnings("UnusedMethod") // its mapping calls them
    static class Account {
        private @Nullable Long number;
        private @Nullable Customer holder;
        private boolean closed;

        @Id
        private @Nullable Long getNumber() {
            return number;
        }

        private void setNumber(@Nullable Long number) {
            this.number = number;
        }

        @OneToOne
        @MapsId
        protected @Nullable Customer getHolder() {
            return holder;
        }

        protected void setHolder(@Nullable Customer holder) {
            this.holder = holder;
        }

        boolean isClosed() {
            return closed;
        }

        void setClosed(boolean closed) {
            this.closed = closed;
        }
    }

    @Entity
    @Table(name = "orders")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        @Nullable
        UUID id;

        @OneToMany
        @JoinColumn(name = "order_id", nullable = false)
        List<Line> lines = new ArrayList<>();
    }

    record ShelfId(int hall, int place) {}

    @Entity
    @IdClass(ShelfId.class)
    static class Shelf {
        @Id
        int hall;

        @Id
        int place;
    }

    @Embeddable
    record LineId(int number, String part) {}

    @Entity
    static class Line {
        @EmbeddedId
        @Nullable
        LineId id;

        @ManyToOne
        @JoinColumn(name = "hall", referencedColumnName = "hall")
        @JoinColumn(name = "place", referencedColumnName = "place")
        @Nullable
        Shelf shelf;
    }

    record StockId(ShelfId shelf, String part) {}

    @Entity
    @IdClass(StockId.class)
    static class Stock {
        @Id
        @ManyToOne
        @Nullable
        Shelf shelf;

        @Id
        @Nullable
        String part;
    }
}
