package io.athanor.orm.processor;

import io.athanor.orm.processor.Attribute.Basic;
import io.athanor.orm.processor.Attribute.ColumnKind;
import io.athanor.orm.processor.Attribute.Elements;
import io.athanor.orm.processor.Attribute.Embedded;
import io.athanor.orm.processor.Attribute.Reference;
import io.athanor.orm.processor.Members.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of entities, each as what it becomes in a table. What is wrong with them is not its business. */
final class EntityReader {
    private static final List<String> WITHOUT_FOREIGN_KEY_OF_ITS_OWN =
            List.of("JoinTable", "MapsId", "PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns");

    private final Members members;
    private final IdTypes ids;
    private final Boxing boxing;

    EntityReader(Members members, IdTypes ids, Boxing boxing) {
        this.members = members;
        this.ids = ids;
        this.boxing = boxing;
    }

    /** The entity with its attributes; {@code fallback} stands for its id's type if it has none. */
    EntityDescription read(TypeElement entity, List<TypeElement> relatives, TypeMirror fallback) {
        TypeMirror id = ids.of(entity);
        List<Attribute> attributes = attributes((DeclaredType) entity.asType(), "", members.access(entity), List.of());
        return new EntityDescription(entity, id == null ? fallback : id, relatives, attributes);
    }

    private List<Attribute> attributes(DeclaredType type, String prefix, Access access, List<DeclaredType> within) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        List<Attribute> foreignKeys = new ArrayList<>();
        for (Member member : members.of(type, access)) {
            Attribute attribute = attribute(member, prefix + member.name(), access, within);
            if (attribute != null) {
                attributes.put(attribute.field(), attribute);
            }
            if (ownsForeignKey(member) && attribute instanceof Reference reference) {
                foreignKeys.addAll(keys(reference.field(), reference.path(), reference.target()));
            }
        }
        // An attribute of the same name is the same column, mapped twice by the entity.
        foreignKeys.forEach(key -> attributes.putIfAbsent(key.field(), key));
        return List.copyOf(attributes.values());
    }

    private @Nullable Attribute attribute(Member member, String path, Access access, List<DeclaredType> within) {
        String field = Naming.field(member.name());
        if (member.isToOne() || member.isToMany()) {
            TypeElement target = Targets.of(member);
            return target == null || !Annotations.has(target, "Entity")
                    ? null
                    : new Reference(field, path, member.isToMany(), target);
        }
        if (member.has("ElementCollection")) {
            TypeMirror element = Targets.element(member.type());
            return element == null || Annotations.isA(element, "Entity")
                    ? null
                    : new Elements(field, path, boxing.boxed(element));
        }
        if (isEmbedded(member)) {
            return embedded(field, path, (DeclaredType) member.type(), access, within);
        }
        return basic(field, path, member);
    }

    private @Nullable Embedded embedded(
            String field, String path, DeclaredType type, Access access, List<DeclaredType> within) {
        if (within.stream().anyMatch(outer -> outer.asElement().equals(type.asElement()))) {
            return null; // an object in itself has no end
        }
        List<DeclaredType> inner = new ArrayList<>(within);
        inner.add(type);
        return new Embedded(field, path, attributes(type, path + ".", access, inner));
    }

    /** Whether its attributes are columns of the entity's own table. */
    static boolean isEmbedded(Member member) {
        return member.type() instanceof DeclaredType
                && (member.has("Embedded")
                        || member.has("EmbeddedId")
                        || (Annotations.isA(member.type(), "Embeddable") && !member.has("Convert")));
    }

    private Basic basic(String field, String path, Member member) {
        TypeMirror type = boxing.boxed(member.type());
        return new Basic(field, path, type, member.has("Convert") ? ColumnKind.OTHER : boxing.kind(type));
    }

    private static boolean ownsForeignKey(Member member) {
        return member.isToOne()
                && Targets.mappedBy(member).isEmpty()
                && !Annotations.hasAny(member.element(), WITHOUT_FOREIGN_KEY_OF_ITS_OWN);
    }

    /** The columns that refer to the key of {@code target}: {@code authorId} at {@code author.id}. */
    private List<Attribute> keys(String field, String path, TypeElement target) {
        return keys(field, path, ids.members(target), members.access(target), List.of(target));
    }

    private List<Attribute> keys(
            String field, String path, List<Member> parts, Access access, List<TypeElement> within) {
        List<Attribute> keys = new ArrayList<>();
        for (Member part : parts) {
            keys.addAll(keys(Naming.field(field + "." + part.name()), path + "." + part.name(), part, access, within));
        }
        return keys;
    }

    private List<Attribute> keys(String field, String path, Member part, Access access, List<TypeElement> within) {
        if (part.isToOne()) {
            TypeElement target = Targets.of(part);
            if (target == null || within.contains(target)) {
                return List.of();
            }
            List<TypeElement> inner = new ArrayList<>(within);
            inner.add(target);
            return keys(field, path, ids.members(target), members.access(target), inner);
        }
        return isEmbedded(part)
                ? keys(field, path, members.of((DeclaredType) part.type(), access), access, within)
                : List.of(basic(field, path, part));
    }
}
