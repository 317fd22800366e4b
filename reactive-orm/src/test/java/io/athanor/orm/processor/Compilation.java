package io.athanor.orm.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What came of compiling some sources with the processor.
 *
 * @param folder where classes and generated sources are
 * @param problems errors and warnings as {@code line: message}, in order
 */
record Compilation(Path folder, List<String> problems) {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
    private static final String PREAMBLE =
            "import jakarta.persistence.*; import java.util.*; import java.time.*; import java.math.*; ";

    /** Compiles sources, each a file, into {@code folder}; their lines are counted from the one after the imports. */
    static Compilation of(Path folder, String... sources) {
        return of(folder, List.of(new EntityProcessor()), sources);
    }

    static Compilation of(Path folder, List<Processor> processors, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            List<Path> classPath = new ArrayList<>(List.of(folder));
            files.getLocationAsPaths(StandardLocation.CLASS_PATH).forEach(classPath::add);
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<String> options = List.of("--release", "17", "-Xlint:all,-processing,-classfile,-auxiliaryclass");
            JavaCompiler.CompilationTask task = compiler.getTask(
                    Writer.nullWriter(),
                    files,
                    found,
                    options,
                    null,
                    Arrays.stream(sources).map(Compilation::file).toList());
            task.setProcessors(processors);
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Compilation(
                folder, found.getDiagnostics().stream().map(Compilation::line).toList());
    }

    private static String line(Diagnostic<? extends JavaFileObject> problem) {
        return problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT);
    }

    private static JavaFileObject file(String source) {
        Matcher inPackage = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + source);
        }
        String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
        String text = folder.isEmpty() ? PREAMBLE + source : source.replaceFirst(";", "; " + PREAMBLE);
        return new SimpleJavaFileObject(
                URI.create("string:///" + folder + type.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** The generated source of a class. */
    String source(String name) {
        try {
            return Files.readString(folder.resolve(name.replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the generated files. */
    List<String> generated() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads what was compiled. */
    URLClassLoader load() {
        try {
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Compilation.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
