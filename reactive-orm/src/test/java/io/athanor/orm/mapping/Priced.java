package io.athanor.orm.mapping;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity whose annotations say all that can be said of a table. */
@Entity
@Table(
        name = "price_list",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "one_price",
                        columnNames = {"product", "valid_from"}),
        indexes = @Index(name = "by_price", columnList = "price desc, product"),
        check = @CheckConstraint(name = "sane", constraint = "\"price\" < 1000000"),
        comment = "What things cost")
class Priced {
    static final EntityModel MODEL = EntityModel.of(Priced.class);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Nullable
    Long id;

    @Column(nullable = false, length = 80, comment = "as the catalogue has it")
    @Nullable
    String product;

    @Column(precision = 12, scale = 2, check = @CheckConstraint(constraint = "\"price\" >= 0"))
    @Nullable
    BigDecimal price;

    @Column(secondPrecision = 0)
    @Nullable
    Instant validFrom;

    @Column(columnDefinition = "jsonb")
    @Nullable
    String details;

    @ManyToOne
    @JoinColumn(name = "before", foreignKey = @ForeignKey(name = "fk_before"))
    @Nullable
    Priced predecessor;

    @Column(name = "before", insertable = false, updatable = false)
    @Nullable
    Long predecessorId;

    @ManyToMany
    @JoinTable(name = "alternative", inverseJoinColumns = @JoinColumn(name = "other"))
    Set<Priced> alternatives = new HashSet<>();
}
