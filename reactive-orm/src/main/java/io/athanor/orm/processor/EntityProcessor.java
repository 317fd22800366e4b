package io.athanor.orm.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Generates, for each class annotated with {@code jakarta.persistence.Entity}, its typed table in the same package:
 * {@code ArticleTable} with the constant {@code ARTICLE} for {@code Article}. What is wrong with an entity, as far as
 * the compiler can see, is an error where it is. Isolating: each file depends on one entity.
 */
public final class EntityProcessor extends AbstractProcessor {
    private static final String ENTITY = Annotations.PACKAGE + "Entity";

    private final Set<String> waiting = new LinkedHashSet<>();

    /** Called by the compiler. */
    public EntityProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ENTITY);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element entity : round.getElementsAnnotatedWith(annotation)) {
                waiting.add(((TypeElement) entity).getQualifiedName().toString());
            }
        }
        if (round.processingOver()) {
            return false; // the compiler says which types are missing
        }
        Problems problems = new Problems(processingEnv.getMessager());
        for (String name : List.copyOf(waiting)) {
            TypeElement entity = processingEnv.getElementUtils().getTypeElement(name);
            if (entity != null && process(entity, problems)) {
                waiting.remove(name);
            }
        }
        return false;
    }

    /** Checks the entity and generates its table; false if types are missing that another processor may generate. */
    private boolean process(TypeElement entity, Problems problems) {
        Elements elements = processingEnv.getElementUtils();
        Types types = processingEnv.getTypeUtils();
        Members members = new Members(types);
        Boxing boxing = new Boxing(types);
        IdTypes ids = new IdTypes(members, boxing);
        AttributeChecks attributes = new AttributeChecks(boxing, new InverseChecks(types, members, problems), problems);
        EntityChecks checks = new EntityChecks(members, ids, attributes, problems);
        if (!checks.isClass(entity)) {
            return true;
        }
        if (!Completeness.isComplete(members.of((DeclaredType) entity.asType(), members.access(entity)))) {
            return false;
        }
        checks.check(entity);
        // Generated in spite of errors, lest each use of the table be one more.
        EntityDescription description = new EntityReader(members, ids, boxing)
                .read(entity, elements.getTypeElement("java.lang.Object").asType());
        write(entity, TableSource.of(description, new Visibility(elements), types, generated(entity)), problems);
        return true;
    }

    private @Nullable TypeElement generated(TypeElement entity) {
        Elements elements = processingEnv.getElementUtils();
        ModuleElement module = elements.getModuleOf(entity);
        String name = "javax.annotation.processing.Generated";
        return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    }

    private void write(TypeElement entity, String source, Problems problems) {
        String packageName = processingEnv
                .getElementUtils()
                .getPackageOf(entity)
                .getQualifiedName()
                .toString();
        String table = Naming.table(entity);
        String name = packageName.isEmpty() ? table : packageName + "." + table;
        try (Writer out =
                processingEnv.getFiler().createSourceFile(name, entity).openWriter()) {
            out.write(source);
        } catch (FilerException e) {
            problems.error(entity, name + " exists already: is there another entity of this name in the package?");
        } catch (IOException e) {
            problems.error(entity, "cannot write " + name + ": " + e.getMessage());
        }
    }
}
