package io.athanor.examples.story;

import io.athanor.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was printed while a story was told.
 *
 * @param title the story's title
 * @param parts its steps
 */
public record Told(String title, List<Part> parts) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * A step.
     *
     * @param title what it shows
     * @param statements the SQL
     * @param plans the plans of its flushes
     * @param result the lines that say what came of it
     */
    public record Part(String title, List<String> statements, List<String> plans, List<String> result) {
        private static Part of(String title) {
            return new Part(title, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private List<String> linesLike(String line) {
            if (line.startsWith("    => ")) {
                return plans;
            }
            return line.startsWith("    ") ? statements : result;
        }
    }

    /** Tells a story on a database. */
    public static Told on(TestDatabase database, Story story) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Narrator(database.url(), new PrintStream(out, true, StandardCharsets.UTF_8))
                .tell(story)
                .block(LIMIT);
        return of(out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static Told of(List<String> lines) {
        String title = "";
        List<Part> parts = new ArrayList<>();
        for (String line : lines) {
            if (line.equals("== The end")) {
                break;
            }
            if (line.startsWith("== ")) {
                title = line.substring(3);
            } else if (line.startsWith("-- ")) {
                parts.add(Part.of(line.substring(3)));
            } else if (!parts.isEmpty() && !line.isBlank()) {
                Part part = parts.get(parts.size() - 1);
                part.linesLike(line).add(line.strip());
            }
        }
        return new Told(title, parts);
    }

    /** What came of all steps, one element each. */
    public List<String> results() {
        return parts.stream().map(part -> String.join("; ", part.result())).toList();
    }

    /** How many statements each step took. */
    public List<Integer> statementCounts() {
        return parts.stream().map(part -> part.statements().size()).toList();
    }
}
