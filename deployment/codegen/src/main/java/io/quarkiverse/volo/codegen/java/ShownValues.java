package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/** How generated types show their values, in {@code toString} and in messages: of what is sensitive, only that it is there. */
final class ShownValues {

    static final String HIDDEN = "***";
    private static final int LONGEST_LINE = 100;

    private ShownValues() {
    }

    /** Whether Java's own {@code toString} of a record would show too much. */
    static boolean hidesAny(List<Component> components) {
        return components.stream().anyMatch(Component::isSensitive);
    }

    /** A method that shows a record as Java does, but for what is sensitive and for unknown fields. */
    static void emitToString(CompilationUnit unit, String javaType, List<Component> components) {
        SourceWriter out = unit.body();
        if (hidesAny(components)) {
            out.javadoc("As of any record, but with {@code " + HIDDEN + "} for what is sensitive, also where that is null.");
        }
        out.line("@" + unit.lang("Override"));
        out.open("public " + unit.lang("String") + " toString() {");
        List<String> terms = terms(javaType + "[", components, "]");
        String line = "return " + String.join(" + ", terms) + ";";
        if (line.length() <= LONGEST_LINE) {
            out.line(line);
        } else {
            out.line("return " + terms.get(0));
            for (int i = 1; i < terms.size(); i++) {
                out.line("        + " + terms.get(i) + (i == terms.size() - 1 ? ";" : ""));
            }
        }
        out.close();
        out.blank();
    }

    /** An expression of type String: the components, separated by commas. */
    static String expression(List<Component> components) {
        return String.join(" + ", terms("", components, ""));
    }

    /** Texts, each but perhaps the last with the value that follows it. */
    private static List<String> terms(String before, List<Component> components, String after) {
        List<String> terms = new ArrayList<>();
        String text = before;
        String separator = "";
        for (Component component : components) {
            text += separator + label(component);
            separator = ", ";
            if (!component.isSensitive()) {
                terms.add("\"" + text + "\" + " + component.name());
                text = "";
            }
        }
        text += after;
        if (!text.isEmpty() || terms.isEmpty()) {
            terms.add("\"" + text + "\"");
        }
        return terms;
    }

    private static String label(Component component) {
        return component.name() + "=" + (component.isSensitive() ? HIDDEN : "");
    }

    /** A statement that adds a component to a StringBuilder named text. */
    static String append(Component component, String separator, String owner) {
        String label = "text.append(\"" + separator + label(component) + "\")";
        return component.isSensitive() ? label + ";" : label + ".append(" + owner + "." + component.name() + ");";
    }
}
