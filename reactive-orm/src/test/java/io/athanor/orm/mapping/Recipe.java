package io.athanor.orm.mapping;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity with collections of values of every kind. */
@Entity
class Recipe {
    static final EntityModel MODEL = EntityModel.of(Recipe.class);

    enum Allergen {
        NUT,
        MILK
    }

    @Embeddable
    record Amount(int number, String unit) {}

    @Embeddable
    static class Hint {
        @Nullable
        String text;

        @Nullable
        String author;

        static Hint of(@Nullable String text, @Nullable String author) {
            Hint hint = new Hint();
            hint.text = text;
            hint.author = author;
            return hint;
        }
    }

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ElementCollection
    @Column(name = "label", length = 30)
    @OrderBy
    List<String> labels = new ArrayList<>();

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Allergen> allergens = new HashSet<>();

    @ElementCollection
    @OrderColumn(name = "step")
    @CollectionTable(name = "step_of_recipe", joinColumns = @JoinColumn(name = "recipe"))
    @Column(name = "what")
    List<String> steps = new ArrayList<>();

    @ElementCollection
    @MapKeyColumn(name = "ingredient", length = 40)
    Map<String, Amount> ingredients = new HashMap<>();

    @ElementCollection
    List<Hint> hints = new ArrayList<>();
}
