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
 * the compiler can see, is an error where it is. Aggregating: a table depends on the entities that extend what it leads to.
 */
public final class EntityProcessor extends AbstractProcessor {
    private static final String ENTITY = Annotations.PACKAGE + "Entity";
    private static final String CONVERTER = Annotations.PACKAGE + "Converter";

    private final Set<String> waiting = new LinkedHashSet<>();
    private final KnownClasses known = new KnownClasses();

    /** Called by the compiler. */
    public EntityProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ENTITY, CONVERTER);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            Set<? extends Element> annotated = round.getElementsAnnotatedWith(annotation);
            known.add(annotated, processingEnv.getElementUtils());
            if (annotation.getQualifiedName().contentEquals(ENTITY)) {
                annotated.forEach(entity ->
                        waiting.add(((TypeElement) entity).getQualifiedName().toString()));
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
        Visibility visibility = new Visibility(elements);
        List<TypeElement> relatives = new Relatives(types, members, known.entities(), known.converters())
                .of(entity).stream()
                        .filter(relative ->
                                visibility.isAccessible(types.erasure(relative.asType()), visibility.packageOf(entity)))
                        .toList();
        EntityDescription description = new EntityReader(members, ids, boxing)
                .read(
                        entity,
                        relatives,
                        elements.getTypeElement("java.lang.Object").asType());
        write(description, TableSource.of(description, visibility, types, generated(entity)), problems);
        return true;
    }

    private @Nullable TypeElement generated(TypeElement entity) {
        Elements elements = processingEnv.getElementUtils();
        ModuleElement module = elements.getModuleOf(entity);
        String name = "javax.annotation.processing.Generated";
        return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    }

    private void write(EntityDescription description, String source, Problems problems) {
        TypeElement entity = description.entity();
        String packageName = processingEnv
                .getElementUtils()
                .getPackageOf(entity)
                .getQualifiedName()
                .toString();
        String table = Naming.table(entity);
        String name = packageName.isEmpty() ? table : packageName + "." + table;
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile(name, description.origins())
                .openWriter()) {
            out.write(source);
        } catch (FilerException e) {
            problems.error(entity, name + " exists already: is there another entity of this name in the package?");
        } catch (IOException e) {
            problems.error(entity, "cannot write " + name + ": " + e.getMessage());
        }
    }
}
