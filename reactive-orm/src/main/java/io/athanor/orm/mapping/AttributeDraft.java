package io.athanor.orm.mapping;

/** What an attribute says by itself, before other classes are looked at. */
sealed interface AttributeDraft permits BasicDraft, RelationshipDraft, ElementDraft {
    /** Whether it is the key or part of it. */
    boolean isKey();
}
