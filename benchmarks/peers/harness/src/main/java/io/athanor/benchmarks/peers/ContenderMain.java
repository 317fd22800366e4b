package io.athanor.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

/**
 * The JVM of one contender. Takes {@code <workload> <seed>} line by line and answers each with {@value #SAMPLE}, {@value #NONE} or
 * {@value #FAILED} and what belongs to it; {@code sql} asks for the text of a query. Ends with its input.
 */
public final class ContenderMain {
    /** Said when the contender is open. */
    public static final String READY = "READY";

    /** Before a {@link Sample#line}. */
    public static final String SAMPLE = "SAMPLE ";

    /** Before what the contender has no way to do. */
    public static final String NONE = "NONE ";

    /** Before an error. */
    public static final String FAILED = "FAILED ";

    /** Before a text. */
    public static final String TEXT = "TEXT ";

    private final Contender contender;
    private final Sizes sizes;
    private final Meter meter = new Meter();

    private ContenderMain(Contender contender, Sizes sizes) {
        this.contender = contender;
        this.sizes = sizes;
    }

    /** Arguments: the contender's class, the database's URL, the scale; with a fourth a row is read before it is ready. */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Contender contender = Class.forName(arguments[0])
                .asSubclass(Contender.class)
                .getDeclaredConstructor()
                .newInstance();
        Sizes sizes = new Sizes(Double.parseDouble(arguments[2]));
        contender.open(Database.parse(arguments[1]), sizes);
        if (arguments.length > 3) {
            contender.readByKey(new long[] {1}, 1);
        }
        answers.println(READY);
        new ContenderMain(contender, sizes).serve(answers);
        System.exit(0); // whatever threads a contender left
    }

    private void serve(PrintStream answers) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            answers.println(answer(line.split(" ", -1)).replace('\n', ' '));
            answers.flush();
        }
    }

    private String answer(String[] command) {
        try {
            if (command[0].equals("sql")) {
                return TEXT + contender.render(new Filters(7));
            }
            Workload workload = Workload.of(command[0]);
            long seed = Long.parseLong(command[1]);
            return SAMPLE
                    + meter.measure(workload.operations(sizes), () -> workload.run(contender, sizes, seed))
                            .line();
        } catch (Exception | LinkageError failure) {
            Throwable cause =
                    failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof UnsupportedOperationException none) {
                return NONE + none.getMessage();
            }
            cause.printStackTrace();
            return FAILED + cause;
        }
    }
}
