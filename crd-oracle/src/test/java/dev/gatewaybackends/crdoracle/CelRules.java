// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Evaluates the {@code x-kubernetes-validations} of a schema on a new object. */
final class CelRules {
    private static final String RULES = "x-kubernetes-validations";
    private static final String OLD = "oldSelf";
    /** Names of fields that are words of the language. */
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private static final Cel CEL = CelFactory.legacyCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("self", SimpleType.DYN)
            .addCompilerLibraries(
                    CelExtensions.optional(),
                    CelExtensions.strings(),
                    CelExtensions.lists(),
                    CelExtensions.sets(CelOptions.DEFAULT))
            .addRuntimeLibraries(
                    CelExtensions.optional(),
                    CelExtensions.strings(),
                    CelExtensions.lists(),
                    CelExtensions.sets(CelOptions.DEFAULT))
            .addFunctionDeclarations(KubernetesFunctions.DECLARATIONS)
            .addFunctionBindings(KubernetesFunctions.BINDINGS)
            .build();
    /** Stands for a number with a fraction, if only {@code .0}: a rule that reads it as an integer fails. */
    private static final Object UNREADABLE = new Object();

    private static final Map<String, CelRuntime.Program> PROGRAMS = new ConcurrentHashMap<>();

    private CelRules() {}

    /** Returns the messages of the rules that do not hold, those that cannot be evaluated included. */
    static List<String> violations(JsonNode schema, JsonNode value) {
        List<String> messages = new ArrayList<>();
        evaluate(schema, value, messages);
        return messages;
    }

    /** Returns the messages of all rules of the schema. */
    static Set<String> messages(JsonNode schema) {
        Set<String> messages = new LinkedHashSet<>();
        for (JsonNode rules : schema.findValues(RULES)) {
            rules.forEach(rule -> messages.add(message(rule)));
        }
        schema.forEach(child -> messages.addAll(messages(child)));
        return messages;
    }

    private static String message(JsonNode rule) {
        return rule.path("message").asText("failed rule: " + rule.path("rule").asText());
    }

    /** Returns whether the rules of this one node hold. */
    static boolean hold(JsonNode schema, JsonNode value) {
        List<String> messages = new ArrayList<>();
        if (schema.has(RULES)) {
            check(schema, evaluate(schema, value, new ArrayList<>()), messages);
        }
        return messages.isEmpty();
    }

    /** Returns the value as CEL sees it. */
    private static Object evaluate(JsonNode schema, JsonNode value, List<String> messages) {
        Object self;
        if (value.isObject()) {
            Map<String, Object> fields = new Fields();
            boolean hasFields = schema.has("properties");
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode known = SchemaNodes.property(schema, field.getKey());
                if (known != null) {
                    fields.put(
                            hasFields ? escaped(field.getKey()) : field.getKey(),
                            evaluate(known, field.getValue(), messages));
                }
            }
            self = fields;
        } else if (value.isArray()) {
            List<Object> items = new ArrayList<>();
            for (JsonNode item : value) {
                items.add(evaluate(schema.path("items"), item, messages));
            }
            self = items;
        } else if (value.isTextual()) {
            self = value.textValue();
        } else if (value.isBoolean()) {
            self = value.booleanValue();
        } else {
            self = SchemaRules.isFloat(value) ? UNREADABLE : (Object) value.longValue();
        }
        check(schema, self, messages);
        return self;
    }

    private static void check(JsonNode schema, Object self, List<String> messages) {
        for (JsonNode rule : schema.path(RULES)) {
            String text = rule.path("rule").asText();
            if (!text.contains(OLD) && !holds(text, self)) {
                messages.add(message(rule));
            }
        }
    }

    private static boolean holds(String rule, Object self) {
        try {
            return PROGRAMS.computeIfAbsent(rule, CelRules::compile)
                    .eval(Map.of("self", self))
                    .equals(true);
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    private static CelRuntime.Program compile(String rule) {
        try {
            return CEL.createProgram(CEL.compile(rule).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("the rule does not compile: " + rule, e);
        }
    }

    private static String escaped(String field) {
        if (!RESERVED.contains(field)) {
            if (!field.matches("[A-Za-z_][A-Za-z0-9_]*") || field.contains("__")) {
                throw new IllegalStateException("the name of the field " + field + " would have to be escaped");
            }
            return field;
        }
        return "__" + field + "__";
    }

    /** An object whose unreadable fields cannot be looked at. */
    private static final class Fields extends LinkedHashMap<String, Object> {
        @Override
        public Object get(Object name) {
            return readable(super.get(name));
        }

        @Override
        public boolean containsKey(Object name) {
            return readable(super.get(name)) != null;
        }

        private static Object readable(Object value) {
            if (value == UNREADABLE) {
                throw new IllegalArgumentException("no integer");
            }
            return value;
        }
    }
}
