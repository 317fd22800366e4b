package io.athanor.orm.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Compile errors, each at the element that has to change, and once though several entities inherit it. Confined to one round. */
final class Problems {
    private final Messager messager;
    private final Set<Problem> reported = new HashSet<>();

    Problems(Messager messager) {
        this.messager = messager;
    }

    void error(Element where, String what) {
        if (reported.add(new Problem(where, what))) {
            messager.printMessage(Diagnostic.Kind.ERROR, what, where);
        }
    }

    private record Problem(Element where, String what) {}
}
