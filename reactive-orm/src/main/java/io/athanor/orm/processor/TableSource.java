package io.athanor.orm.processor;

import io.athanor.orm.processor.Attribute.Basic;
import io.athanor.orm.processor.Attribute.ColumnKind;
import io.athanor.orm.processor.Attribute.Elements;
import io.athanor.orm.processor.Attribute.Embedded;
import io.athanor.orm.processor.Attribute.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The source of the table of one entity. Confined to it. */
final class TableSource {
    private static final String MAPPING = "io.athanor.orm.mapping";
    private static final String SQL = "io.athanor.sql";

    private final EntityDescription description;
    private final Visibility visibility;
    private final Types types;
    private final PackageElement ownPackage;
    private final Imports imports;
    private final String entity;
    private final String table;
    private final String access;
    private final List<String> holders = new ArrayList<>();
    private final Set<String> holderNames = new HashSet<>();

    private TableSource(EntityDescription description, Visibility visibility, Types types) {
        this.description = description;
        this.visibility = visibility;
        this.types = types;
        this.ownPackage = visibility.packageOf(description.entity());
        this.imports = new Imports(ownPackage.getQualifiedName().toString(), types);
        this.table = Naming.table(description.entity());
        imports.reserve(table);
        this.entity = imports.name(description.entity());
        this.access = Visibility.isPublic(description.entity()) ? "public " : "";
    }

    /**
     * The whole file.
     *
     * @param generated the annotation that says so, null where there is none
     */
    static String of(
            EntityDescription description, Visibility visibility, Types types, @Nullable TypeElement generated) {
        return new TableSource(description, visibility, types).file(generated);
    }

    private String file(@Nullable TypeElement generated) {
        List<String> type = new ArrayList<>();
        type.add("/** The table of {@link " + entity + "}. */");
        if (generated != null) {
            type.add("@" + imports.name(generated) + "(\"" + EntityProcessor.class.getName() + "\")");
        }
        type.add("@SuppressWarnings({\"exports\", \"rawtypes\"})");
        type.add(access + "final class " + table + " extends " + superclass() + " {");
        type.add("    /** The table under its own name. */");
        declare(type, "    ", "static final " + table, Naming.constant(description.entity()), "new " + table + "()");
        type.add("");
        fields(type, "    ", description.attributes());
        type.addAll(constructors());
        type.addAll(holders);
        type.add("}");
        return String.join("\n", header()) + String.join("\n", type) + "\n";
    }

    private List<String> header() {
        List<String> lines = new ArrayList<>();
        if (!ownPackage.isUnnamed()) {
            lines.add("package " + ownPackage.getQualifiedName() + ";");
            lines.add("");
        }
        lines.addAll(imports.statements());
        lines.add("");
        lines.add("");
        return lines;
    }

    private String superclass() {
        return imports.name(MAPPING, "EntityTable") + "<" + entity + ", " + imports.type(description.id()) + ", "
                + table + ">";
    }

    private List<String> constructors() {
        String mapping = imports.name(MAPPING, "EntityMapping");
        return List.of(
                "",
                "    private " + table + "() {",
                "        super(" + mapping + ".of(" + mapped() + "));",
                "    }",
                "",
                "    private " + table + "(" + mapping + "<" + entity + "> mapping, String alias) {",
                "        super(mapping, alias);",
                "    }",
                "",
                "    @Override",
                "    public " + table + " as(String alias) {",
                "        return new " + table + "(mapping(), alias);",
                "    }");
    }

    private String mapped() {
        List<String> classes = new ArrayList<>(List.of(entity + ".class"));
        description.relatives().forEach(relative -> classes.add(imports.name(relative) + ".class"));
        return String.join(", ", classes);
    }

    private void fields(List<String> out, String indent, List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            if (attribute instanceof Basic basic) {
                basic(out, indent, basic);
            } else if (attribute instanceof Reference reference) {
                reference(out, indent, reference);
            } else if (attribute instanceof Elements elements) {
                elements(out, indent, elements);
            } else if (attribute instanceof Embedded embedded) {
                embedded(out, indent, embedded);
            }
        }
    }

    private void basic(List<String> out, String indent, Basic basic) {
        if (!isNameable(out, indent, basic, basic.type())) {
            return;
        }
        String type = imports.type(basic.type());
        if (basic.kind() == ColumnKind.TEXT) {
            field(out, indent, imports.name(SQL, "TextColumn"), basic, "text(%s)");
        } else if (basic.kind() == ColumnKind.NUMBER) {
            String column = imports.name(SQL, "NumberColumn") + "<" + type + ">";
            field(out, indent, column, basic, "number(%s, " + type + ".class)");
        } else {
            String raw = imports.type(types.erasure(basic.type()));
            String column = imports.name(SQL, "Column") + "<" + type + ">";
            field(out, indent, column, basic, "column(%s, " + raw + ".class)");
        }
    }

    private void reference(List<String> out, String indent, Reference reference) {
        TypeElement target = reference.target();
        if (!isNameable(out, indent, reference, types.erasure(target.asType()))) {
            return;
        }
        String targetPackage = visibility.packageOf(target).getQualifiedName().toString();
        String targetTable = imports.name(targetPackage, Naming.table(target));
        String kind = imports.name(MAPPING, reference.many() ? "ToMany" : "ToOne");
        String method = reference.many() ? "toMany" : "toOne";
        field(
                out,
                indent,
                kind + "<" + entity + ", " + imports.name(target) + ", " + targetTable + ">",
                reference,
                method + "(%s, () -> " + targetTable + "." + Naming.constant(target) + ")");
    }

    private void elements(List<String> out, String indent, Elements elements) {
        if (!isNameable(out, indent, elements, elements.element())) {
            return;
        }
        String element = imports.type(elements.element());
        String target = imports.name(MAPPING, "ElementTable") + "<" + element + ">";
        String type = imports.name(MAPPING, "ToMany") + "<" + entity + ", " + element + ", " + target + ">";
        field(out, indent, type, elements, "elements(%s)");
    }

    private void embedded(List<String> out, String indent, Embedded embedded) {
        String holder = holderName(embedded);
        field(out, indent, holder, embedded, "new " + holder + "()");
        List<String> type = new ArrayList<>();
        type.add("");
        type.add("    /** The columns of {@code " + embedded.path() + "}. */");
        type.add("    " + access + "final class " + holder + " {");
        fields(type, "        ", embedded.attributes());
        type.add("");
        type.add("        private " + holder + "() {}");
        type.add("    }");
        holders.addAll(type);
    }

    private String holderName(Embedded embedded) {
        String name = Naming.holder(embedded.path());
        while (!holderNames.add(name)) {
            name += "_";
        }
        return name;
    }

    private void field(List<String> out, String indent, String type, Attribute attribute, String value) {
        declare(out, indent, "final " + type, attribute.field(), value.formatted('"' + attribute.path() + '"'));
    }

    private void declare(List<String> out, String indent, String type, String name, String value) {
        out.add(indent + access + type + " " + name + " = " + value + ";");
    }

    private boolean isNameable(List<String> out, String indent, Attribute attribute, TypeMirror type) {
        if (visibility.isAccessible(type, ownPackage)) {
            return true;
        }
        out.add(indent + "// " + attribute.field() + ": this package cannot name its type");
        return false;
    }
}
