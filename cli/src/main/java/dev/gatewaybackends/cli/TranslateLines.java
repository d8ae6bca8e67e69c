// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.json.ResultJson;
import dev.gatewaybackends.plugins.aws.AwsSettings;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code gwb translate --jsonl}: many independent sets of manifests, one a line, in a stream. */
final class TranslateLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Setting<?>> SHORT_NAMES = Map.of(
            "dnsLookupFamily", CoreSettings.DNS_LOOKUP_FAMILY,
            "enableEc2", AwsSettings.EC2_ENABLED,
            "referenceGrantMode", CoreSettings.REFERENCE_GRANT_MODE);

    private static final String EC2_INSTANCES = "ec2Instances";

    private final Gwb.Streams streams;
    private final PluginRegistry plugins;
    private final GivenEc2Instances ec2;
    private final ResourceReader reader;
    private final ResultJson output;
    private final Map<TranslationSettings, BackendTranslator> translators = new HashMap<>();

    TranslateLines(
            Gwb.Streams streams,
            PluginRegistry plugins,
            GivenEc2Instances ec2,
            String defaultNamespace,
            boolean showSecrets) {
        this.streams = streams;
        this.plugins = plugins;
        this.ec2 = ec2;
        this.reader = ResourceReader.builder()
                .plugins(plugins)
                .defaultNamespace(defaultNamespace)
                .build();
        this.output = new ResultJson(showSecrets);
    }

    int run(TranslationSettings base, List<String> inputs) {
        boolean[] errors = new boolean[1];
        Lines.forEach(inputs, streams.in(), (place, line) -> {
            JsonNode request = Lines.parse(place, line);
            JsonNode changes = request.path("settings");
            ec2.list(place, changes.path(EC2_INSTANCES));
            TranslationSettings settings = settings(place, base, changes);
            TranslationResult result = translators
                    .computeIfAbsent(settings, this::translator)
                    .translate(reader.readText(request.path("manifests").asText("")));
            errors[0] |= result.diagnostics().hasErrors();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", MAPPER.convertValue(request.path("id"), Object.class));
            answer.putAll(output.of(result));
            streams.out().println(JsonText.line(answer));
        });
        return errors[0] ? Gwb.ERRORS : Gwb.OK;
    }

    private BackendTranslator translator(TranslationSettings settings) {
        return BackendTranslator.builder().plugins(plugins).settings(settings).build();
    }

    private TranslationSettings settings(String place, TranslationSettings base, JsonNode changes) {
        if (changes.isMissingNode() || changes.isNull()) {
            return base;
        }
        TranslationSettings.Builder builder = base.toBuilder();
        changes.properties().forEach(change -> {
            if (change.getKey().equals(EC2_INSTANCES)) {
                return;
            }
            Setting<?> setting = SHORT_NAMES.getOrDefault(change.getKey(), plugins.setting(change.getKey()));
            if (setting == null) {
                throw new UsageException(place + ": there is no setting " + change.getKey());
            }
            try {
                builder.parse(setting, change.getValue().asText());
            } catch (IllegalArgumentException e) {
                throw new UsageException(place + ": " + e.getMessage());
            }
        });
        return builder.build();
    }
}
