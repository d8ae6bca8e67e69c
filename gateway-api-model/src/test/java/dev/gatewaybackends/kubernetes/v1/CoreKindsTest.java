// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.gatewayapi.Violations;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMetaBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreKindsTest {
    private static final ObjectMeta META = ObjectMeta.of("default", "demo");

    @Test
    void secretToString_anyValue_showsKeysOnly() {
        Secret secret = SecretBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("default")
                        .name("demo")
                        .annotations(Map.of("last-applied", "not-a-real-password"))
                        .build())
                .data(Map.of("token", "bm90LWEtcmVhbC10b2tlbg=="))
                .stringData(Map.of("password", "not-a-real-password"))
                .build();

        assertThat(secret).hasToString("Secret[default/demo, type=Opaque, data=[token], stringData=[password]]");
        assertThat(SecretBuilder.builder().build()).hasToString("Secret[?, type=Opaque, data=[], stringData=[]]");
    }

    @Test
    void secretValue_key_isDecodedAndStringDataWins() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("a", "dmFsdWU=");
        data.put("b", "dmFsdWU=");
        data.put("lines", "dmFs\r\ndWU=\n");
        data.put("empty", "");
        data.put("unpadded", "dmFsdWU");
        data.put("text", "no base64");
        data.put("url", "-_-_");
        data.put("null", null);
        Secret secret = SecretBuilder.builder()
                .metadata(META)
                .data(data)
                .stringData(Map.of("b", "plain é"))
                .build();

        assertThat(secret.value("a")).isEqualTo("value".getBytes(UTF_8));
        assertThat(secret.value("b")).isEqualTo("plain é".getBytes(UTF_8));
        assertThat(secret.value("lines")).isEqualTo("value".getBytes(UTF_8));
        assertThat(secret.value("empty")).isEmpty();
        assertThat(List.of("unpadded", "text", "url", "null", "absent")).allMatch(key -> secret.value(key) == null);
    }

    @Test
    void secretValue_changedByTheCaller_isNotChangedInTheSecret() {
        Secret secret = SecretBuilder.builder().stringData(Map.of("k", "v")).build();
        byte[] value = secret.value("k");
        value[0] = 'x';

        assertThat(secret.value("k")).isEqualTo("v".getBytes(UTF_8));
    }

    @Test
    void maps_changedAfterwards_areNotChangedInTheRecord() {
        Map<String, String> map = new HashMap<>(Map.of("k", "v"));
        Secret secret = SecretBuilder.builder().data(map).stringData(map).build();
        ConfigMap configMap =
                ConfigMapBuilder.builder().data(map).binaryData(map).build();
        ServiceSpec service = ServiceSpecBuilder.builder().selector(map).build();
        map.clear();

        assertThat(List.of(
                        secret.data(),
                        secret.stringData(),
                        configMap.data(),
                        configMap.binaryData(),
                        service.selector()))
                .allMatch(copy -> copy.equals(Map.of("k", "v")));
    }

    @Test
    void kinds_ofTheCoreGroup_haveVersionV1() {
        Service service = Service.of(
                META,
                ServiceSpecBuilder.builder().ports(List.of(ServicePort.of(80))).build());
        ConfigMap configMap = ConfigMapBuilder.builder().metadata(META).build();
        Secret secret = SecretBuilder.builder().metadata(META).build();

        assertThat(List.of(service, configMap, secret)).allSatisfy(resource -> {
            assertThat(resource.apiVersion()).isEqualTo("v1");
            assertThat(resource.group()).isEmpty();
            assertThat(Violations.standard(resource)).isEmpty();
        });
        assertThat(List.of(service.kind(), configMap.kind(), secret.kind()))
                .containsExactly("Service", "ConfigMap", "Secret");
    }

    @Test
    void service_withoutOptionalParts_hasTheDefaultsOfTheApiServer() {
        ServiceSpec spec = ServiceSpecBuilder.builder().build();

        assertThat(spec.type()).isEqualTo("ClusterIP");
        assertThat(spec.ports()).isEmpty();
        assertThat(ServicePort.of(80).protocol()).isEqualTo("TCP");
        assertThat(ServicePort.of(80).targetPort()).isNull();
    }
}
