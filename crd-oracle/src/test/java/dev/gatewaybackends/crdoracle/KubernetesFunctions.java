// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.google.re2j.Pattern;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Optional;

/** The functions that the API server adds to CEL, as far as the rules call them. */
final class KubernetesFunctions {
    static final List<CelFunctionDecl> DECLARATIONS = List.of(
            CelFunctionDecl.newFunctionDeclaration(
                    "isIP", CelOverloadDecl.newGlobalOverload("is_ip_string", SimpleType.BOOL, SimpleType.STRING)),
            CelFunctionDecl.newFunctionDeclaration(
                    "format.dns1123Label",
                    CelOverloadDecl.newGlobalOverload("format_dns1123label", SimpleType.STRING, List.of())),
            CelFunctionDecl.newFunctionDeclaration(
                    "validate",
                    CelOverloadDecl.newMemberOverload(
                            "format_validate_string",
                            OptionalType.create(ListType.create(SimpleType.STRING)),
                            SimpleType.STRING,
                            SimpleType.STRING)));

    static final List<CelFunctionBinding> BINDINGS = List.of(
            CelFunctionBinding.from("is_ip_string", String.class, IpText::isIp),
            CelFunctionBinding.from("format_dns1123label", List.of(), arguments -> "dns1123Label"),
            CelFunctionBinding.from(
                    "format_validate_string", String.class, String.class, (format, text) -> faults(text)));

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private KubernetesFunctions() {}

    /** Nothing wrong is an empty optional, which does not equal null. */
    private static Optional<List<String>> faults(String text) {
        return DNS_LABEL.matches(text) ? Optional.empty() : Optional.of(List.of("a DNS label"));
    }
}
