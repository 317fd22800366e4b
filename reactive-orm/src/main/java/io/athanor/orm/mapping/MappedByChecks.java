package io.athanor.orm.mapping;

import io.athanor.orm.mapping.RelationshipDraft.Shape;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;

/** What can be wrong between two sides of a relationship. */
final class MappedByChecks {
    private MappedByChecks() {}

    static void check(EntityDraft owner, RelationshipDraft side, RelationshipDraft other) {
        Attribute attribute = side.attribute();
        if (!other.target().isAssignableFrom(owner.type())) {
            throw attribute.error("is mapped by " + other.attribute() + ", which leads to "
                    + other.target().getName() + " and not back to "
                    + owner.type().getName() + "; name the attribute that does");
        }
        if (other.mappedBy() != null) {
            throw attribute.error("is mapped by " + other.attribute() + ", which is itself mappedBy \""
                    + other.mappedBy() + "\"; remove mappedBy at the side that has the foreign key");
        }
        if (other.shape() != wanted(side.shape())) {
            throw attribute.error("is " + side.shape() + " and mapped by " + other.attribute() + ", which is "
                    + other.shape() + "; it would have to be " + wanted(side.shape()));
        }
        if (!side.join().columns().isEmpty()) {
            throw attribute.error(JoinColumn.class, "is on the side that is mappedBy; move it to " + other.attribute());
        }
        if (side.join().table() != null) {
            throw attribute.error(JoinTable.class, "is on the side that is mappedBy; move it to " + other.attribute());
        }
    }

    private static Shape wanted(Shape shape) {
        return switch (shape) {
            case ONE_TO_ONE -> Shape.ONE_TO_ONE;
            case MANY_TO_MANY -> Shape.MANY_TO_MANY;
            case ONE_TO_MANY, MANY_TO_ONE -> Shape.MANY_TO_ONE;
        };
    }
}
