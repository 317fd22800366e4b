package io.athanor;

/** A relationship was used that was not loaded. Nothing is ever loaded behind one's back; the message says how to load it. */
public final class NotLoadedException extends SessionException {
    private static final long serialVersionUID = 1L;

    private final String entity;
    private final String attribute;

    /** The relationship {@code attribute} of {@code entity} was used, and {@code advice} is how to load it. */
    public NotLoadedException(String entity, String attribute, String advice) {
        super(entity + "." + attribute + " is not loaded; " + advice);
        this.entity = entity;
        this.attribute = attribute;
    }

    /** The name of the entity. */
    public String entity() {
        return entity;
    }

    /** The attribute that was not loaded. */
    public String attribute() {
        return attribute;
    }
}
