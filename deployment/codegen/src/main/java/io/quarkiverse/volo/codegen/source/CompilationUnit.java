package io.quarkiverse.volo.codegen.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One Java source: its imports, and which types must be written with their package because the short name is another's. */
public final class CompilationUnit {

    private static final JavaName GENERATED = new JavaName("javax.annotation.processing", "Generated");
    private static final JavaName NULL_MARKED = new JavaName("org.jspecify.annotations", "NullMarked");
    private static final JavaName NULLABLE = new JavaName("org.jspecify.annotations", "Nullable");

    private final JavaName type;
    private final Set<String> packageTypes;
    private final Set<String> unusable;
    private final Map<String, JavaName> used = new HashMap<>();
    private final TreeSet<String> imports = new TreeSet<>();
    private final TreeSet<String> suppressed = new TreeSet<>();
    private final SourceWriter body = new SourceWriter();
    private int marked;

    /**
     * @param packageTypes the types generated into the same package
     * @param unusable names of types, fields and constants inside of this source, which hide types of that name
     */
    public CompilationUnit(JavaName type, Set<String> packageTypes, Set<String> unusable) {
        this.type = type;
        this.packageTypes = packageTypes;
        this.unusable = new HashSet<>(unusable);
        // Whatever else has this name is written with its package.
        used.put(type.simpleName(), type);
    }

    public SourceWriter body() {
        return body;
    }

    public JavaName type() {
        return type;
    }

    /** How to write a type here: its simple name wherever that means this type. */
    public String use(JavaName name) {
        if (name.deprecated() && !name.equals(type)) {
            usesDeprecated();
        }
        String simple = name.simpleName();
        if (unusable.contains(simple)) {
            return name.qualified();
        }
        JavaName known = used.get(simple);
        if (known != null) {
            return known.equals(name) ? simple : name.qualified();
        }
        boolean samePackage = name.packageName().equals(type.packageName());
        if (!samePackage && packageTypes.contains(simple)) {
            return name.qualified();
        }
        used.put(simple, name);
        if (!samePackage && !name.packageName().equals("java.lang")) {
            imports.add(name.qualified());
        }
        return simple;
    }

    /** A type of {@code java.lang}. */
    public String lang(String simpleName) {
        return use(JavaName.lang(simpleName));
    }

    /** A type that may be null; the annotation stands before the last name of a qualified one (JLS 9.7.4). */
    public String nullable(String typeText) {
        String annotation = "@" + use(NULLABLE) + " ";
        int arguments = typeText.indexOf('<');
        int dot = typeText.lastIndexOf('.', arguments < 0 ? typeText.length() : arguments);
        return typeText.substring(0, dot + 1) + annotation + typeText.substring(dot + 1);
    }

    /** The annotations of every generated top-level type. */
    public void markGenerated() {
        body.line("@" + use(GENERATED) + "(\"io.quarkiverse.volo.codegen\")");
        body.line("@" + use(NULL_MARKED));
        marked = body.length();
    }

    /** The source uses something that javac would warn of. */
    public void usesDeprecated() {
        // What is deprecated itself may use what is.
        if (!type.deprecated()) {
            suppress("deprecation");
        }
    }

    /** Keeps javac from a warning that generated code cannot avoid. */
    public void suppress(String warning) {
        suppressed.add(warning);
    }

    private void suppress() {
        if (!suppressed.isEmpty()) {
            String all = suppressed.stream().map(warning -> "\"" + warning + "\"").collect(Collectors.joining(", "));
            body.insert(marked,
                    "@" + lang("SuppressWarnings") + "(" + (suppressed.size() == 1 ? all : "{ " + all + " }") + ")");
        }
    }

    public JavaFile toFile() {
        suppress();
        StringBuilder text = new StringBuilder();
        if (!type.packageName().isEmpty()) {
            text.append("package ").append(type.packageName()).append(";\n\n");
        }
        imports.stream().filter(CompilationUnit::isJdk).forEach(name -> text.append("import ").append(name).append(";\n"));
        boolean both = imports.stream().anyMatch(CompilationUnit::isJdk) && !imports.stream().allMatch(CompilationUnit::isJdk);
        text.append(both ? "\n" : "");
        imports.stream().filter(name -> !isJdk(name)).forEach(name -> text.append("import ").append(name).append(";\n"));
        text.append(imports.isEmpty() ? "" : "\n").append(body);
        return new JavaFile(type.path(), text.toString());
    }

    private static boolean isJdk(String name) {
        return name.startsWith("java.") || name.startsWith("javax.");
    }
}
