// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.gson.Gson;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of other libraries become ours, and ours theirs, through plain maps. */
class InteropTest {
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String FABRIC8 = "io.fabric8.kubernetes.api.model.gatewayapi.";
    private static final ResourceReader READER =
            ResourceReader.builder().defaultNamespace("").build();
    private static final ResourceCodec CODEC = ResourceCodec.create();

    /** The manifest, which writes every default out, in another version of its kind. */
    private static Map<String, Object> manifest(String file, String version) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(InteropTest.class.getResourceAsStream("/interop/" + file + ".yaml"), file)) {
            Map<String, Object> manifest = YAML.readValue(stream, MAP);
            manifest.put("apiVersion", "gateway.networking.k8s.io/" + version);
            return manifest;
        }
    }

    private static KubernetesResource read(Map<String, ?> map) {
        ResourceSet resources = READER.readMap(map);
        assertThat(resources.diagnostics().all()).isEmpty();
        return resources.entries().get(0).resource();
    }

    @ParameterizedTest
    @CsvSource({
        "http-route,         v1,       HTTPRoute",
        "http-route,         v1beta1,  HTTPRoute",
        "grpc-route,         v1,       GRPCRoute",
        "tls-route,          v1,       TLSRoute",
        "tls-route,          v1alpha2, TLSRoute",
        "tls-route,          v1alpha3, TLSRoute",
        "tcp-route,          v1alpha2, TCPRoute",
        "udp-route,          v1alpha2, UDPRoute",
        "gateway,            v1,       Gateway",
        "gateway,            v1beta1,  Gateway",
        "gateway-class,      v1,       GatewayClass",
        "gateway-class,      v1beta1,  GatewayClass",
        "reference-grant,    v1,       ReferenceGrant",
        "reference-grant,    v1beta1,  ReferenceGrant",
        "backend-tls-policy, v1,       BackendTLSPolicy",
        "backend-tls-policy, v1alpha3, BackendTLSPolicy"
    })
    void fabric8Object_toOursAndBack_isTheSame(String file, String version, String kind) throws Exception {
        Map<String, Object> manifest = manifest(file, version);
        Class<? extends HasMetadata> type =
                Class.forName(FABRIC8 + version + "." + kind).asSubclass(HasMetadata.class);
        HasMetadata original = JACKSON.convertValue(manifest, type);

        KubernetesResource ours = read(JACKSON.convertValue(original, MAP));

        assertThat(ours.kind()).isEqualTo(kind);
        assertThat(ours.apiVersion()).isEqualTo(original.getApiVersion());
        assertThat(ours).isEqualTo(read(manifest));
        assertThat((HasMetadata) JACKSON.convertValue(CODEC.toMap(ours), type)).isEqualTo(original);
    }

    @ParameterizedTest
    @CsvSource({
        "http-route,         v1",
        "grpc-route,         v1",
        "tls-route,          v1",
        "tcp-route,          v1",
        "udp-route,          v1",
        "gateway,            v1",
        "gateway-class,      v1",
        "reference-grant,    v1",
        "backend-tls-policy, v1"
    })
    void mapsOfGson_withADoubleForEveryNumber_areReadAlike(String file, String version) throws Exception {
        Map<String, Object> manifest = manifest(file, version);
        Gson gson = new Gson();
        Map<?, ?> doubles = gson.fromJson(gson.toJson(manifest), Map.class);
        Map<String, Object> ofGson = new LinkedHashMap<>();
        doubles.forEach((key, value) -> ofGson.put((String) key, value));

        KubernetesResource ours = read(ofGson);

        assertThat(ours).isEqualTo(read(manifest));
        assertThat(CODEC.toMap(ours)).isEqualTo(CODEC.toMap(read(manifest)));
        assertThat(JACKSON.readTree(gson.toJson(CODEC.toMap(ours)))).isEqualTo(JACKSON.readTree(CODEC.toJson(ours)));
    }

    @Test
    void mapThatWasRead_isWrittenAsItWas() throws Exception {
        Map<String, Object> manifest = manifest("http-route", "v1");
        manifest.put("ofSomebodyElse", Map.of("port", 80));

        ResourceSet resources = READER.readMap(manifest);

        assertThat(CODEC.toMap(resources.entries().get(0))).isEqualTo(manifest);
    }

    @Test
    void fabric8Builders_makeRoutesToTranslate() {
        io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute route = new HTTPRouteBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("shop")
                .endMetadata()
                .withNewSpec()
                .addNewRule()
                .addNewBackendRef()
                .withGroup("gateway.kgateway.dev")
                .withKind("Backend")
                .withName("none")
                .endBackendRef()
                .endRule()
                .endSpec()
                .build();
        HttpRoute ours = CODEC.read(JACKSON.convertValue(route, MAP), HttpRoute.class);

        TranslationResult result = BackendTranslator.create().translate(ResourceSet.of(ours));

        assertThat(result.routes().get(0).resolved().all())
                .singleElement()
                .hasToString("spec.rules[0].backendRefs[0] -> Backend shop/none (BackendNotFound)");
    }
}
