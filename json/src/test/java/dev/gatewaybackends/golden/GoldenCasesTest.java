// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.UnknownFieldSet;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenCasesTest {
    private static final PluginRegistry PLUGINS =
            PluginRegistry.builder().add(new BeaconPlugin()).build();
    private static final String BEACON = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata:
              name: lamp
            spec:
              beacon:
                address: 192.0.2.10
            """;
    private static final String EXPECTED = """
            {
              "clusters": [
                {
                  "name": "backend_default_lamp_0",
                  "type": "STATIC",
                  "connectTimeout": "5s",
                  "loadAssignment": {
                    "clusterName": "backend_default_lamp_0",
                    "endpoints": [
                      {
                        "lbEndpoints": [
                          {
                            "endpoint": {
                              "address": {
                                "socketAddress": {
                                  "address": "192.0.2.10",
                                  "portValue": 7
                                }
                              }
                            }
                          }
                        ]
                      }
                    ]
                  },
                  "typedExtensionProtocolOptions": {
                    "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
                      "@type": "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
                      "explicitHttpConfig": {
                        "http2ProtocolOptions": {}
                      }
                    }
                  }
                }
              ],
              "backends": [
                {
                  "namespace": "default",
                  "name": "lamp",
                  "type": "beacon",
                  "cluster": "backend_default_lamp_0",
                  "conditions": [
                    {
                      "type": "Accepted",
                      "status": "True",
                      "reason": "Accepted",
                      "message": "Backend accepted"
                    }
                  ]
                }
              ]
            }
            """;

    @TempDir
    Path golden;

    @Test
    void update_emptyExpectations_writesWhatTheTranslationMakes() {
        write("lamp/input.yaml", BEACON);
        write("lamp/expected.secure.json", "");
        write("lamp/expected.kgateway-2.4.json", "");

        assertThat(failures(true)).isEmpty();

        assertThat(read("lamp/expected.secure.json")).isEqualTo(EXPECTED);
        assertThat(read("lamp/expected.kgateway-2.4.json")).isEqualTo(EXPECTED);
        assertThat(golden.resolve("lamp/diagnostics.secure.txt")).doesNotExist();
        assertThat(failures(false)).isEmpty();
    }

    @Test
    void update_staleDiagnostics_rewritesOrDeletesThem() {
        write("lamp/input.yaml", BEACON);
        write("lamp/expected.secure.json", "");
        write("lamp/diagnostics.secure.txt", "WARNING long gone\n");
        write("typo/input.yaml", BEACON.replace("address:", "adress:"));
        write("typo/expected.secure.json", "");

        assertThat(failures(true)).isEmpty();

        assertThat(golden.resolve("lamp/diagnostics.secure.txt")).doesNotExist();
        assertThat(read("typo/diagnostics.secure.txt")).isEqualTo("""
                WARNING input.yaml:7:5: Backend default/lamp: spec.beacon.adress: unknown field [UnknownField]
                ERROR input.yaml:6:3: Backend default/lamp: spec.beacon.address: Required value [Required]
                """);
    }

    @Test
    void update_inCi_isRefused() {
        assertThatThrownBy(() -> new GoldenCases(golden, PLUGINS, true, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("golden.update");
    }

    @Test
    void compare_expectationInOtherForm_passes() {
        write("lamp/input.yaml", BEACON);
        write(
                "lamp/expected.secure.json",
                EXPECTED.replace("\"STATIC\"", "0")
                        .replace("\"5s\"", "\"5.000s\"")
                        .replace("\"connectTimeout\"", "\"lbPolicy\": \"ROUND_ROBIN\", \"connect_timeout\""));

        assertThat(failures(false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "portValue": 7              | "portValue": 8
                    "type": "STATIC",           | ''
                    "http2ProtocolOptions": {}  | "httpProtocolOptions": {}
                    Backend accepted            | Backend welcome
                    """)
    void compare_otherExpectation_failsWithDifference(String actual, String expected) {
        write("lamp/input.yaml", BEACON);
        write("lamp/expected.secure.json", EXPECTED.replace(actual, expected));

        Map<String, String> failures = failures(false);

        assertThat(failures).containsOnlyKeys("lamp/secure");
        assertThat(failures.get("lamp/secure").lines().filter(line -> line.startsWith("+ ")))
                .hasSize(1)
                .first()
                .asString()
                .contains(actual);
    }

    @Test
    void compare_otherDiagnostics_failsWithDifference() {
        write("lamp/input.yaml", BEACON);
        write("lamp/expected.secure.json", EXPECTED);
        write("lamp/diagnostics.secure.txt", "WARNING long gone\n");

        assertThat(failures(false))
                .hasEntrySatisfying(
                        "lamp/secure",
                        failure -> assertThat(failure).contains("diagnostics.secure.txt:\n- WARNING long gone\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                              | no JSON object
                    {"clusters": [}                                 | no JSON
                    {} {}                                           | no JSON
                    {"routes": [], "routes": []}                    | no JSON
                    {"clusters": [{"nome": "a"}]}                   | no envoy.config.cluster.v3.Cluster
                    {"clusters": [{"name": {"@type": "x.v1 Nope"}}]} | no Envoy type x.v1 Nope
                    """)
    void compare_unreadableExpectation_saysWhatIsWrong(String expectation, String failure) {
        write("lamp/input.yaml", BEACON);
        write("lamp/expected.secure.json", expectation);

        assertThat(failures(false))
                .hasEntrySatisfying(
                        "lamp/secure",
                        text -> assertThat(text)
                                .contains("expected.secure.json")
                                .contains(failure));
    }

    @Test
    void compare_expectationMissing_fails() {
        write("lamp/input.yaml", BEACON);
        write("lamp/expected.secure.json", EXPECTED);
        write("lamp/diagnostics.kgateway-main.txt", "WARNING lonely\n");

        assertThat(failures(false))
                .hasEntrySatisfying(
                        "lamp/kgateway-main",
                        text -> assertThat(text).contains("expected.kgateway-main.json: is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"expected.json", "expected.kgateway-2.0.json", "expected.secured.json", "notes.md", "Input.yaml"
            })
    void files_unknownFile_fails(String name) {
        write("lamp/input.yaml", BEACON);
        write("lamp/expected.secure.json", EXPECTED);
        write("lamp/" + name, "");

        assertThat(failures(false))
                .hasEntrySatisfying("lamp/files", text -> assertThat(text).contains(name + ": is no file of a case"));
    }

    @Test
    void files_noExpectation_fails() {
        write("lamp/input.yaml", BEACON);

        assertThat(failures(false))
                .hasEntrySatisfying("lamp/files", text -> assertThat(text).contains("pins no profile"));
        assertThat(failures(true)).containsKey("lamp/files");
    }

    @Test
    void files_noInput_fails() {
        write("lamp/expected.secure.json", EXPECTED);

        assertThat(failures(false))
                .hasEntrySatisfying("lamp/files", text -> assertThat(text).contains("input.yaml is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lamp", "lamp_on", "lamp-", "lamp on"})
    void files_nameNotInKebabCase_fails(String name) {
        write(name + "/input.yaml", BEACON);
        write(name + "/expected.secure.json", EXPECTED);

        assertThat(failures(false))
                .hasEntrySatisfying(name + "/files", text -> assertThat(text).contains("kebab-case"));
    }

    @Test
    void files_fileBesideTheCases_fails() {
        write("readme", "");

        assertThat(failures(false)).containsKey("readme/files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere"})
    void tests_noCase_fails(String below) {
        GoldenCases cases = new GoldenCases(golden.resolve(below), PLUGINS, false, false);

        assertThatThrownBy(cases::tests).isInstanceOf(AssertionError.class).hasMessageContaining("no golden case");
    }

    @Test
    void settings_written_applyToEveryProfile() {
        write("lamp/input.yaml", BEACON);
        write("lamp/settings.properties", "# Louder.\nbeacon.loud=true\ncore.empty-metadata = true\n");
        write("lamp/expected.secure.json", "");
        write("lamp/expected.kgateway-main.json", "");

        assertThat(failures(true)).isEmpty();

        assertThat(read("lamp/expected.secure.json"))
                .contains("\"portValue\": 8", "\"metadata\": {}")
                .isEqualTo(read("lamp/expected.kgateway-main.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "beacon.silent=true, there is no setting beacon.silent",
        "beacon.loud=yes, beacon.loud: 'yes' is not a switch (expected: true or false)"
    })
    void settings_wrong_fail(String line, String failure) {
        write("lamp/input.yaml", BEACON);
        write("lamp/settings.properties", line);
        write("lamp/expected.secure.json", EXPECTED);

        assertThat(failures(false))
                .hasEntrySatisfying("lamp/secure", text -> assertThat(text).contains(failure));
    }

    @Test
    void fieldWithoutName_isRefused() {
        EnvoyJson json = new EnvoyJson();
        UnknownFieldSet unknown = UnknownFieldSet.newBuilder()
                .addField(4_711, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
        Cluster plain = Cluster.newBuilder().setUnknownFields(unknown).build();
        Cluster packed = Cluster.newBuilder()
                .setClusterType(Cluster.CustomClusterType.newBuilder()
                        .setTypedConfig(TypedConfigs.pack(DnsCluster.newBuilder()
                                .setUnknownFields(unknown)
                                .build())))
                .build();

        for (Cluster cluster : List.of(plain, packed)) {
            assertThatThrownBy(() -> json.requireNames(cluster))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("4711");
        }
    }

    private void write(String file, String text) {
        Path path = golden.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(golden.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs all tests and returns the messages of those that fail, by case and name. */
    private Map<String, String> failures(boolean update) {
        Map<String, String> failures = new TreeMap<>();
        new GoldenCases(golden, PLUGINS, update, false).tests().forEach(container -> {
            try (Stream<DynamicTest> tests = container.getChildren().map(DynamicTest.class::cast)) {
                tests.forEach(test -> {
                    try {
                        test.getExecutable().execute();
                    } catch (Throwable e) {
                        failures.put(container.getDisplayName() + "/" + test.getDisplayName(), e.getMessage());
                    }
                });
            }
        });
        return failures;
    }

    /** The smallest type there can be. */
    public record Beacon(@NotNull String address) implements BackendSource {}

    private static final class BeaconPlugin implements BackendPlugin<Beacon> {
        private static final Setting<Boolean> LOUD = Setting.of("beacon.loud", false);

        @Override
        public BackendType<Beacon> type() {
            return BackendType.of("beacon", Beacon.class);
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of(LOUD);
        }

        @Override
        public BackendTranslation translate(Beacon source, TranslationContext context) {
            Cluster.Builder cluster = context.newCluster().setType(Cluster.DiscoveryType.STATIC);
            int port = context.settings().get(LOUD) ? 8 : 7;
            cluster.setLoadAssignment(
                    Endpoints.assignment(context.clusterName(), List.of(Endpoints.of(source.address(), port))));
            HttpProtocols.http2(cluster);
            return BackendTranslation.of(cluster.build());
        }
    }
}
