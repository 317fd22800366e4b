package io.athanor.orm.flush;

import java.util.List;

/** A row that others refer to: its key is known now, or will be when it was inserted. */
interface Keyed {
    /** The values of the key's columns. An error as long as they are not known. */
    List<Object> key();

    /** A row that is there already. */
    record Stored(List<Object> key) implements Keyed {}
}
