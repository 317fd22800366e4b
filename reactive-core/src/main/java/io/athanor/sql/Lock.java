package io.athanor.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows locked until the end of the transaction: {@code for update of "t" skip locked}.
 *
 * <pre>{@code
 * select(JOBS).where(JOBS.state.eq(NEW)).limit(10).lock(Lock.forUpdate().skipLocked())
 * }</pre>
 *
 * @param strength against whom
 * @param of which of the statement's sources; empty for all
 * @param whenLocked what happens if a row is locked already; null to wait
 */
public record Lock(Strength strength, List<Source<?>> of, @Nullable Wait whenLocked) implements SqlNode {
    /** Against all who would lock or change the rows. */
    public static Lock forUpdate() {
        return new Lock(Strength.UPDATE, List.of(), null);
    }

    /** As {@link #forUpdate}, but leaving rows that refer to these alone. */
    public static Lock forNoKeyUpdate() {
        return new Lock(Strength.NO_KEY_UPDATE, List.of(), null);
    }

    /** Against all who would change the rows. */
    public static Lock forShare() {
        return new Lock(Strength.SHARE, List.of(), null);
    }

    /** Against all who would delete the rows or change their keys. */
    public static Lock forKeyShare() {
        return new Lock(Strength.KEY_SHARE, List.of(), null);
    }

    /** The same for rows of these sources only. */
    public Lock of(Source<?>... sources) {
        return new Lock(strength, List.of(sources), whenLocked);
    }

    /** The same, failing at once if a row is locked. */
    public Lock noWait() {
        return new Lock(strength, of, Wait.NO_WAIT);
    }

    /** The same, leaving out rows that are locked. */
    public Lock skipLocked() {
        return new Lock(strength, of, Wait.SKIP_LOCKED);
    }

    @Override
    public void render(SqlWriter out) {
        out.word(strength.words);
        for (int i = 0; i < of.size(); i++) {
            out.word(i == 0 ? " of " : ", ").name(of.get(i).alias());
        }
        if (whenLocked != null) {
            out.word(whenLocked.words);
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }

    /** Against whom rows are locked. */
    public enum Strength {
        UPDATE(" for update"),
        NO_KEY_UPDATE(" for no key update"),
        SHARE(" for share"),
        KEY_SHARE(" for key share");

        private final String words;

        Strength(String words) {
            this.words = words;
        }
    }

    /** What happens if a row is locked already. */
    public enum Wait {
        NO_WAIT(" nowait"),
        SKIP_LOCKED(" skip locked");

        private final String words;

        Wait(String words) {
            this.words = words;
        }
    }
}
