package io.athanor.orm.mapping;

import java.util.List;

/** What users call the id of an entity, as the values of its key's columns. */
interface IdForm {
    /** The values, one for each column of the key; an error if {@code id} is none. */
    List<Object> values(Object id);
}
