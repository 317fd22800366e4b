package io.athanor.orm.load;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Objects in the order in which they were first seen, each once: what equals says of them is the application's business. */
final class Members extends AbstractCollection<Object> {
    private final List<Object> order = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public boolean add(Object member) {
        return seen.add(member) && order.add(member);
    }

    @Override
    public Iterator<Object> iterator() {
        return Collections.unmodifiableList(order).iterator();
    }

    @Override
    public int size() {
        return order.size();
    }
}
