package io.quarkiverse.volo.codegen.resolve;

import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.syntax.ApacheRules;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.FieldSyntax;
import io.quarkiverse.volo.codegen.syntax.Identifier;

/** Apache's compiler takes no word as a name that is one of the many languages it writes, whichever it writes this time. */
final class ApacheNames {

    private static final Set<String> WORDS = Set.of("BEGIN", "END", "__CLASS__", "__DIR__", "__FILE__", "__FUNCTION__",
            "__LINE__", "__METHOD__", "__NAMESPACE__", "abstract", "alias", "and", "args", "as", "assert", "begin", "break",
            "case", "catch", "class", "clone", "continue", "declare", "def", "default", "del", "delete", "do", "dynamic",
            "elif",
            "else", "elseif", "elsif", "end", "enddeclare", "endfor", "endforeach", "endif", "endswitch", "endwhile", "ensure",
            "except", "exec", "finally", "float", "for", "foreach", "from", "function", "global", "goto", "if", "implements",
            "import", "in", "inline", "instanceof", "interface", "is", "lambda", "module", "native", "new", "next", "nil",
            "not",
            "or", "package", "pass", "public", "print", "private", "protected", "raise", "redo", "rescue", "retry", "register",
            "return", "self", "sizeof", "static", "super", "switch", "synchronized", "then", "this", "throw", "transient",
            "try",
            "undef", "unless", "unsigned", "until", "use", "var", "virtual", "volatile", "when", "while", "with", "xor",
            "yield");

    private final ApacheRules rules;

    ApacheNames(ApacheRules rules) {
        this.rules = rules;
    }

    void check(SourceFile file) {
        for (DefinitionSyntax definition : file.syntax().definitions()) {
            check(definition.name(), "");
            String context = definition.shown();
            if (definition instanceof DefinitionSyntax.Struct struct) {
                fields(struct.fields(), context);
            } else if (definition instanceof DefinitionSyntax.Enumeration enumeration) {
                enumeration.members().forEach(member -> check(member.name(), context));
            } else if (definition instanceof DefinitionSyntax.Service service) {
                service.methods().forEach(method -> {
                    check(method.name(), context);
                    fields(method.arguments(), context);
                    fields(method.exceptions(), context);
                });
            }
        }
    }

    private void fields(List<FieldSyntax> fields, String context) {
        fields.forEach(field -> check(field.name(), context));
    }

    private void check(Identifier name, String context) {
        if (WORDS.contains(name.text())) {
            rules.refuse(name.location(), "the word '" + name.text() + "' as a name", context);
        }
    }
}
