package io.quarkiverse.volo.codegen;

import java.nio.file.Path;
import java.util.List;

import io.quarkiverse.volo.codegen.input.Origins;
import io.quarkiverse.volo.codegen.input.Selection;

/**
 * What to compile and where to.
 *
 * @param inputDirectory where IDL files are; messages name files relative to it
 * @param files the files to generate code for; empty for all {@code .thrift} files below the input directory
 * @param includeDirectories searched for included files after the including file's directory and the input directory
 * @param outputDirectory where Java goes, by package; owned by the compiler as far as its manifest lists files
 * @param apacheRules whether what Apache's compiler 0.17 refuses is an error; if not, all that one of the usual compilers takes
 *        compiles
 * @param origins where files come from that are in neither of the directories
 * @param selection what of the files is generated; its roots are compiled besides the files
 * @param keepUnknownFields the files whose structs, unions and exceptions keep what was read and the IDL does not
 *        name: globs of names as messages have them, {@code **} for all files
 * @param explicitPresence whether fields that are not required are null where they are absent, unless their file says
 *        otherwise
 */
public record CompilerOptions(Path inputDirectory, List<Path> files, List<Path> includeDirectories, Path outputDirectory,
        boolean apacheRules, Origins origins, Selection selection, List<String> keepUnknownFields,
        boolean explicitPresence) {

    public CompilerOptions {
        keepUnknownFields = List.copyOf(keepUnknownFields);
        files = List.copyOf(files);
        includeDirectories = List.copyOf(includeDirectories);
    }

    /** Everything in files that are in directories. */
    public CompilerOptions(Path inputDirectory, List<Path> files, List<Path> includeDirectories, Path outputDirectory,
            boolean apacheRules) {
        this(inputDirectory, files, includeDirectories, outputDirectory, apacheRules, Origins.none(), Selection.EVERYTHING,
                List.of(), false);
    }

    /** All {@code .thrift} files below a directory. */
    public static CompilerOptions of(Path inputDirectory, Path outputDirectory) {
        return new CompilerOptions(inputDirectory, List.of(), List.of(), outputDirectory, false);
    }

    /** The same options with these directories searched for included files. */
    public CompilerOptions withIncludeDirectories(List<Path> directories) {
        return new CompilerOptions(inputDirectory, files, directories, outputDirectory, apacheRules, origins, selection,
                keepUnknownFields, explicitPresence);
    }

    /** The same options, with what Apache's compiler 0.17 refuses an error or not. */
    public CompilerOptions withApacheRules(boolean apply) {
        return new CompilerOptions(inputDirectory, files, includeDirectories, outputDirectory, apply, origins, selection,
                keepUnknownFields, explicitPresence);
    }

    /** The same options, with files from elsewhere and parts of files. */
    public CompilerOptions with(Origins others, Selection parts) {
        return new CompilerOptions(inputDirectory, files, includeDirectories, outputDirectory, apacheRules, others, parts,
                keepUnknownFields, explicitPresence);
    }

    /** The same options, with the structs of these files keeping what they do not know. */
    public CompilerOptions withKeepUnknownFields(List<String> globs) {
        return new CompilerOptions(inputDirectory, files, includeDirectories, outputDirectory, apacheRules, origins, selection,
                globs, explicitPresence);
    }

    /** The same options, with {@code (volo.presence = "explicit")} the default of all files or not. */
    public CompilerOptions withExplicitPresence(boolean explicit) {
        return new CompilerOptions(inputDirectory, files, includeDirectories, outputDirectory, apacheRules, origins, selection,
                keepUnknownFields, explicit);
    }
}
