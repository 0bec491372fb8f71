package io.quarkiverse.volo.codegen.syntax;

import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;

/** What we take and Apache's compiler 0.17 refuses: an error for those who asked for its rules, and nothing for others. */
public final class ApacheRules {

    /** Words that Apache's scanner never takes for names. */
    private static final Set<String> KEYWORDS = Set.of("namespace", "cpp_namespace", "cpp_include", "cpp_type", "java_package",
            "cocoa_prefix", "csharp_namespace", "delphi_namespace", "php_namespace", "py_module", "perl_package",
            "ruby_namespace", "smalltalk_category", "smalltalk_prefix", "xsd_all", "xsd_optional", "xsd_nillable",
            "xsd_namespace", "xsd_attrs", "include", "void", "bool", "byte", "i8", "i16", "i32", "i64", "double", "string",
            "binary", "slist", "senum", "map", "list", "set", "oneway", "async", "typedef", "struct", "union", "exception",
            "extends", "throws", "service", "enum", "const", "required", "optional", "true", "false");

    private final Dialect dialect;
    private final Diagnostics diagnostics;

    public ApacheRules(Dialect dialect, Diagnostics diagnostics) {
        this.dialect = dialect;
        this.diagnostics = diagnostics;
    }

    /** Whether they are asked for. */
    public boolean apply() {
        return dialect == Dialect.APACHE;
    }

    /** Tells that Apache's compiler does not take something, outside of definitions. */
    public void refuse(Location location, String what) {
        refuse(location, what, "");
    }

    /** Tells that Apache's compiler does not take something. */
    public void refuse(Location location, String what, String context) {
        if (apply()) {
            diagnostics.error(location, what + ": refused by Apache Thrift 0.17, whose rules strict=apache asks for", context);
        }
    }

    void checkName(Identifier name) {
        if (KEYWORDS.contains(name.text())) {
            refuse(name.location(), "the word '" + name.text() + "' as a name");
        }
    }
}
