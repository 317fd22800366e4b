package io.athanor.orm.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Compile errors, each at the element that has to change. */
final class Problems {
    private final Messager messager;

    Problems(Messager messager) {
        this.messager = messager;
    }

    void error(Element where, String what) {
        messager.printMessage(Diagnostic.Kind.ERROR, what, where);
    }
}
