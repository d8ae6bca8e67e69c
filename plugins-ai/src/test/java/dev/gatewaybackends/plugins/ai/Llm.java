// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translations of one {@code ai} Backend, {@code llm/chat}, and what is in them. */
final class Llm {
    static final TranslationSettings SECURE = TranslationSettings.SECURE;
    static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.V2_1));
    /** The token that {@link #translate} puts into the Secret {@code key}. */
    static final String TOKEN = "fake-token";
    /** An authToken that refers to the Secret {@code key}. */
    static final String KEY = "authToken: {kind: SecretRef, secretRef: {name: key}}";

    private static final PluginRegistry PLUGINS = PluginRegistry.discover();

    private Llm() {}

    /** Translates a Backend, whose {@code spec.ai} is flow-style YAML, beside a Secret {@code key}. */
    static TranslationResult translate(TranslationSettings settings, String ai, String... documents) {
        StringBuilder text = new StringBuilder("""
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: chat, namespace: llm}
                spec: {ai: AI}
                ---
                """.replace("AI", ai)).append(secret("key", TOKEN));
        for (String document : documents) {
            text.append("---\n").append(document);
        }
        return BackendTranslator.builder()
                .plugins(PLUGINS)
                .settings(settings)
                .build()
                .translate(ResourceReader.builder().plugins(PLUGINS).build().readText(text.toString()));
    }

    static String secret(String name, String token) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: NAME, namespace: llm}
                stringData: {Authorization: "TOKEN"}
                """.replace("NAME", name).replace("TOKEN", token);
    }

    static <T> TranslationSettings with(Setting<T> setting, T value) {
        return SECURE.toBuilder().set(setting, value).build();
    }

    /** Returns one group for each provider. */
    static String groups(String... providers) {
        StringBuilder text = new StringBuilder("{priorityGroups: [");
        for (int i = 0; i < providers.length; i++) {
            text.append("{providers: [{name: p")
                    .append(i)
                    .append(", ")
                    .append(providers[i])
                    .append("}]}, ");
        }
        return text.append("]}").toString();
    }

    static HttpProtocolOptions options(Cluster cluster) {
        try {
            return cluster.getTypedExtensionProtocolOptionsOrThrow(
                            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions")
                    .unpack(HttpProtocolOptions.class);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> filters(Cluster cluster) {
        return options(cluster).getHttpFiltersList().stream()
                .map(HttpFilter::getName)
                .toList();
    }

    static HttpFilter filter(Cluster cluster, String name) {
        return options(cluster).getHttpFiltersList().stream()
                .filter(filter -> filter.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is none of " + filters(cluster)));
    }

    static List<LbEndpoint> endpoints(Cluster cluster) {
        return cluster.getLoadAssignment().getEndpointsList().stream()
                .flatMap(locality -> locality.getLbEndpointsList().stream())
                .toList();
    }

    /** Returns the names that Envoy shows for the endpoints, in order; empty for those without. */
    static List<String> observabilityNames(Cluster cluster) {
        EnvoyDescriptors descriptors = EnvoyDescriptors.create();
        return endpoints(cluster).stream()
                .map(endpoint -> descriptors.toDynamic(endpoint.getEndpoint()))
                .map(endpoint -> (String)
                        endpoint.getField(endpoint.getDescriptorForType().findFieldByName("observability_name")))
                .toList();
    }

    /** Returns the metadata of the endpoints in a namespace, in order. */
    static List<Map<String, String>> metadata(Cluster cluster, String namespace) {
        return endpoints(cluster).stream()
                .map(endpoint -> texts(
                        endpoint.getMetadata().getFilterMetadataOrDefault(namespace, Struct.getDefaultInstance())))
                .toList();
    }

    private static Map<String, String> texts(Struct struct) {
        Map<String, String> texts = new LinkedHashMap<>();
        struct.getFieldsMap().forEach((key, value) -> texts.put(key, value.getStringValue()));
        return texts;
    }

    /** Returns the bytes of a message, one character each, so that ASCII inside packed messages can be searched for. */
    static String bytes(Message message) {
        return new String(message.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    /** Returns the reasons of all findings. */
    static List<String> reasons(TranslationResult result) {
        return result.diagnostics().all().stream()
                .map(Diagnostic::reason)
                .map(Object::toString)
                .toList();
    }
}
