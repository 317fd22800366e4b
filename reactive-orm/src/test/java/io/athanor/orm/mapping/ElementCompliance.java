package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.NotLoadedException;
import io.athanor.engine.Engine;
import io.athanor.orm.Session;
import io.athanor.orm.Sessions;
import io.athanor.orm.mapping.Recipe.Allergen;
import io.athanor.orm.mapping.Recipe.Amount;
import io.athanor.orm.mapping.Recipe.Hint;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import io.athanor.types.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;

/** Collections of values go into the database and come back from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ElementCompliance {
    private static final DynamicEntityTable<Recipe, Long> RECIPE = Recipe.MODEL.table(Recipe.class);
    private static final ToMany<Recipe, String, ElementTable<String>> LABELS = RECIPE.elements("labels");
    private static final ToMany<Recipe, String, ElementTable<String>> STEPS = RECIPE.elements("steps");
    private static final ToMany<Recipe, Allergen, ElementTable<Allergen>> ALLERGENS = RECIPE.elements("allergens");
    private static final ToMany<Recipe, Amount, ElementTable<Amount>> INGREDIENTS = RECIPE.elements("ingredients");
    private static final ToMany<Recipe, Hint, ElementTable<Hint>> HINTS = RECIPE.elements("hints");

    private final Engine engine;
    private final Sessions sessions;

    ElementCompliance(TestDatabase database) {
        engine = Engine.of(database.url());
        sessions = Sessions.of(engine, Recipe.MODEL);
    }

    @BeforeAll
    void createTables() {
        run(engine.execute(Recipe.MODEL.metaData().createAll()));
    }

    @AfterAll
    void closeEngine() {
        run(engine.close());
    }

    private static <T> @Nullable T run(Mono<T> work) {
        return work.block(Duration.ofSeconds(20));
    }

    private long saved() {
        Recipe recipe = new Recipe();
        recipe.labels.addAll(List.of("sweet", "old", "sweet"));
        recipe.allergens.add(Allergen.MILK);
        recipe.steps.addAll(List.of("mix", "bake", "eat"));
        recipe.ingredients.putAll(Map.of("milk", new Amount(2, "dl"), "flour", new Amount(300, "g")));
        recipe.hints.add(Hint.of("slowly", null));
        recipe.hints.add(Hint.of("with love", "Ann"));
        run(sessions.run(session -> Mono.fromRunnable(() -> session.add(recipe))));
        return Objects.requireNonNull(recipe.id);
    }

    private static Mono<Recipe> read(Session session, long id) {
        return session.get(RECIPE, id)
                .flatMap(recipe -> session.load(recipe, List.of(LABELS, STEPS, ALLERGENS, INGREDIENTS, HINTS)));
    }

    private Recipe read(long id) {
        return Objects.requireNonNull(run(sessions.run(session -> read(session, id))));
    }

    private void change(long id, Consumer<Recipe> change) {
        run(sessions.run(session -> read(session, id).doOnNext(change).then()));
    }

    @Test
    void shouldReadWhatWasWritten() {
        Recipe recipe = read(saved());

        assertThat(recipe.labels).containsExactly("old", "sweet", "sweet");
        assertThat(recipe.allergens).containsExactly(Allergen.MILK);
        assertThat(recipe.steps).containsExactly("mix", "bake", "eat");
        assertThat(recipe.ingredients)
                .containsOnly(Map.entry("milk", new Amount(2, "dl")), Map.entry("flour", new Amount(300, "g")));
        assertThat(recipe.hints)
                .extracting(hint -> hint.text + " " + hint.author)
                .containsExactlyInAnyOrder("slowly null", "with love Ann");
    }

    @Test
    void shouldWriteWhatWasAddedAndRemoved() {
        long id = saved();

        change(id, recipe -> {
            recipe.labels.remove("sweet");
            recipe.labels.add("new");
            recipe.allergens.clear();
            recipe.ingredients.put("milk", new Amount(3, "dl"));
            recipe.ingredients.remove("flour");
        });

        Recipe recipe = read(id);
        assertThat(recipe.labels).containsExactly("new", "old", "sweet");
        assertThat(recipe.allergens).isEmpty();
        assertThat(recipe.ingredients).containsExactly(Map.entry("milk", new Amount(3, "dl")));
    }

    @Test
    void shouldKeepTheOrderOfAListThatHasOne() {
        long id = saved();

        change(id, recipe -> {
            recipe.steps.remove("bake");
            recipe.steps.add(0, "wash hands");
        });

        assertThat(read(id).steps).containsExactly("wash hands", "mix", "eat");
    }

    @Test
    void shouldRemoveAnElementThatIsNullInPart() {
        long id = saved();

        change(id, recipe -> recipe.hints.removeIf(hint -> hint.author == null));

        assertThat(read(id).hints).extracting(hint -> hint.text).containsExactly("with love");
    }

    @Test
    void shouldReplaceACollection() {
        long id = saved();

        change(id, recipe -> recipe.steps = List.of("order pizza"));

        assertThat(read(id).steps).containsExactly("order pizza");
    }

    @Test
    void shouldDeleteTheElementsOfWhatIsDeleted() {
        long id = saved();

        run(sessions.run(
                session -> session.get(RECIPE, id).doOnNext(session::delete).then()));

        ElementTable<String> steps = STEPS.target();
        assertThat(run(engine.one(Sql.select(Sql.count())
                        .from(steps)
                        .where(steps.get(Sql.column("recipe", Types.BIGINT)).eq(id)))))
                .isZero();
    }

    @Test
    void shouldFindOwnersByTheirElements() {
        long id = saved();
        change(id, recipe -> recipe.labels.add("gold"));

        List<Recipe> found = Objects.requireNonNull(run(sessions.run(
                session -> session.stream(Sql.select(RECIPE).from(RECIPE).where(LABELS.any(label -> label.text("value")
                                .like("%gol%"))))
                        .collectList())));

        assertThat(found).extracting(recipe -> recipe.id).containsExactly(id);
    }

    @Test
    void shouldSayThatElementsAreNotLoaded() {
        long id = saved();
        Recipe recipe = Objects.requireNonNull(run(sessions.run(session -> session.get(RECIPE, id))));

        assertThatThrownBy(() -> recipe.labels.size())
                .isInstanceOf(NotLoadedException.class)
                .hasMessageContaining("labels");
    }

    @Test
    void shouldMergeElements() {
        long id = saved();
        Recipe detached = read(id);
        detached.steps.add("clean up");

        run(sessions.run(session -> session.merge(detached).then()));

        assertThat(read(id).steps).containsExactly("mix", "bake", "eat", "clean up");
    }
}
