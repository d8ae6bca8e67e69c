// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The CEL rules of a CRD, evaluated by Google's CEL. */
final class CelRules {
    private static final CelOptions OPTIONS = CelOptions.current().build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(
                    CelExtensions.strings(),
                    CelExtensions.lists(),
                    CelExtensions.sets(OPTIONS),
                    CelExtensions.optional())
            .addVar("self", SimpleType.DYN)
            .addFunctionDeclarations(predicate("isIP", "is_ip_string"))
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(
                    CelExtensions.strings(),
                    CelExtensions.lists(),
                    CelExtensions.sets(OPTIONS),
                    CelExtensions.optional())
            .addFunctionBindings(CelFunctionBinding.from("is_ip_string", String.class, CelRules::isIp))
            .build();
    /** Words that no CEL expression can use as names, so that rules write them between underscores. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    /** What only Kubernetes' own CEL knows. It returns an optional, which never equals null, so that it never holds. */
    private static final Pattern VALIDATED_LABEL =
            Pattern.compile("format\\.dns1123Label\\(\\)\\.validate\\(self\\)\\s*==\\s*null");

    private final Map<String, CelRuntime.Program> programs = new HashMap<>();

    /** Adds the messages of the rules that do not hold anywhere in a value. */
    void check(JsonNode node, JsonNode schema, List<String> messages) {
        for (JsonNode rule : schema.path("x-kubernetes-validations")) {
            String expression = rule.path("rule").asText();
            // Rules on changes say nothing about an object that is new.
            if (!expression.contains("oldSelf") && !holds(expression, value(node, schema))) {
                messages.add(rule.path("message").asText());
            }
        }
        if (node.isObject()) {
            node.properties().forEach(field -> {
                JsonNode properties = schema.path("properties");
                check(
                        field.getValue(),
                        properties.has(field.getKey())
                                ? properties.get(field.getKey())
                                : schema.path("additionalProperties"),
                        messages);
            });
        } else if (node.isArray()) {
            node.forEach(item -> check(item, schema.path("items"), messages));
        }
    }

    private boolean holds(String expression, @Nullable Object self) {
        try {
            Map<String, Object> variables = new HashMap<>();
            variables.put("self", self);
            return Boolean.TRUE.equals(program(expression).eval(variables));
        } catch (CelEvaluationException e) {
            // Such as a field that is not there: the API server refuses the object, too.
            return false;
        }
    }

    private CelRuntime.Program program(String expression) {
        return programs.computeIfAbsent(expression, text -> {
            try {
                String known = VALIDATED_LABEL.matcher(text).replaceAll("false");
                return RUNTIME.createProgram(COMPILER.compile(known).getAst());
            } catch (CelValidationException | CelEvaluationException e) {
                throw new IllegalStateException(text, e);
            }
        });
    }

    private static CelFunctionDecl predicate(String name, String id) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(id, SimpleType.BOOL, SimpleType.STRING));
    }

    private static boolean isIp(String text) {
        return IPV4.matcher(text).matches() || (text.contains(":") && !text.contains("%"));
    }

    private static @Nullable Object value(JsonNode node, JsonNode schema) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            JsonNode properties = schema.path("properties");
            node.properties().forEach(field -> {
                boolean declared = properties.has(field.getKey());
                map.put(
                        declared && RESERVED.contains(field.getKey()) ? "__" + field.getKey() + "__" : field.getKey(),
                        value(
                                field.getValue(),
                                declared ? properties.get(field.getKey()) : schema.path("additionalProperties")));
            });
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(item -> list.add(value(item, schema.path("items"))));
            return list;
        }
        if (node.isNumber()) {
            return schema.path("type").asText().equals("number") ? (Object) node.doubleValue() : node.longValue();
        }
        return node.isBoolean() ? node.booleanValue() : node.isNull() ? null : node.asText();
    }
}
