package io.quarkiverse.volo.codegen.model;

import java.util.List;
import java.util.Map;

/**
 * What one IDL file means.
 *
 * @param file as messages name it
 * @param stem the name of the file without folder and ending
 * @param javaPackage as the file says it; not made fit for Java
 * @param generated whether Java is generated for it, or it is only referred to
 * @param namespaces by language, {@code *} for all others
 * @param includes the files it includes, as messages name them
 */
public record Document(String file, String stem, String javaPackage, boolean generated, Map<String, Namespace> namespaces,
        List<String> includes, List<Typedef> typedefs, List<Struct> structs, List<Enumeration> enumerations,
        List<Constant> constants, List<Service> services) {
}
