package io.athanor.orm.mapping;

import io.athanor.MappingException;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.MappedSuperclass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is called at the moments of an entity's life: listeners first, then its own methods, superclasses' before its own. */
final class Callbacks {
    private static final MethodType ON_ENTITY = MethodType.methodType(void.class, Object.class);
    private static final MethodType ON_LISTENER = MethodType.methodType(void.class, Object.class, Object.class);

    /** Nobody is called. */
    static final Callbacks NONE = new Callbacks();

    private final Map<Lifecycle, List<Consumer<Object>>> calls = new EnumMap<>(Lifecycle.class);

    private Callbacks() {}

    static Callbacks of(Class<?> entity) {
        Callbacks callbacks = new Callbacks();
        List<Class<?>> hierarchy = hierarchy(entity);
        int first = 0;
        for (int i = 0; i < hierarchy.size(); i++) {
            first = hierarchy.get(i).isAnnotationPresent(ExcludeSuperclassListeners.class) ? i : first;
        }
        hierarchy.subList(first, hierarchy.size()).forEach(callbacks::addListeners);
        hierarchy.forEach(type -> callbacks.addOwn(type, entity));
        return callbacks;
    }

    /** These, in order. */
    static Callbacks of(Map<Lifecycle, List<Consumer<Object>>> said) {
        Callbacks callbacks = new Callbacks();
        said.forEach((moment, all) -> all.forEach(call -> callbacks.add(moment, call)));
        return callbacks;
    }

    /** The class and those above it that have a say, the highest first. */
    private static List<Class<?>> hierarchy(Class<?> entity) {
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Class<?> each = entity; each != null; each = each.getSuperclass()) {
            if (each.isAnnotationPresent(MappedSuperclass.class) || each.isAnnotationPresent(Entity.class)) {
                classes.addFirst(each);
            }
        }
        return List.copyOf(classes);
    }

    private void addListeners(Class<?> type) {
        EntityListeners listeners = type.getAnnotation(EntityListeners.class);
        if (listeners != null) {
            for (Class<?> listener : listeners.value()) {
                Object instance = Construction.of(listener).make();
                for (Method method : Accessors.inOrder(listener)) {
                    moments(method).forEach(moment -> add(moment, ofListener(method, instance)));
                }
            }
        }
    }

    private void addOwn(Class<?> type, Class<?> entity) {
        for (Method method : Accessors.inOrder(type)) {
            if (!isOverridden(method, entity)) {
                moments(method).forEach(moment -> add(moment, ofEntity(method)));
            }
        }
    }

    private static List<Lifecycle> moments(Method method) {
        return Arrays.stream(Lifecycle.values())
                .filter(moment -> method.isAnnotationPresent(moment.annotation()))
                .toList();
    }

    /** Whether a class below declares it too: then that one is called, if it is annotated. */
    private static boolean isOverridden(Method method, Class<?> entity) {
        boolean isPrivate = Modifier.isPrivate(method.getModifiers());
        for (Class<?> type = entity; !isPrivate && type != method.getDeclaringClass(); type = type.getSuperclass()) {
            if (Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(other -> other.getName().equals(method.getName()) && other.getParameterCount() == 0)) {
                return true;
            }
        }
        return false;
    }

    private void add(Lifecycle moment, Consumer<Object> call) {
        calls.computeIfAbsent(moment, none -> new ArrayList<>()).add(call);
    }

    private static Consumer<Object> ofListener(Method method, Object listener) {
        require(method, 1, "void " + method.getName() + "(Object entity)");
        MethodHandle handle = handle(method).asType(ON_LISTENER);
        Class<?> wanted = method.getParameterTypes()[0];
        return entity -> {
            if (wanted.isInstance(entity)) {
                try {
                    handle.invokeExact(listener, entity);
                } catch (Throwable failure) {
                    throw Thrown.unchecked(failure);
                }
            }
        };
    }

    private static Consumer<Object> ofEntity(Method method) {
        require(method, 0, "void " + method.getName() + "()");
        MethodHandle handle = handle(method).asType(ON_ENTITY);
        return entity -> {
            try {
                handle.invokeExact(entity);
            } catch (Throwable failure) {
                throw Thrown.unchecked(failure);
            }
        };
    }

    private static void require(Method method, int parameters, String wanted) {
        if (method.getParameterCount() != parameters
                || method.getReturnType() != void.class
                || Modifier.isStatic(method.getModifiers())) {
            throw new MappingException(method.getDeclaringClass().getName() + "." + method.getName()
                    + "(): is called at a moment of an entity's life; declare it as " + wanted);
        }
    }

    private static MethodHandle handle(Method method) {
        try {
            return Openness.lookupIn(method.getDeclaringClass()).unreflect(method);
        } catch (IllegalAccessException refused) {
            throw new MappingException("the method " + method + " cannot be called", refused);
        }
    }

    boolean has(Lifecycle moment) {
        return calls.containsKey(moment);
    }

    void call(Lifecycle moment, Object entity) {
        calls.getOrDefault(moment, List.of()).forEach(call -> call.accept(entity));
    }
}
