package io.athanor.examples.tour;

import io.athanor.AthanorException;
import io.athanor.engine.Engine;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Creates the TPC-H schema, loads it, queries it, streams it and changes it: on an embedded H2 database, or on the one of
 * a URL.
 */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Creates, loads, queries, streams and changes the TPC-H schema with Athanor.")
public final class Tour implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 100;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database, such as postgresql://user:password@host/db or sqlite:///tour.db. Its tables of"
                    + " TPC-H's names are dropped! Default: an H2 database in a temporary file.")
    private @Nullable String url;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            defaultValue = "0.017",
            description = "TPC-H's scale factor; 1 is 6,000,000 line items. Default: ${DEFAULT-VALUE}.")
    private double scale;

    private final PrintStream out;

    private Tour(PrintStream out) {
        this.out = out;
    }

    /** Runs the tour and ends the JVM: 0 if all went well, 1 if it failed, 2 for wrong arguments. */
    public static void main(String[] args) {
        System.exit(run(System.out, new PrintWriter(System.err, true, Charset.defaultCharset()), args));
    }

    static int run(PrintStream out, PrintWriter err, String... args) {
        return new CommandLine(new Tour(out))
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, err))
                .setParameterExceptionHandler((wrong, given) -> {
                    err.println("tour: " + wrong.getMessage() + " (see --help)");
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(args);
    }

    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof AthanorException) {
            err.println("tour: " + failure.getMessage());
            return FAILED;
        }
        failure.printStackTrace(err);
        return FAILED;
    }

    @Override
    public Integer call() {
        if (!(scale >= SMALLEST && scale <= LARGEST)) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this),
                    "--scale is a number from 0.01, below which TPC-H repeats keys, to 100, not " + scale);
        }
        try (TemporaryDatabase database = TemporaryDatabase.unless(url)) {
            Engine engine = Engine.of(database.url());
            try {
                walk(engine);
            } finally {
                engine.close().block();
            }
        }
        return 0;
    }

    private void walk(Engine engine) {
        Stations stations = new Stations(engine, scale, out);
        stations.create();
        stations.load();
        stations.query();
        stations.stream();
        stations.change();
        stations.spell();
    }
}
