package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.ContenderMain;
import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Sample;
import io.athanor.benchmarks.peers.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JVM of a contender, which does one thing at a time. */
final class ContenderProcess implements AutoCloseable {
    private final Entrant entrant;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;

    private ContenderProcess(Entrant entrant, Process process) {
        this.entrant = entrant;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** How contenders are started. */
    record Launcher(ClassPaths classPaths, Options options) {
        ContenderProcess start(Entrant entrant, Database database, String heap, String... more) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseG1GC",
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dio.netty.noUnsafe=false",
                    "-Xms" + heap,
                    "-Xmx" + heap));
            command.addAll(options.jvmFlags());
            command.addAll(List.of(
                    "--class-path",
                    classPaths.of(entrant),
                    ContenderMain.class.getName(),
                    entrant.type(),
                    database.url(),
                    String.valueOf(options.sizes().scale())));
            command.addAll(List.of(more));
            Path log = options.directory().resolve(entrant + ".log");
            return new ContenderProcess(
                    entrant,
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start());
        }
    }

    /** What came of a command: a sample, a text, or why there is neither. */
    record Answer(@Nullable Sample sample, @Nullable String text, String failure) {}

    /** Whatever the JVM itself has to say comes before. */
    void awaitReady() throws IOException {
        String line = answers.readLine();
        while (!ContenderMain.READY.equals(line)) {
            if (line == null) {
                throw new IOException(entrant + " did not start; see its log");
            }
            line = answers.readLine();
        }
    }

    Answer run(Workload workload, long seed) throws IOException {
        return ask(workload + " " + seed);
    }

    Answer sql() throws IOException {
        return ask("sql");
    }

    private Answer ask(String command) throws IOException {
        commands.println(command);
        String answer = answers.readLine();
        if (answer == null) {
            return new Answer(null, null, "its JVM ended");
        }
        if (answer.startsWith(ContenderMain.SAMPLE)) {
            return new Answer(Sample.parse(answer.substring(ContenderMain.SAMPLE.length())), null, "");
        }
        if (answer.startsWith(ContenderMain.TEXT)) {
            return new Answer(null, answer.substring(ContenderMain.TEXT.length()), "");
        }
        return new Answer(null, null, answer);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
