package io.athanor.orm;

import io.athanor.testing.TestDatabase;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Whatever is done to objects, the database comes to be as they are, and they as it is. */
abstract class RandomEditsCompliance extends SessionFixture {
    private final int runs;

    RandomEditsCompliance(TestDatabase database, int runs) {
        super(database);
        this.runs = runs;
    }

    @Test
    void shouldKeepDatabaseAndObjectsAlike() {
        long first = Long.getLong("athanor.seed", 1L);
        for (long seed = first; seed < first + runs; seed++) {
            empty();
            sessionsInARow(seed);
        }
    }

    private void sessionsInARow(long seed) {
        Random random = new Random(seed);
        PressModel model = new PressModel();
        for (int i = 0; i < 4; i++) {
            PressModel before = model;
            RandomEdits edits = new RandomEdits(random.nextLong(), model.copy());
            boolean isKept = random.nextInt(4) > 0;
            try {
                run(sessions.run(session -> edits.open(session)
                                .then(edits.compare(session))
                                .then(edits.edit(session, 30, 2))
                                .then(Mono.defer(() -> isKept ? edits.flush(session) : Mono.error(new Left()))))
                        .onErrorResume(Left.class, left -> Mono.empty()));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError(
                        "seed " + seed + ", session " + i + ": " + failure + "\nafter" + edits.story(), failure);
            }
            model = isKept ? edits.model() : before;
        }
    }

    /** The session is to be rolled back. */
    private static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
