package io.athanor.orm.mapping;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The mappings of classes read by themselves. Reading is a function of the class alone, so what was read may be kept. */
final class MappingMemo {
    private static final ClassValue<AtomicReference<EntityMapping<?>>> KNOWN = new ClassValue<>() {
        @Override
        protected AtomicReference<EntityMapping<?>> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private MappingMemo() {}

    @SuppressWarnings("unchecked") // kept by its class
    static <E> EntityMapping<E> of(Class<E> type) {
        EntityMapping<?> known = KNOWN.get(type).get();
        if (known == null) {
            EntityModel.reachedFrom(List.of(type)).mappings().forEach(mapping -> KNOWN.get(mapping.type())
                    .compareAndSet(null, mapping));
            known = KNOWN.get(type).get();
        }
        return (EntityMapping<E>) Objects.requireNonNull(known);
    }
}
