package io.athanor.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs in {@code src/test/rejected} that must not compile, for the one reason their first line gives. */
class RejectedProgramsTest {
    private static final Path DIRECTORY = Path.of("src/test/rejected");
    private static final String REASON = "// error: ";
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void shouldNotCompile(Path program) throws IOException {
        List<String> lines = Files.readAllLines(program);

        List<Diagnostic<? extends JavaFileObject>> errors = errorsOf(program);

        assertThat(lines.get(0)).startsWith(REASON);
        assertThat(errors).isNotEmpty();
        assertThat(errors)
                .anySatisfy(error -> assertThat(plain(error.getMessage(Locale.ROOT)))
                        .contains(lines.get(0).substring(REASON.length())))
                .allSatisfy(error -> assertThat(lines.get((int) error.getLineNumber() - 1))
                        .as(error.getMessage(Locale.ROOT))
                        .containsAnyOf("return ", "implements "));
    }

    @Test
    void shouldCompileTheFrameTheProgramsStandIn() throws IOException {
        Path program = programs().get(0);
        Path fine = Files.createTempDirectory("accepted").resolve(program.getFileName());
        try {
            Files.writeString(
                    fine,
                    Files.readAllLines(program).stream()
                            .map(line -> line.replaceFirst("return .*", "return query;"))
                            .collect(Collectors.joining("\n")));

            assertThat(errorsOf(fine)).isEmpty();
        } finally {
            Files.deleteIfExists(fine);
            Files.delete(fine.getParent());
        }
    }

    private static String plain(String message) {
        return message.replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "");
    }

    private static List<Diagnostic<? extends JavaFileObject>> errorsOf(Path program) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of("-proc:none");
            JavaCompiler.CompilationTask task = COMPILER.getTask(
                    Writer.nullWriter(), files, found, options, null, files.getJavaFileObjects(program));
            ((JavacTask) task).analyze(); // no class files
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }
}
