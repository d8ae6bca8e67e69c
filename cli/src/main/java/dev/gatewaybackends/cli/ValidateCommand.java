// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.json.ResultJson;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.ReferenceGrantMode;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ResourceVerdict;
import dev.gatewaybackends.validate.ValidationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gwb validate}. */
@Command(
        name = "validate",
        description = "Says of each resource what the Kubernetes API server would say, and what no proxy could use.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ValidateCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    enum Output {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Gwb.Streams streams;

    @Parameters(paramLabel = "FILE|DIR|-", description = "Manifests; - or nothing is standard input.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private Output output = Output.TEXT;

    @Option(
            names = "--channel",
            description = "standard or experimental: which CRDs of the Gateway API. Default: ${DEFAULT-VALUE}.")
    private Channel channel = Channel.STANDARD;

    @Option(
            names = "--kgateway-version",
            paramLabel = "VERSION",
            description = "2.0, 2.1, 2.2, 2.3, 2.4 or main: which CRDs of kgateway. Default: ${DEFAULT-VALUE}.")
    private String kgatewayVersion = KgatewayVersion.MAIN.toString();

    @Option(
            names = "--reference-grant-mode",
            paramLabel = "MODE",
            description =
                    "strict, permissive or off: whether references across namespaces need a ReferenceGrant among the "
                            + "manifests. Default: ${DEFAULT-VALUE}.")
    private ReferenceGrantMode referenceGrantMode = ReferenceGrantMode.STRICT;

    @Option(
            names = "--jsonl",
            description = "Reads one {\"id\", \"object\"} a line and prints one {\"id\", \"verdict\", \"errors\", "
                    + "\"unknownFields\", \"findings\"} for each.")
    private boolean jsonl;

    ValidateCommand(Gwb.Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        KgatewayVersion version = KgatewayVersion.parse(kgatewayVersion)
                .orElseThrow(() -> new UsageException("--kgateway-version: '" + kgatewayVersion
                        + "' is not a kgateway version (expected: 2.0, 2.1, 2.2, 2.3, 2.4, main)"));
        ValidationProfile profile = ValidationProfile.of(channel, version);
        PluginRegistry plugins = PluginRegistry.discover();
        ResourceReader reader =
                ResourceReader.builder().plugins(plugins).profile(profile).build();
        ResourceValidator validator =
                ResourceValidator.builder().plugins(plugins).profile(profile).build();
        return jsonl ? lines(reader, validator) : all(reader, validator, plugins);
    }

    private int all(ResourceReader reader, ResourceValidator validator, PluginRegistry plugins) {
        ResourceSet resources = Inputs.read(reader, inputs, streams.in());
        ValidationResult result = validator.validate(resources);
        RefusedReferences refused = RefusedReferences.of(
                result,
                plugins,
                TranslationSettings.builder()
                        .set(CoreSettings.REFERENCE_GRANT_MODE, referenceGrantMode)
                        .build());
        Diagnostics diagnostics =
                resources.diagnostics().and(result.diagnostics()).and(refused.diagnostics());
        if (output == Output.JSON) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put(
                    "resources",
                    result.verdicts().stream().map(ValidateCommand::named).toList());
            json.put("missingReferenceGrants", refused.grants());
            json.put("diagnostics", ResultJson.diagnostics(diagnostics));
            streams.out().println(JsonText.pretty(json));
        } else {
            new DiagnosticsPrinter(streams.out(), streams.colour()).print(diagnostics);
            if (!refused.yaml().isEmpty()) {
                streams.out().println("These would permit what was refused:");
                streams.out().print(refused.yaml());
                streams.out().println("---");
            }
            long withErrors = result.verdicts().stream()
                    .filter(verdict ->
                            !verdict.isUsable() || refused.of(verdict.entry().key()))
                    .count();
            streams.out().println(resources.entries().size() + " resources, " + withErrors + " with errors");
        }
        return diagnostics.hasErrors() ? Gwb.ERRORS : Gwb.OK;
    }

    private int lines(ResourceReader reader, ResourceValidator validator) {
        boolean[] errors = new boolean[1];
        Lines.forEach(inputs, streams.in(), (place, line) -> {
            JsonNode request = Lines.parse(place, line);
            if (!request.path("object").isObject()) {
                throw new UsageException(place + ": there is no \"object\"");
            }
            ResourceSet read = reader.readText(request.get("object").toString());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", MAPPER.convertValue(request.path("id"), Object.class));
            List<ResourceVerdict> verdicts = validator.validate(read).verdicts();
            if (verdicts.isEmpty()) {
                answer.put("verdict", "rejected");
                answer.put("errors", texts(read.diagnostics().errors()));
            } else {
                answer.putAll(verdict(verdicts.get(0)));
            }
            errors[0] |= !"accepted".equals(answer.get("verdict"));
            streams.out().println(JsonText.line(answer));
        });
        return errors[0] ? Gwb.ERRORS : Gwb.OK;
    }

    private static Map<String, Object> named(ResourceVerdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("resource", verdict.entry().key().toString());
        json.putAll(verdict(verdict));
        return json;
    }

    private static Map<String, Object> verdict(ResourceVerdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", verdict.isAccepted() ? "accepted" : "rejected");
        json.put("errors", texts(verdict.errors()));
        json.put(
                "unknownFields",
                verdict.entry().problems().stream()
                        .filter(problem -> problem.reason().equals(Reason.UNKNOWN_FIELD))
                        .map(problem -> problem.path().toString())
                        .toList());
        json.put("findings", texts(verdict.findings()));
        return json;
    }

    private static List<String> texts(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(found ->
                        found.path().toString().isEmpty() ? found.message() : found.path() + ": " + found.message())
                .toList();
    }
}
